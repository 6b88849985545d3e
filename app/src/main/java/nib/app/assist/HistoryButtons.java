package nib.app.assist;

import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import nib.app.style.Icons;

/// Back and forward, for the line above the text.
public final class HistoryButtons extends HBox {

  public HistoryButtons(HistoryViewModel model) {
    setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            button(Icons.BACK.button("Back (Alt+Left)"), model::back, model.backProperty()),
            button(
                Icons.FORWARD.button("Forward (Alt+Right)"),
                model::forward,
                model.forwardProperty()));
    getChildren().getFirst().setId("back");
    getChildren().getLast().setId("forward");
  }

  private static Button button(Button button, Runnable action, ObservableBooleanValue possible) {
    button.setOnAction(_ -> action.run());
    possible.addListener((_, _, now) -> button.setDisable(!now));
    button.setDisable(!possible.get());
    return button;
  }
}
