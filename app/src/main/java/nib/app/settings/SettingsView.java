package nib.app.settings;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nib.app.settings.SettingsViewModel.Origin;
import nib.app.settings.SettingsViewModel.PenRoot;
import nib.app.style.Icons;
import nib.app.style.Overlay;
import nib.app.style.Sentence;
import nib.app.style.Theme;
import nib.engine.diagnosis.Verdict;

/// The page of settings, above the window. What is changed there is in force at once; Esc closes
/// it.
public final class SettingsView extends Overlay {

  private final SettingsViewModel model;
  private final TextField folder = new TextField();
  private final Label resolved = new Sentence("");
  private final Label judgement = new Sentence("");
  private final Button forget = new Button();

  public SettingsView(SettingsViewModel model) {
    this.model = model;
    setId("settings");
    var close = Icons.CLOSE.button("Close the settings (Esc)");
    close.setOnAction(_ -> model.openProperty().set(false));
    var head = new HBox(title("Settings"), new Spacer(), close);
    head.setAlignment(Pos.CENTER_LEFT);
    var box = new VBox(16, head, penRoot(), theme(), textSize());
    hold(page(box), folder, model.openProperty());
    model.penRootProperty().addListener((_, _, now) -> show(now));
    show(model.penRootProperty().get());
  }

  private Node penRoot() {
    folder.setId("pen-root");
    folder.setPromptText("A checkout of pen-lang/pen");
    folder.setAccessibleText("PEN_ROOT, a folder");
    folder.getStyleClass().add("mono");
    folder.textProperty().bindBidirectional(model.wishProperty());
    folder.setOnAction(_ -> model.usePenRoot());
    folder
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused && isVisible()) {
            model.commit();
          }
        });
    HBox.setHgrow(folder, Priority.ALWAYS);
    var choose = Icons.FOLDER.labelled("Choose…");
    choose.setMinWidth(Button.USE_PREF_SIZE);
    choose.setOnAction(_ -> model.choosePenRoot());
    resolved.setId("pen-root-resolved");
    judgement.setId("pen-root-judgement");
    forget.setMnemonicParsing(false);
    forget.getStyleClass().add(Styles.SMALL);
    forget.setOnAction(_ -> model.forgetPenRoot());
    forget.managedProperty().bind(forget.visibleProperty());
    return new VBox(
        4,
        label("PEN_ROOT"),
        new Sentence(
            "Dependencies at pen:/// are looked up in the folder `packages` of this one.", "muted"),
        new HBox(8, folder, choose),
        resolved,
        judgement,
        forget);
  }

  private void show(PenRoot root) {
    resolved.setText(
        root.folder()
            .map(path -> "Now: %s, from %s".formatted(path, root.origin().words()))
            .orElse("Now: none"));
    judgement.setText(
        root.sound() ? root.sentence() : Verdict.BROKEN.glyph() + " " + root.sentence());
    judgement.getStyleClass().setAll("label", root.sound() ? "muted" : "danger-text");
    judgement.setManaged(!root.sentence().isEmpty());
    forget.setText(
        model
            .fromEnvironment()
            .map(path -> "Use the variable PEN_ROOT, " + path)
            .orElse("Forget it"));
    forget.setVisible(root.origin() == Origin.SETTING);
  }

  private Node theme() {
    var group = new ToggleGroup();
    var choices = new HBox();
    Stream.of(Theme.values())
        .forEach(theme -> {
          var choice = new ToggleButton(theme.words());
          choice.setToggleGroup(group);
          choice.getStyleClass().add(side(theme));
          choice.setSelected(model.look().themeProperty().get() == theme);
          choice.setOnAction(_ -> {
            model.look().themeProperty().set(theme);
            choice.setSelected(true);
          });
          model.look().themeProperty().addListener((_, _, now) -> choice.setSelected(now == theme));
          choices.getChildren().add(choice);
        });
    return new VBox(4, label("Light and dark"), choices);
  }

  private static String side(Theme theme) {
    return switch (theme) {
      case SYSTEM -> Styles.LEFT_PILL;
      case LIGHT -> Styles.CENTER_PILL;
      case DARK -> Styles.RIGHT_PILL;
    };
  }

  private Node textSize() {
    var smaller = new Button("−");
    smaller.setAccessibleText("Smaller text");
    smaller.setOnAction(_ -> model.look().smaller());
    var larger = new Button("+");
    larger.setAccessibleText("Larger text");
    larger.setOnAction(_ -> model.look().larger());
    var natural = new Button("As drawn");
    natural.setOnAction(_ -> model.look().natural());
    var size = new Label();
    size.setId("text-size");
    size.textProperty()
        .bind(
            model
                .look()
                .scaleProperty()
                .map(scale -> String.format(Locale.ROOT, "%.0f %%", 100 * scale.doubleValue())));
    var line = new HBox(8, smaller, size, larger, natural);
    line.setAlignment(Pos.CENTER_LEFT);
    return new VBox(4, label("Text size"), line);
  }

  private static Label label(String words) {
    var label = new Label(words);
    label.getStyleClass().add("list-heading");
    return label;
  }
}
