package nib.app.symbols;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nib.app.style.Marks;
import nib.app.table.Clip;
import nib.app.table.DataTable;
import nib.app.table.FilterField;

/// The table of members and symbols, with its filter.
public final class SymbolsView extends BorderPane {

  private static final KeyCombination RAW = KeyCombination.valueOf("Shortcut+R");

  private final SymbolsViewModel model;
  private final DataTable<SymbolRow> table;
  private final TextField filter;

  public SymbolsView(SymbolsViewModel model) {
    this.model = model;
    setId("symbols");
    filter =
        new FilterField(
            "symbol-filter", "Filter by name, member, kind, section", model.filterProperty());
    filter.setAccessibleText("Filter symbols by name, member, kind, section");
    table =
        new DataTable<>(
            "Symbols",
            SymbolRow.columns(() -> model.rawProperty().get()),
            model.rows(),
            "Symbols of the built archives show here. Build makes them, or clear the filter.");
    table.node().setId("symbol-table");
    table.sortElsewhere(model::sort);
    table.onOpen(model::choose);
    table.offer("Copy raw name", () -> table.chosen().map(SymbolRow::name).ifPresent(Clip::copy));
    model.rawProperty().addListener((_, _, _) -> table.node().refresh());
    table.onChoose(model::choose);
    model.selectedProperty().addListener((_, _, row) -> row.ifPresent(this::lead));
    var remarks = new VBox(4);
    model
        .remarks()
        .addListener(
            (ListChangeListener<String>)
                _ ->
                    remarks
                        .getChildren()
                        .setAll(model.remarks().stream().map(Marks::remark).toList()));
    setTop(new VBox(head(), remarks));
    setCenter(table.node());
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (RAW.match(event)) {
            model.rawProperty().set(!model.rawProperty().get());
            event.consume();
          }
        });
  }

  /// The table, whose column widths are remembered.
  public DataTable<SymbolRow> table() {
    return table;
  }

  /// Puts the cursor into the filter.
  public void focusFilter() {
    filter.requestFocus();
    filter.selectAll();
  }

  private HBox head() {
    HBox.setHgrow(filter, Priority.SOMETIMES);
    filter.setPrefColumnCount(28);
    filter.setMaxWidth(420);
    filter.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.DOWN) {
        table.node().requestFocus();
        if (table.chosen().isEmpty()) {
          table.node().getSelectionModel().selectFirst();
        }
      }
    });
    var raw = new ToggleButton("Raw names");
    raw.getStyleClass().add(Styles.SMALL);
    raw.setTooltip(new Tooltip("Names as the file has them (Ctrl+R)"));
    raw.selectedProperty().bindBidirectional(model.rawProperty());
    var count = new Label();
    count.setId("symbol-count");
    count.getStyleClass().add("muted");
    count.textProperty().bind(model.countProperty());
    var head = new HBox(8, filter, raw, new Spacer(), count);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("pane-head");
    return head;
  }

  private void lead(SymbolRow row) {
    if (!table.chosen().equals(Optional.of(row))) {
      table.lead(row);
    }
  }
}
