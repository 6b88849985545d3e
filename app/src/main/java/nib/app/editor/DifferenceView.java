package nib.app.editor;

import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import nib.app.editor.LineDiff.Kind;
import nib.app.editor.LineDiff.Row;
import nib.app.style.Marks;

/// The lines of the file and of the text one under the other: `-` stands only in the file, `+` only
/// here.
final class DifferenceView extends ListView<Row> {

  DifferenceView(SavingViewModel model) {
    setId("difference");
    getStyleClass().addAll(Marks.PLAIN_LIST, "difference");
    setAccessibleText("What the file and the text differ in");
    setCellFactory(_ -> new LineCell());
    model
        .differenceProperty()
        .addListener((_, _, rows) -> {
          getItems().setAll(rows);
          rows.stream()
              .filter(row -> row.kind() != Kind.SAME)
              .findFirst()
              .ifPresent(first -> {
                getSelectionModel().select(first);
                scrollTo(Math.max(0, getItems().indexOf(first) - 2));
              });
        });
  }

  private static final class LineCell extends ListCell<Row> {

    LineCell() {
      getStyleClass().addAll("mono", "difference-line");
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
      super.updateItem(row, empty);
      getStyleClass().removeAll("difference-removed", "difference-added");
      if (empty || row == null) {
        setText("");
        setAccessibleText("");
        return;
      }
      setText(
          switch (row.kind()) {
            case SAME -> "%5d %5d   %s".formatted(row.before(), row.after(), row.line());
            case REMOVED -> "%5d       - %s".formatted(row.before(), row.line());
            case ADDED -> "      %5d + %s".formatted(row.after(), row.line());
          });
      setAccessibleText(
          switch (row.kind()) {
            case SAME -> "in both: " + row.line();
            case REMOVED -> "only in the file: " + row.line();
            case ADDED -> "only here: " + row.line();
          });
      if (row.kind() != Kind.SAME) {
        getStyleClass().add(row.kind() == Kind.REMOVED ? "difference-removed" : "difference-added");
      }
    }
  }
}
