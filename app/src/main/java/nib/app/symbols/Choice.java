package nib.app.symbols;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// One of a few things, chosen from a list that drops down.
final class Choice<T> extends ListCell<T> {

  private final Function<T, String> words;

  private Choice(Function<T, String> words) {
    this.words = words;
  }

  static <T> ComboBox<T> of(String id, List<T> choices, Function<T, String> words) {
    var box = new ComboBox<>(FXCollections.observableList(choices));
    box.setId(id);
    box.getStyleClass().add(Styles.SMALL);
    box.setCellFactory(_ -> new Choice<>(words));
    box.setButtonCell(new Choice<>(words));
    return box;
  }

  @Override
  protected void updateItem(@Nullable T choice, boolean empty) {
    super.updateItem(choice, empty);
    setText(empty || choice == null ? "" : words.apply(choice));
  }
}
