package nib.app.table;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

/// A virtual table with rows of one height, whose rows are copied as text, CSV or JSON, and which
/// says what would be here when it is empty.
public final class DataTable<R> {

  private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

  private final TableView<R> table;
  private final List<Column<R>> columns;

  /// Makes the table.
  ///
  /// @param name what a screen reader calls it
  /// @param empty what would be here, and what makes it so
  public DataTable(String name, List<Column<R>> columns, ObservableList<R> rows, String empty) {
    this.columns = List.copyOf(columns);
    this.table = new TableView<>(rows);
    table.setAccessibleText(name);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
    table.getStyleClass().add(atlantafx.base.theme.Styles.DENSE);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    var placeholder = new Label(empty);
    placeholder.getStyleClass().add("empty-state");
    placeholder.setWrapText(true);
    table.setPlaceholder(placeholder);
    columns.forEach(column -> table.getColumns().add(tableColumn(column)));
    table.setContextMenu(copyMenu());
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::copyOnKey);
  }

  /// The node.
  public TableView<R> node() {
    return table;
  }

  /// Tells `sorter` which order is wanted instead of sorting on the window's thread; empty for the
  /// order the rows came in.
  public void sortElsewhere(Consumer<Optional<Comparator<R>>> sorter) {
    table.setSortPolicy(_ -> {
      sorter.accept(
          table.getSortOrder().stream()
              .findFirst()
              .map(sorted -> {
                var order = columns.get(table.getColumns().indexOf(sorted)).order();
                boolean up = sorted.getSortType() == TableColumn.SortType.ASCENDING;
                return up ? order : order.reversed();
              }));
      return true;
    });
  }

  /// Runs `action` for a row on Enter and on a double click.
  public void onOpen(Consumer<R> action) {
    table.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            chosen().ifPresent(action);
            event.consume();
          }
        });
    table.setRowFactory(_ -> {
      var row = new TableRow<R>();
      row.setOnMouseClicked(event -> {
        if (event.getButton() == MouseButton.PRIMARY
            && event.getClickCount() == 2
            && !row.isEmpty()) {
          action.accept(row.getItem());
        }
      });
      return row;
    });
  }

  /// How wide the columns are, for [#widen].
  public String widths() {
    return table.getColumns().stream()
        .map(column -> String.valueOf(Math.round(column.getWidth())))
        .collect(Collectors.joining(" "));
  }

  /// Makes the columns as wide as they were left; nothing where that is not to be understood.
  public void widen(String widths) {
    var parts = widths.split(" ", -1);
    if (parts.length == table.getColumns().size()
        && Stream.of(parts).allMatch(part -> part.matches("\\d{1,4}"))) {
      for (int i = 0; i < parts.length; i++) {
        table.getColumns().get(i).setPrefWidth(Integer.parseInt(parts[i]));
      }
    }
  }

  public Optional<R> chosen() {
    return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
  }

  /// Puts an item of one's own at the top of the context menu.
  public void offer(String words, Runnable action) {
    var item = new MenuItem(words);
    item.setOnAction(_ -> action.run());
    table.getContextMenu().getItems().addFirst(item);
  }

  private TableColumn<R, String> tableColumn(Column<R> column) {
    var made = new TableColumn<R, String>(column.title());
    made.setPrefWidth(column.width());
    made.setMinWidth(48);
    made.setCellValueFactory(
        cell -> new SimpleStringProperty(column.text().apply(cell.getValue())));
    made.setCellFactory(_ -> new TextCell<>());
    if (!column.style().isEmpty()) {
      made.getStyleClass().add(column.style());
    }
    return made;
  }

  private ContextMenu copyMenu() {
    return new ContextMenu(
        item("Copy as text", Rows::text),
        item("Copy as CSV", Rows::csv),
        item("Copy as JSON", Rows::json));
  }

  private MenuItem item(String words, java.util.function.Function<Rows, String> form) {
    var item = new MenuItem(words);
    item.setOnAction(_ -> Clip.copy(form.apply(selected())));
    return item;
  }

  private void copyOnKey(KeyEvent event) {
    if (COPY.match(event)) {
      Clip.copy(selected().text());
      event.consume();
    }
  }

  private Rows selected() {
    return Rows.of(columns, List.copyOf(table.getSelectionModel().getSelectedItems()));
  }
}
