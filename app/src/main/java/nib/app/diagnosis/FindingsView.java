package nib.app.diagnosis;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import nib.app.style.Marks;
import nib.app.table.Clip;
import nib.app.table.DataTable;

/// The table of everything found.
public final class FindingsView extends BorderPane {

  private final DataTable<FindingRow> table;

  public FindingsView(FindingsViewModel model) {
    table =
        new DataTable<>(
            "Findings",
            FindingRow.COLUMNS,
            model.rows(),
            "Nothing found. Build and check to hold the border against its archives.");
    table.node().setId("findings");
    table.onChoose(model::choose);
    table.onOpen(model::follow);
    table.offer("Copy finding", () -> table.chosen().map(FindingRow::text).ifPresent(Clip::copy));
    table.offer("Go to it", () -> table.chosen().ifPresent(model::follow));
    model
        .currentProperty()
        .addListener((_, _, row) ->
            row.filter(found -> !table.chosen().equals(Optional.of(found))).ifPresent(table::lead));
    var remarks = new VBox(4);
    model
        .remarks()
        .addListener(
            (ListChangeListener<String>)
                _ ->
                    remarks
                        .getChildren()
                        .setAll(model.remarks().stream().map(Marks::remark).toList()));
    setTop(remarks);
    setCenter(table.node());
  }

  /// The table, whose column widths are remembered.
  public DataTable<FindingRow> table() {
    return table;
  }
}
