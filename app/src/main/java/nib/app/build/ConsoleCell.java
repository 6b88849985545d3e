package nib.app.build;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import nib.engine.build.OutputLine;
import org.jspecify.annotations.Nullable;

/// One line of the console: which stream, when, what.
final class ConsoleCell extends ListCell<OutputLine> {

  private final Label stream = new Label();
  private final Label time = new Label();
  private final Label text = new Label();
  private final HBox line = new HBox(8, stream, time, text);

  ConsoleCell() {
    stream.getStyleClass().add("console-stream");
    time.getStyleClass().add("console-time");
    text.getStyleClass().add("mono");
    line.setAlignment(Pos.CENTER_LEFT);
  }

  @Override
  protected void updateItem(@Nullable OutputLine item, boolean empty) {
    super.updateItem(item, empty);
    setText(null);
    if (empty || item == null) {
      setGraphic(null);
      return;
    }
    String word =
        switch (item.stream()) {
          case OUT -> "out";
          case ERROR -> "err";
          case NIB -> "nib";
        };
    stream.setText(word);
    time.setText(String.format(Locale.ROOT, "%.2f s", item.after().toMillis() / 1e3));
    text.setText(item.text());
    line.getStyleClass().setAll("console-line", "console-" + word);
    setGraphic(line);
    setAccessibleText(word + ": " + item.text());
  }
}
