package nib.app.symbols;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nib.app.style.Marks;
import nib.app.style.Sentence;
import nib.app.table.Clip;
import nib.app.table.Column;
import nib.app.table.DataTable;
import nib.app.table.FilterField;
import nib.engine.catalog.RowQuery;
import nib.engine.catalog.RowSorter;
import nib.engine.objectfile.Symbol;

/// The table of symbols, with what narrows it.
final class SymbolTableView extends BorderPane {

  private static final List<Symbol.Kind> KINDS =
      List.of(
          Symbol.Kind.FUNCTION,
          Symbol.Kind.INDIRECT_FUNCTION,
          Symbol.Kind.DATA,
          Symbol.Kind.THREAD_LOCAL,
          Symbol.Kind.UNTYPED);

  /// Room for `1,378,928 symbols`.
  private static final double COUNT = 120;

  private final SymbolsViewModel model;
  private final DataTable<SymbolRow> table;
  private final FilterField filter;
  private boolean awaited;

  SymbolTableView(SymbolsViewModel model) {
    this.model = model;
    filter = new FilterField("symbol-filter", "Filter symbols", model.filterProperty());
    filter.setMinWidth(96);
    filter.setTooltip(new Tooltip("Words in the name, member, kind, binding or section"));
    table =
        new DataTable<>(
            "Symbols",
            columns(),
            FXCollections.emptyObservableList(),
            "No symbol to show. Build makes archives, and a narrower filter hides less when cleared.");
    table.node().setId("symbol-table");
    var keys = keys();
    table.sortElsewhere(wishes ->
        model.sort(
            wishes.stream()
                .map(wish ->
                    new RowSorter.Wish(
                        keys.getOrDefault(wish.column().title(), RowSorter.Key.MEMBER),
                        wish.ascending()))
                .toList()));
    table.onOpen(model::choose);
    table.onChoose(model::choose);
    table.offer("Copy raw name", () -> table.chosen().map(SymbolRow::name).ifPresent(Clip::copy));
    filter.sceneProperty().addListener((_, _, _) -> arrived());
    model.rawProperty().addListener((_, _, _) -> table.node().refresh());
    model.rowsProperty().addListener((_, _, rows) -> table.show(rows));
    table.show(model.rows());
    model.selectedProperty().addListener((_, _, row) -> row.ifPresent(this::lead));
    setTop(new VBox(head(), notes()));
    setCenter(table.node());
  }

  DataTable<SymbolRow> table() {
    return table;
  }

  /// Puts the cursor into the filter.
  void focusFilter() {
    if (filter.getScene() == null) {
      // The panes around it are about to come up.
      awaited = true;
    } else {
      filter.requestFocus();
      filter.selectAll();
    }
  }

  private void arrived() {
    if (awaited && filter.getScene() != null) {
      awaited = false;
      filter.requestFocus();
      filter.selectAll();
    }
  }

  private List<Column<SymbolRow>> columns() {
    // The model sorts, so nobody asks these columns for an order.
    Comparator<SymbolRow> none = (_, _) -> 0;
    return List.of(
        new Column<>(
            "Symbol",
            232,
            row -> model.rawProperty().get() ? row.name() : row.shown(),
            none,
            Column.MONO),
        new Column<>("Member", 100, SymbolRow::where, none, Column.FILE),
        new Column<>("Kind", 76, SymbolRow::kind, none, ""),
        new Column<>("Binding", 72, SymbolRow::binding, none, ""),
        new Column<>("Section", 76, SymbolRow::section, none, Column.MONO),
        new Column<>("Size", 64, SymbolRow::size, SymbolRow::bytes, none, Column.NUMBER),
        new Column<>("Letter", 56, SymbolRow::letter, none, Column.MONO));
  }

  private static Map<String, RowSorter.Key> keys() {
    return Map.of(
        "Symbol", RowSorter.Key.READABLE_NAME,
        "Member", RowSorter.Key.MEMBER,
        "Kind", RowSorter.Key.KIND,
        "Binding", RowSorter.Key.BINDING,
        "Section", RowSorter.Key.SECTION,
        "Size", RowSorter.Key.SIZE,
        "Letter", RowSorter.Key.LETTER);
  }

  private HBox head() {
    HBox.setHgrow(filter, Priority.SOMETIMES);
    filter.setPrefColumnCount(18);
    filter.setMinWidth(96);
    filter.setMaxWidth(420);
    filter.setAccessibleText("Filter symbols by name, member, kind, section");
    filter.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.DOWN) {
        table.node().requestFocus();
        if (table.chosen().isEmpty()) {
          table.node().getSelectionModel().selectFirst();
        }
      }
    });
    var expression =
        toggle(".*", "The filter is a regular expression over names (Ctrl+Alt+R)", "expression");
    expression.selectedProperty().bindBidirectional(model.expressionProperty());
    var raw = toggle("Raw names", "Names as the file has them (Ctrl+R)", "raw-names");
    raw.selectedProperty().bindBidirectional(model.rawProperty());
    var count = new Label();
    count.setId("symbol-count");
    count.getStyleClass().add("muted");
    // While an archive is read this is long; a pane that grew for it would push its neighbour away.
    count.setMinWidth(COUNT);
    count.textProperty().bind(model.countProperty());
    var whole = new Tooltip();
    whole.textProperty().bind(model.countProperty());
    count.setTooltip(whole);
    var head = new HBox(8, filter, expression, kinds(), sides(), raw, new Spacer(), count);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("pane-head");
    return head;
  }

  private static ToggleButton toggle(String words, String meaning, String id) {
    var toggle = new ToggleButton(words);
    toggle.setId(id);
    toggle.getStyleClass().add(Styles.SMALL);
    toggle.setTooltip(new Tooltip(meaning));
    toggle.setAccessibleText(meaning);
    toggle.setMinWidth(Label.USE_PREF_SIZE);
    return toggle;
  }

  private ComboBox<Optional<Symbol.Kind>> kinds() {
    var box =
        Choice.of(
            "symbol-kind",
            Stream.concat(
                    Stream.of(Optional.<Symbol.Kind>empty()), KINDS.stream().map(Optional::of))
                .toList(),
            kind -> kind.map(SymbolTableView::words).orElse("All kinds"));
    box.setAccessibleText("Kind of symbols");
    box.valueProperty().bindBidirectional(model.kindProperty());
    return box;
  }

  private ComboBox<RowQuery.Side> sides() {
    var box = Choice.of("symbol-side", List.of(RowQuery.Side.values()), RowQuery.Side::words);
    box.setAccessibleText("Defined or needed");
    box.valueProperty().bindBidirectional(model.sideProperty());
    return box;
  }

  private static String words(Symbol.Kind kind) {
    String words = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /// What is wrong with the filter and with the archives.
  private VBox notes() {
    var mistake = new Sentence("", "danger-text", "indented");
    mistake.setId("symbol-mistake");
    mistake.textProperty().bind(model.mistakeProperty().map(words -> "✗ " + words));
    mistake.visibleProperty().bind(model.mistakeProperty().isNotEmpty());
    mistake.managedProperty().bind(mistake.visibleProperty());
    return new VBox(4, mistake, Marks.remarks(model.remarks()));
  }

  private void lead(SymbolRow row) {
    if (!table.chosen().equals(Optional.of(row))) {
      table.lead(row);
    }
  }
}
