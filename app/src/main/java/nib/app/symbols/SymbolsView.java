package nib.app.symbols;

import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import nib.app.table.DataTable;

/// The archive explorer: members, the symbols of all of them, and what is known of the chosen one.
public final class SymbolsView extends BorderPane {

  /// Below this height what is known of a symbol stands beside the table and not under it.
  private static final double TALL = 480;

  private final SymbolTableView symbols;
  private final MembersView members;
  private final SplitPane columns = new SplitPane();
  private final SplitPane floors = new SplitPane();

  public SymbolsView(ExplorerViewModel model) {
    setId("symbols");
    symbols = new SymbolTableView(model.symbols());
    members = new MembersView(model.members());
    var kin = new KinView(model.kin());
    floors.getItems().setAll(symbols, kin);
    columns.getItems().setAll(members, floors);
    SplitPane.setResizableWithParent(members, false);
    SplitPane.setResizableWithParent(kin, false);
    heightProperty().addListener((_, _, height) -> arrange(height.doubleValue() >= TALL));
    columns.setDividerPositions(0.37);
    arrange(true);
    setCenter(columns);
  }

  /// The symbols, whose column widths are remembered.
  public DataTable<SymbolRow> table() {
    return symbols.table();
  }

  /// The same of the members.
  public DataTable<MemberRow> memberTable() {
    return members.table();
  }

  /// Puts the cursor into the filter.
  public void focusFilter() {
    symbols.focusFilter();
  }

  private void arrange(boolean tall) {
    var wanted = tall ? Orientation.VERTICAL : Orientation.HORIZONTAL;
    if (floors.getOrientation() != wanted) {
      floors.setOrientation(wanted);
      floors.setDividerPositions(tall ? 0.7 : 0.6);
    }
  }
}
