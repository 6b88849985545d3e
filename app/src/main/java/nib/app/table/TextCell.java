package nib.app.table;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// A cell whose whole text is a tooltip away where it is cut short.
final class TextCell<R> extends TableCell<R, String> {

  TextCell() {
    setOnMouseEntered(_ -> setTooltip(cut() ? new Tooltip(getText()) : null));
  }

  @Override
  protected void updateItem(@Nullable String item, boolean empty) {
    super.updateItem(item, empty);
    setText(empty || item == null ? "" : item);
  }

  /// What is drawn is another text than the cell's own where there is no room for that.
  private boolean cut() {
    return lookup(".text") instanceof Text drawn && !drawn.getText().equals(getText());
  }
}
