package nib.app.diagnosis;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import nib.app.diagnosis.VerdictViewModel.Shown;
import nib.app.style.Icons;
import nib.app.style.Marks;
import nib.app.style.Sentence;
import nib.app.table.Clip;
import nib.engine.diagnosis.Verdict;

/// The verdict, its findings, their cures, and where to go from there.
public final class VerdictView extends VBox {

  private final VerdictViewModel model;
  private final Runnable build;

  /// Builds the pane.
  ///
  /// @param build what the empty state offers: making the archive
  public VerdictView(VerdictViewModel model, Runnable build) {
    this.model = model;
    this.build = build;
    setId("verdict");
    getStyleClass().add("section");
    model.shownProperty().addListener((_, _, shown) -> show(shown));
    show(model.shownProperty().get());
  }

  private void show(Optional<Shown> shown) {
    setVisible(shown.isPresent());
    setManaged(shown.isPresent());
    getChildren().clear();
    shown.ifPresent(verdict -> {
      getChildren().add(head(verdict));
      // A finding says a bad verdict's sentence itself, with its cure.
      if (!verdict.saidByFindings()) {
        getChildren().add(new Sentence(verdict.sentence()));
      }
      verdict
          .findings()
          .forEach(
              finding -> getChildren().add(new FindingCard(finding, model::follow, model::go)));
      if (verdict.verdict() == Verdict.NOT_BUILT) {
        getChildren().add(offer());
      }
    });
  }

  private Node head(Shown verdict) {
    var word = new Label(verdict.verdict().word());
    word.getStyleClass().addAll("verdict-word", Marks.of(verdict.verdict()));
    word.setMinWidth(Label.USE_PREF_SIZE);
    var evidence = new Label(verdict.evidence());
    evidence.getStyleClass().add("muted");
    var copy = Icons.COPY.button("Copy the verdict");
    copy.setOnAction(_ -> Clip.copy(verdict.text()));
    var head = new HBox(8, Marks.glyph(verdict.verdict()), word, evidence, new Spacer());
    verdict
        .definition()
        .filter(_ -> !verdict.saidByFindings())
        .ifPresent(place -> {
          var go = go("Show the symbol");
          go.setOnAction(_ -> model.follow(place));
          head.getChildren().add(go);
        });
    head.getChildren().add(copy);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private Node offer() {
    var button = Icons.BUILD.labelled("Build");
    button.getStyleClass().add(Styles.SMALL);
    button.setOnAction(_ -> build.run());
    return button;
  }

  private static Button go(String words) {
    var go = Icons.GO.labelled(words);
    go.getStyleClass().add(Styles.SMALL);
    go.setMinWidth(Button.USE_PREF_SIZE);
    return go;
  }
}
