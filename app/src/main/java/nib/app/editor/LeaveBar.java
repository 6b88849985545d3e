package nib.app.editor;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import nib.app.editor.LeavingViewModel.Leaving;

/// The question before unsaved texts would be lost: in the window, not over it.
public final class LeaveBar extends HBox {

  private static final int MOST_NAMES = 4;

  private final Label what = new Label();

  public LeaveBar(LeavingViewModel model) {
    super(8);
    setId("leave");
    getStyleClass().addAll("message-bar", "conflict-bar");
    setAlignment(Pos.CENTER_LEFT);
    what.setWrapText(true);
    var save = button("leave-saved", "Save all", model::leaveSaved);
    save.getStyleClass().add(Styles.ACCENT);
    getChildren()
        .addAll(
            what,
            new Spacer(),
            save,
            button("leave-unsaved", "Discard", model::leaveUnsaved),
            button("stay", "Cancel", model::stay));
    managedProperty().bind(visibleProperty());
    model
        .askedProperty()
        .addListener((_, _, leaving) -> {
          show(leaving);
          leaving.ifPresent(_ -> save.requestFocus());
        });
    show(model.askedProperty().get());
  }

  private void show(Optional<Leaving> leaving) {
    setVisible(leaving.isPresent());
    leaving.ifPresent(asked ->
        what.setText(
            asked.trouble().map(trouble -> trouble + ". ").orElse("") + words(asked.names())));
  }

  private static String words(List<String> names) {
    if (names.size() == 1) {
      return names.getFirst() + " has unsaved changes";
    }
    String some = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
    int others = names.size() - MOST_NAMES;
    return "%d modules have unsaved changes: %s%s"
        .formatted(names.size(), some, others > 0 ? " and %d more".formatted(others) : "");
  }

  private static Button button(String id, String words, Runnable action) {
    var button = new Button(words);
    button.setId(id);
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
