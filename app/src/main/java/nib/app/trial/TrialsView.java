package nib.app.trial;

import javafx.scene.layout.BorderPane;
import nib.app.table.DataTable;

/// Every trial of the selected function, in the drawer.
public final class TrialsView extends BorderPane {

  public TrialsView(TrialViewModel model) {
    var table =
        new DataTable<>(
            "Trials",
            TrialRow.COLUMNS,
            model.history(),
            "Calls of the selected function show here. Enter takes their arguments again.");
    table.node().setId("trials");
    table.onOpen(model::reload);
    setCenter(table.node());
  }
}
