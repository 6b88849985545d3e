package nib.app.border;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import nib.app.border.DependencyViewModel.Shown;
import nib.app.style.Icons;
import nib.app.style.Marks;
import nib.app.style.Sentence;
import nib.app.table.Clip;
import nib.engine.diagnosis.Verdict;

/// All about a dependency: where it is, what is wrong with it, how to get it.
public final class DependencyPane extends VBox {

  private static final int COMMAND_ROWS = 3;

  private final DependencyViewModel model;

  public DependencyPane(DependencyViewModel model) {
    this.model = model;
    setId("dependency");
    getStyleClass().add("section");
    model.shownProperty().addListener((_, _, shown) -> show(shown));
    show(model.shownProperty().get());
  }

  private void show(Optional<Shown> shown) {
    setVisible(shown.isPresent());
    setManaged(shown.isPresent());
    getChildren().clear();
    shown.ifPresent(dependency -> {
      getChildren().add(head(dependency));
      getChildren().add(new Sentence(dependency.url(), "mono", "muted"));
      dependency.lines().forEach(line -> getChildren().add(new Sentence(line)));
      if (!dependency.command().isEmpty()) {
        getChildren().add(command(dependency.command()));
      }
      getChildren().add(actions(dependency));
    });
  }

  private static Node head(Shown dependency) {
    var name = new Label(dependency.name());
    name.getStyleClass().add("verdict-word");
    name.setMinWidth(Label.USE_PREF_SIZE);
    var standing = new Label(dependency.standing());
    standing.getStyleClass().add(dependency.bad() ? "danger-text" : "muted");
    var copy = Icons.COPY.button("Copy what is known about it");
    copy.setOnAction(_ -> Clip.copy(dependency.text()));
    var head = new HBox(8, name, standing, new Spacer(), copy);
    if (dependency.bad()) {
      head.getChildren().addFirst(Marks.glyph(Verdict.BROKEN));
    }
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private static Node command(String command) {
    var text = new TextArea(command);
    text.setId("dependency-command");
    text.setEditable(false);
    text.setWrapText(true);
    text.setPrefRowCount(COMMAND_ROWS);
    text.getStyleClass().addAll("mono", "quiet-text");
    text.setAccessibleText("The command that fetches it");
    return text;
  }

  private Node actions(Shown dependency) {
    var actions = new HBox(8);
    if (!dependency.command().isEmpty()) {
      var copy = small(Icons.COPY.labelled("Copy command"));
      copy.setOnAction(_ -> Clip.copy(dependency.command()));
      actions.getChildren().add(copy);
    }
    dependency
        .root()
        .ifPresent(root -> {
          var beside = small(Icons.FOLDER.labelled("Open beside"));
          beside.setId("dependency-beside");
          beside.setOnAction(_ -> model.openBeside(root));
          actions.getChildren().add(beside);
        });
    if (dependency.wantsPenRoot()) {
      var settings = small(Icons.SETTINGS.labelled("PEN_ROOT…"));
      settings.setId("dependency-settings");
      settings.setOnAction(_ -> model.openSettings());
      actions.getChildren().add(settings);
    }
    return actions;
  }

  private static Button small(Button button) {
    button.getStyleClass().add(Styles.SMALL);
    // The underscore of PEN_ROOT is no key to press.
    button.setMnemonicParsing(false);
    return button;
  }
}
