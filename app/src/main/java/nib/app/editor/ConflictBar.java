package nib.app.editor;

import atlantafx.base.controls.Spacer;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import nib.app.editor.SavingViewModel.Notice;
import nib.app.style.Sentence;
import nib.engine.diagnostic.Failure;

/// Where the shown text and its file have come apart: what happened, and the choices.
final class ConflictBar extends VBox {

  private final SavingViewModel model;
  private final Label what = new Sentence("");
  private final Label cure = new Sentence("", "muted");
  private final FlowPane choices = new FlowPane(8, 4);

  ConflictBar(SavingViewModel model) {
    super(4);
    this.model = model;
    setId("conflict");
    getStyleClass().addAll("editor-bar", "conflict-bar");
    cure.managedProperty().bind(cure.textProperty().isNotEmpty());
    choices.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(what, cure, choices, new Spacer(0));
    managedProperty().bind(visibleProperty());
    model.noticeProperty().addListener((_, _, now) -> show(now));
    model.differenceProperty().addListener((_, _, _) -> show(model.noticeProperty().get()));
    show(model.noticeProperty().get());
  }

  private void show(Optional<Notice> notice) {
    setVisible(notice.isPresent());
    cure.setText("");
    notice.ifPresent(now -> {
      switch (now) {
        case Notice.Changed(var name, var saving) -> changed(name, saving);
        case Notice.Gone(var name, var saving) -> gone(name, saving);
        case Notice.NotSaved(var why) -> notSaved(why);
      }
    });
  }

  private void changed(String name, boolean saving) {
    what.setText(
        saving
            ? "Not saved: %s changed on the disk since it was read".formatted(name)
            : "%s changed on the disk, and here it has unsaved changes".formatted(name));
    boolean comparing = !model.differenceProperty().get().isEmpty();
    choices(
        List.of(
            button("keep-mine", saving ? "Save mine over it" : "Keep mine", model::keepMine),
            button("take-theirs", "Take the file's", model::takeTheirs),
            button(
                "compare", comparing ? "Back to the text" : "Show the difference", model::compare)),
        saving);
  }

  private void gone(String name, boolean saving) {
    what.setText(
        saving
            ? "Not saved: %s is no longer on the disk".formatted(name)
            : "%s is no longer on the disk".formatted(name));
    choices(
        List.of(
            button("keep-mine", saving ? "Save it anew" : "Keep the text", model::keepMine),
            button("take-theirs", "Let it go", model::takeTheirs)),
        saving);
  }

  private void notSaved(Failure why) {
    what.setText(why.what());
    cure.setText(why.cure().isEmpty() ? "" : "cure: " + why.cure());
    choices(
        List.of(
            button("save-again", "Save again", model::save),
            button("dismiss", "Close", model::dismiss)),
        false);
  }

  /// Puts the choices there; a button that has the keyboard hands it to the one in its place.
  private void choices(List<Button> buttons, boolean asked) {
    var focused = choices.getChildren().filtered(Node::isFocused);
    int at = focused.isEmpty() ? -1 : choices.getChildren().indexOf(focused.getFirst());
    choices.getChildren().setAll(buttons);
    if (at >= 0 || asked) {
      buttons.get(Math.clamp(at, 0, buttons.size() - 1)).requestFocus();
    }
  }

  private static Button button(String id, String words, Runnable action) {
    var button = new Button(words);
    button.setId(id);
    button.getStyleClass().add("small");
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
