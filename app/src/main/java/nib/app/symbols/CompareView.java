package nib.app.symbols;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nib.app.style.Marks;
import nib.app.style.Sentence;
import nib.app.table.DataTable;
import nib.app.table.FilterField;
import nib.engine.catalog.CatalogComparison.Change;

/// Two archives held against each other.
final class CompareView extends BorderPane {

  private static final PseudoClass ADDED = PseudoClass.getPseudoClass("added");
  private static final PseudoClass REMOVED = PseudoClass.getPseudoClass("removed");

  private final DataTable<ChangeRow> table;

  CompareView(CompareViewModel model) {
    setId("compare");
    var choose = new Button("Compare with");
    choose.setId("compare-choose");
    choose.getStyleClass().add(Styles.SMALL);
    choose.setMinWidth(Button.USE_PREF_SIZE);
    choose.setOnAction(_ -> model.choose());
    var filter =
        new FilterField("compare-filter", "Filter by member and symbol", model.filterProperty());
    HBox.setHgrow(filter, Priority.ALWAYS);
    var local = new ToggleButton("Local symbols");
    local.setId("compare-local");
    local.getStyleClass().add(Styles.SMALL);
    local.setMinWidth(ToggleButton.USE_PREF_SIZE);
    local.setTooltip(new Tooltip("Also symbols that no other member sees"));
    local.selectedProperty().bindBidirectional(model.localTooProperty());
    var head = new HBox(8, choose, filter, changes(model), local);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("pane-head");
    var words = new Sentence("", "kin-head");
    words.setId("compare-words");
    words.textProperty().bind(model.wordsProperty());
    words.visibleProperty().bind(model.wordsProperty().isNotEmpty());
    words.managedProperty().bind(words.visibleProperty());
    table =
        new DataTable<>(
            "Differences",
            ChangeRow.columns(),
            FXCollections.<ChangeRow>emptyObservableList(),
            "Members and symbols that another archive adds, lacks or has otherwise show here. Choose"
                + " one with the button above.");
    table.node().setId("compare-table");
    table.mark(Marks.HEADING, ChangeRow::ofMember);
    table.mark(ADDED, row -> row.change() == Change.ADDED);
    table.mark(REMOVED, row -> row.change() == Change.REMOVED);
    table.keepOrder();
    model.rowsProperty().addListener((_, _, rows) -> table.show(rows));
    setTop(new VBox(head, words));
    setCenter(table.node());
  }

  DataTable<ChangeRow> table() {
    return table;
  }

  private static ComboBox<Optional<Change>> changes(CompareViewModel model) {
    var choices =
        Stream.concat(
                Stream.of(Optional.<Change>empty()), Stream.of(Change.values()).map(Optional::of))
            .toList();
    var box =
        Choice.of(
            "compare-change",
            List.copyOf(choices),
            change -> change.map(Change::words).orElse("All changes"));
    box.setAccessibleText("Kind of changes");
    box.valueProperty().bindBidirectional(model.changeProperty());
    return box;
  }
}
