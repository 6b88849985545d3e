package nib.app.table;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// A cell whose whole text is a tooltip away where it is cut short.
final class TextCell<R> extends TableCell<R, String> {

  private static final int LONG = 24;

  @Override
  protected void updateItem(@Nullable String item, boolean empty) {
    super.updateItem(item, empty);
    String shown = empty || item == null ? "" : item;
    setText(shown);
    setTooltip(shown.length() > LONG ? new Tooltip(shown) : null);
  }
}
