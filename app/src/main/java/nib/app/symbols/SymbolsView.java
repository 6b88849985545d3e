package nib.app.symbols;

import atlantafx.base.theme.Styles;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import nib.app.symbols.ExplorerViewModel.Mode;
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
    members = new MembersView(model.members(), pills(model));
    var kin = new KinView(model.kin());
    floors.getItems().setAll(symbols, kin);
    var sizes = new SizesView(model.sizes());
    var compare = new CompareView(model.compare());
    var header = new HeaderView(model.header());
    var beside = new StackPane(floors);
    model
        .modeProperty()
        .addListener((_, _, mode) ->
            beside
                .getChildren()
                .setAll(
                    switch (mode) {
                      case SYMBOLS -> floors;
                      case SIZES -> sizes;
                      case COMPARE -> compare;
                      case HEADER -> header;
                    }));
    columns.getItems().setAll(members, beside);
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

  private static HBox pills(ExplorerViewModel model) {
    var group = new ToggleGroup();
    var pills = new HBox();
    for (var mode : Mode.values()) {
      var pill = new ToggleButton(mode.words());
      pill.setId("mode-" + mode.words());
      pill.setToggleGroup(group);
      pill.getStyleClass()
          .addAll(
              Styles.SMALL,
              switch (mode) {
                case SYMBOLS -> Styles.LEFT_PILL;
                case SIZES -> Styles.CENTER_PILL;
                case COMPARE -> Styles.CENTER_PILL;
                case HEADER -> Styles.RIGHT_PILL;
              });
      pill.setSelected(mode == model.modeProperty().get());
      pill.setOnAction(_ -> {
        model.modeProperty().set(mode);
        pill.setSelected(true);
      });
      model.modeProperty().addListener((_, _, now) -> pill.setSelected(now == mode));
      pill.setMinWidth(ToggleButton.USE_PREF_SIZE);
      pills.getChildren().add(pill);
    }
    return pills;
  }

  private void arrange(boolean tall) {
    var wanted = tall ? Orientation.VERTICAL : Orientation.HORIZONTAL;
    if (floors.getOrientation() != wanted) {
      floors.setOrientation(wanted);
      floors.setDividerPositions(tall ? 0.7 : 0.6);
    }
  }
}
