package nib.app.trial;

import javafx.scene.layout.BorderPane;
import nib.app.table.DataTable;

/// Every trial of the selected function, in the drawer.
public final class TrialsView extends BorderPane {

  private final DataTable<TrialRow> table;

  public TrialsView(TrialViewModel model) {
    table =
        new DataTable<>(
            "Trials",
            TrialRow.COLUMNS,
            model.history(),
            "Calls of the selected function show here. Enter takes their arguments again.");
    table.node().setId("trials");
    table.onOpen(model::reload);
    setCenter(table.node());
  }

  /// The table, whose column widths are remembered.
  public DataTable<TrialRow> table() {
    return table;
  }
}
