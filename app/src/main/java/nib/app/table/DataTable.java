package nib.app.table;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
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
import javafx.scene.input.MouseEvent;
import nib.engine.diagnostic.Failure;
import nib.engine.text.Span;

/// A virtual table with rows of one height, whose rows are copied as text, CSV or JSON, and which
/// says what would be here when it is empty.
public final class DataTable<R> {

  /// How many times wider than at first a column of numbers becomes.
  private static final double MOST_FOR_NUMBERS = 1.5;

  /// Above this many rows not all of them can be selected: the toolkit keeps an object for each.
  private static final int MOST_SELECTED = 20_000;

  private static final KeyCombination ALL = KeyCombination.valueOf("Shortcut+A");
  private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

  /// A head that a person clicked.
  public record Wish<R>(Column<R> column, boolean ascending) {

    /// How it orders rows.
    public Comparator<R> order() {
      return ascending ? column.order() : column.order().reversed();
    }
  }

  private final TableView<R> table;
  private final ObservableList<R> rows;
  private final List<Column<R>> columns;
  private final Map<TableColumn<R, String>, Column<R>> meanings = new HashMap<>();
  private final SortedList<R> sorted;
  private final CopyMenu<R> menu;
  private final Map<PseudoClass, Predicate<R>> looks = new HashMap<>();
  private Consumer<R> opened = _ -> {};
  private Optional<Bulk> bulk = Optional.empty();

