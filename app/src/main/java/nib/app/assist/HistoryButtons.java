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
            button(Icons.BACK, "Back (Alt+Left)", model::back, model.backProperty()),
            button(Icons.FORWARD, "Forward (Alt+Right)", model::forward, model.forwardProperty()));
  }

  private static Button button(
      Icons icon, String words, Runnable action, ObservableBooleanValue possible) {
    var button = icon.button(words);
    button.setOnAction(_ -> action.run());
    possible.addListener((_, _, now) -> button.setDisable(!now));
    button.setDisable(!possible.get());
    return button;
  }
}
