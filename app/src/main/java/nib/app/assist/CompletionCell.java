package nib.app.assist;

import atlantafx.base.controls.Spacer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import nib.app.style.Icons;
import nib.engine.assist.Completion;
import org.jspecify.annotations.Nullable;

/// A name that can be written: what it stands for, its type, where it comes from.
final class CompletionCell extends ListCell<Completion> {

  private final StackPane icon = new StackPane();
  private final Label written = new Label();
  private final Label detail = new Label();
  private final Label from = new Label();
  private final HBox line = new HBox(8, icon, written, new Spacer(), detail, from);

  private final Consumer<CompletionCell> speak;

  /// Makes an empty cell.
  ///
  /// @param take takes the chosen name
  /// @param speak hears when the cell shows the chosen name
  CompletionCell(Runnable take, Consumer<CompletionCell> speak) {
    this.speak = speak;
    icon.getStyleClass().add("kind-icon");
    written.getStyleClass().add("mono");
    written.setMinWidth(Label.USE_PREF_SIZE);
    detail.getStyleClass().addAll("mono", "muted");
    detail.setMinWidth(0);
    from.getStyleClass().addAll("muted", "completion-from");
    from.setMinWidth(Label.USE_PREF_SIZE);
    from.managedProperty().bind(from.textProperty().isNotEmpty());
    line.setAlignment(Pos.CENTER_LEFT);
    // The list's width rules; a long type is cut short.
    line.setPrefWidth(1);
    setOnMouseClicked(event -> {
      if (!isEmpty()) {
        take.run();
        event.consume();
      }
    });
  }

  /// All of it, for people who hear the list.
  private static String spoken(Completion item) {
    String type = item.detail().isEmpty() ? "" : ", " + item.detail();
    String origin = item.from().isEmpty() ? "" : ", from " + item.from();
    return item.written() + ", " + Kinds.word(item.kind()) + type + origin;
  }

  @Override
  protected void updateItem(@Nullable Completion item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    icon.getChildren().setAll(Icons.small(Kinds.icon(item.kind())));
    written.setText(item.written());
    detail.setText(item.detail());
    from.setText(item.from());
    setGraphic(line);
    setAccessibleText(spoken(item));
    if (isSelected()) {
      speak.accept(this);
    }
  }

  @Override
  public void updateSelected(boolean selected) {
    super.updateSelected(selected);
    if (selected && !isEmpty()) {
      speak.accept(this);
    }
  }
}