  /// Makes the table.
  ///
  /// @param name what a screen reader calls it
  /// @param empty what would be here, and what makes it so
  public DataTable(String name, List<Column<R>> columns, ObservableList<R> rows, String empty) {
    this.columns = List.copyOf(columns);
    this.rows = rows;
    this.sorted = new SortedList<>(rows);
    this.table = new TableView<>(sorted);
    table.setAccessibleText(name);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
    table.getStyleClass().add(atlantafx.base.theme.Styles.DENSE);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    var placeholder = new Label(empty);
    placeholder.getStyleClass().add("empty-state");
    placeholder.setWrapText(true);
    table.setPlaceholder(placeholder);
    columns.forEach(column -> table.getColumns().add(tableColumn(column)));
    menu = new CopyMenu<>(this::selected, () -> new Rows<>(this.columns, table.getItems()));
    table.setContextMenu(menu);
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::copyOnKey);
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::limitOnKey);
    table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::limitOnClick);
    table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::enter);
    table.setRowFactory(_ -> row());
    table.setSortPolicy(_ -> {
      sorted.setComparator(order().orElse(null));
      return true;
    });
  }

  private TableRow<R> row() {
    var row = new TableRow<R>();
    row.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY
          && event.getClickCount() == 2
          && !row.isEmpty()) {
        opened.accept(row.getItem());
      }
    });
    row.itemProperty().addListener((_, _, _) -> look(row));
    return row;
  }

  /// The node.
  public TableView<R> node() {
    return table;
  }

  /// Tells `sorter` which order is wanted instead of sorting on the window's thread, the first head
  /// first; empty for the order the rows came in.
  public void sortElsewhere(Consumer<List<Wish<R>>> sorter) {
    table.setItems(rows);
    table.setSortPolicy(_ -> {
      sorter.accept(wishes());
      return true;
    });
  }

  /// Leaves the rows in the order they come in, whatever head is clicked.
  public void keepOrder() {
    table.getColumns().forEach(head -> head.setSortable(false));
  }

  /// Shows other rows. What was selected stays so where they have it.
  public void show(ObservableList<R> shown) {
    table.setItems(shown);
  }

  private List<Wish<R>> wishes() {
    return table.getSortOrder().stream()
        .map(head ->
            new Wish<>(
                Objects.requireNonNull(meanings.get(head), head.getText()),
                head.getSortType() == TableColumn.SortType.ASCENDING))
        .toList();
  }

  /// The order that the heads ask for; empty for that of the rows themselves.
  private Optional<Comparator<R>> order() {
    return wishes().stream().map(Wish::order).reduce(Comparator::thenComparing);
  }

  /// Selects a row and brings it into view, with a little of what stands before it.
  public void lead(R row) {
    int index = table.getItems().indexOf(row);
    if (index >= 0) {
      table.getSelectionModel().clearAndSelect(index);
      table.scrollTo(Math.max(0, index - 2));
    }
  }

  /// Selects a row without moving anything.
  public void mark(R row) {
    int index = table.getItems().indexOf(row);
    if (index >= 0) {
      table.getSelectionModel().clearAndSelect(index);
    }
  }

  /// Runs `action` for the row that a person chose, by mouse or arrow key.
  public void onChoose(Consumer<R> action) {
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, row) -> {
          if (row != null && entered()) {
            action.accept(row);
          }
        });
  }

  /// Whether keys go here once the window has them. The click that wakes the window comes before.
  private boolean entered() {
    return table.getScene() != null && table.equals(table.getScene().getFocusOwner());
  }

  /// A click on a row is a person's choice: the focus is here before the row is selected. The
  /// toolkit moves it afterwards.
  private void enter(MouseEvent event) {
    if (event.getTarget() instanceof Node node && rowOf(node) instanceof TableRow<?>) {
      table.requestFocus();
    }
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
    opened = action;
  }

  /// Gives the rows that `test` holds for a look of their own.
  public void mark(PseudoClass look, Predicate<R> test) {
    looks.put(look, test);
  }

  private void look(TableRow<R> row) {
    looks.forEach((look, test) -> {
      R item = row.getItem();
      row.pseudoClassStateChanged(look, item != null && test.test(item));
    });
  }

  /// Marks a part of a column's text in every row.
  ///
  /// @param part which part; empty for none
  public void mark(Column<R> column, Function<R, Optional<Span>> part) {
    head(column).setCellFactory(_ -> new MarkedCell<>(part));
  }

  /// How wide the columns are, for [#widen].
  public String widths() {
    return columns.stream()
        .map(this::head)
        .map(column -> String.valueOf(Math.round(column.getWidth())))
        .collect(Collectors.joining(" "));
  }

  /// Makes the columns as wide as they were left; nothing where that is not to be understood.
  public void widen(String widths) {
    var parts = widths.split(" ", -1);
    if (parts.length == table.getColumns().size()
        && Stream.of(parts).allMatch(part -> part.matches("\\d{1,4}"))) {
      for (int i = 0; i < parts.length; i++) {
        head(columns.get(i)).setPrefWidth(Integer.parseInt(parts[i]));
      }
    }
  }

  private TableColumn<R, String> head(Column<R> column) {
    return meanings.entrySet().stream()
        .filter(known -> known.getValue().equals(column))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  public Optional<R> chosen() {
    return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
  }

  /// Puts an item of one's own at the top of the context menu.
  public void offer(String words, Runnable action) {
    var item = new MenuItem(words);
    item.setOnAction(_ -> action.run());
    menu.getItems().addFirst(item);
  }

  /// Has what takes long for a table of a million rows done by `helper`.
  public void large(Bulk helper) {
    menu.large(helper);
    bulk = Optional.of(helper);
  }

  private TableColumn<R, String> tableColumn(Column<R> column) {
    var made = new TableColumn<R, String>(column.title());
    meanings.put(made, column);
    made.setPrefWidth(column.width());
    made.setMinWidth(48);
    if (column.style().contains(Column.NUMBER)) {
      made.setMaxWidth(MOST_FOR_NUMBERS * column.width()); // names have use for a wide window
    }
    made.setCellValueFactory(
        cell -> new SimpleStringProperty(column.text().apply(cell.getValue())));
    made.setCellFactory(_ -> new TextCell<>());
    if (!column.style().isEmpty()) {
      made.getStyleClass().addAll(column.style().split(" ", -1));
    }
    return made;
  }

  private void copyOnKey(KeyEvent event) {
    if (COPY.match(event)) {
      Clip.copy(selected().text(Rows.Form.TEXT));
      event.consume();
    }
  }

  /// A range over more rows than can be selected ends in a single row.
  private void limitOnKey(KeyEvent event) {
    boolean range =
        event.isShiftDown() && (event.getCode() == KeyCode.HOME || event.getCode() == KeyCode.END);
    if (table.getItems().size() > MOST_SELECTED && (ALL.match(event) || range)) {
      event.consume();
      refuse();
      if (range) {
        int to = event.getCode() == KeyCode.HOME ? 0 : table.getItems().size() - 1;
        table.getSelectionModel().clearAndSelect(to);
        table.scrollTo(to);
      }
    }
  }

  private void limitOnClick(MouseEvent event) {
    if (event.isShiftDown()
        && event.getTarget() instanceof Node node
        && rowOf(node) instanceof TableRow<?> row
        && Math.abs(row.getIndex() - table.getFocusModel().getFocusedIndex()) > MOST_SELECTED) {
      event.consume();
      refuse();
    }
  }

  private void refuse() {
    String all = CopyMenu.allWords(table.getItems().size(), Rows.Form.TEXT);
    bulk.ifPresent(helper ->
        helper.refuse(
            new Failure(
                String.format(
                    Locale.ROOT, "not more than %,d rows are selected at a time", MOST_SELECTED),
                "filter the table first, or use its menu (Shift+F10): " + all)));
  }

  private static Node rowOf(Node node) {
    Node at = node;
    while (!(at instanceof TableRow<?>) && at.getParent() != null) {
      at = at.getParent();
    }
    return at;
  }

  private Rows<R> selected() {
    return new Rows<>(columns, List.copyOf(table.getSelectionModel().getSelectedItems()));
  }
}
