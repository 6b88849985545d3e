package nib.app.table;

import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import nib.engine.text.Span;
import org.jspecify.annotations.Nullable;

/// A cell with a part of its text marked.
final class MarkedCell<R> extends TableCell<R, String> {

  private final Function<R, Optional<Span>> mark;
  private final Text before = text("plain-part");
  private final Text marked = text("marked-part");
  private final Text after = text("plain-part");
  private final HBox line = new HBox(before, marked, after);

  /// Makes an empty cell.
  ///
  /// @param mark which part of the row's text; empty for none
  MarkedCell(Function<R, Optional<Span>> mark) {
    this.mark = mark;
    line.setAlignment(Pos.CENTER_LEFT);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    // A text as long as its line may reach beyond the cell; the neighbour's place is not its own.
    var edge = new Rectangle();
    edge.widthProperty().bind(widthProperty());
    edge.heightProperty().bind(heightProperty());
    setClip(edge);
  }

  @Override
  protected void updateItem(@Nullable String item, boolean empty) {
    super.updateItem(item, empty);
    R row = getTableRow() == null ? null : getTableRow().getItem();
    if (empty || item == null || row == null) {
      setText("");
      setGraphic(null);
      return;
    }
    var span = mark.apply(row).filter(part -> part.end() <= item.length()).orElse(new Span(0, 0));
    // The text is not drawn; it is what a screen reader says.
    setText(item);
    before.setText(item.substring(0, span.start()));
    marked.setText(item.substring(span.start(), span.end()));
    after.setText(item.substring(span.end()));
    setGraphic(line);
  }

  private static Text text(String style) {
    var text = new Text();
    text.getStyleClass().add(style);
    return text;
  }
}
