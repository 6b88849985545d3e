package nib.app.outline;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import nib.app.style.Icons;
import nib.engine.assist.OutlineItem;
import org.jspecify.annotations.Nullable;

/// A definition: what it is, its name, its type.
final class OutlineCell extends ListCell<OutlineItem> {

  private static final PseudoClass HOLDS_CARET = PseudoClass.getPseudoClass("holds-caret");

  private final OutlineViewModel model;
  private final ChangeListener<Optional<OutlineItem>> moved = (_, _, _) -> mark();
  private final StackPane icon = new StackPane();
  private final Label written = new Label();
  private final Label detail = new Label();
  private final HBox line = new HBox(8, icon, written, detail);

  OutlineCell(OutlineViewModel model) {
    this.model = model;
    icon.getStyleClass().add("kind-icon");
    written.getStyleClass().add("mono");
    // Names begin alike and end apart.
    written.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    written.setMinWidth(24);
    detail.getStyleClass().addAll("mono", "muted");
    // It gets what the name leaves.
    detail.setMinWidth(0);
    detail.setPrefWidth(0);
    detail.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(detail, Priority.ALWAYS);
    line.setAlignment(Pos.CENTER_LEFT);
    // The list's width rules: nothing scrolls sideways.
    line.setMinWidth(0);
    line.setPrefWidth(1);
    setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
        model.choose(getItem());
      }
    });
    // The list makes cells anew as it likes; the outline outlives them.
    model.currentProperty().addListener(new WeakChangeListener<>(moved));
  }

  @Override
  protected void updateItem(@Nullable OutlineItem item, boolean empty) {
    super.updateItem(item, empty);
    setTooltip(null);
    mark();
    if (empty || item == null) {
      setGraphic(null);
      return;
    }
    icon.getChildren().setAll(Icons.small(icon(item.kind())));
    written.setText(item.written());
    detail.setText(item.detail());
    setTooltip(new Tooltip((item.written() + "  " + item.detail()).strip()));
    setGraphic(line);
  }

  private void mark() {
    var item = getItem();
    boolean current =
        !isEmpty() && model.currentProperty().get().filter(i -> i.equals(item)).isPresent();
    pseudoClassStateChanged(HOLDS_CARET, current);
    setAccessibleText(item == null ? "" : spoken(item) + (current ? ", the caret is here" : ""));
  }

  private static String spoken(OutlineItem item) {
    return "%s, %s%s%s"
        .formatted(
            item.written(),
            word(item.kind()),
            item.exported() ? ", public" : "",
            item.detail().isEmpty() ? "" : ", " + item.detail());
  }

  private static Icons icon(OutlineItem.Kind kind) {
    return switch (kind) {
      case IMPORT -> Icons.MODULE;
      case FOREIGN_IMPORT -> Icons.IMPORT;
      case ALIAS -> Icons.ALIAS;
      case RECORD -> Icons.RECORD;
      case FUNCTION -> Icons.FUNCTION;
      case FOREIGN_EXPORT -> Icons.EXPORT;
    };
  }

  private static String word(OutlineItem.Kind kind) {
    return switch (kind) {
      case IMPORT -> "import";
      case FOREIGN_IMPORT -> "foreign import";
      case ALIAS -> "type alias";
      case RECORD -> "record type";
      case FUNCTION -> "function";
      case FOREIGN_EXPORT -> "foreign export";
    };
  }
}
