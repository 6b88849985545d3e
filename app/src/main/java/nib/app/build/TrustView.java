package nib.app.build;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nib.engine.build.ScriptState;
import nib.engine.build.TrustAnswer;

/// The question whether a script may run, with the script in full.
final class TrustView extends VBox {

  private final BuildViewModel model;
  private final Button once;

  TrustView(BuildViewModel model, ScriptState.Found script) {
    this.model = model;
    setId("trust");
    getStyleClass().addAll("section", "trust");
    var head = new Label("A script runs as any program of yours would. May this one?");
    head.getStyleClass().add("section-title");
    head.setWrapText(true);
    head.setMinWidth(0);
    once = answer("Run once", TrustAnswer.ONCE, "Yes to this run; asked again next time");
    once.getStyleClass().add(Styles.ACCENT);
    var answers =
        new HBox(
            8,
            once,
            answer(
                "Always this content",
                TrustAnswer.CONTENT,
                "Yes until the script changes, wherever it stands"),
            answer(
                "Always this folder",
                TrustAnswer.FOLDER,
                "Yes to this folder's script, also after it changes"),
            answer("No", TrustAnswer.NO, "Not asked again until the script changes"));
    var top = new HBox(8, head, new Spacer(), answers);
    answers.setMinWidth(HBox.USE_PREF_SIZE);
    top.setAlignment(Pos.CENTER_LEFT);
    var command = new Label(model.command(script));
    command.getStyleClass().add("mono");
    var text = new TextArea(script.text());
    text.setEditable(false);
    text.getStyleClass().addAll("mono", "quiet-text");
    text.setAccessibleText("The whole script " + script.file());
    VBox.setVgrow(text, Priority.ALWAYS);
    getChildren().addAll(top, command, text);
    script.remarks().forEach(remark -> getChildren().add(new Label("! " + remark)));
  }

  @Override
  public void requestFocus() {
    once.requestFocus();
  }

  private Button answer(String words, TrustAnswer answer, String means) {
    var button = new Button(words);
    button.setTooltip(new Tooltip(means));
    button.setAccessibleHelp(means);
    button.getStyleClass().add(Styles.SMALL);
    button.setOnAction(_ -> model.answer(answer));
    return button;
  }
}
