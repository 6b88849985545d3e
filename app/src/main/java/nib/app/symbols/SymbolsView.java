package nib.app.symbols;

import atlantafx.base.theme.Styles;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import nib.app.Dividers;
import nib.app.symbols.ExplorerViewModel.Mode;
import nib.app.table.DataTable;

/// The archive explorer: members, the symbols of all of them, and what is known of the chosen one.
public final class SymbolsView extends BorderPane {

  /// Below this height what is known of a symbol stands beside the table and not under it.
  private static final double TALL = 480;

  private final SymbolTableView symbols;
  private final MembersView members;
  private final CompareView compare;
  private final KinView kin;
  private final StackPane beside;
  private final SplitPane columns = new SplitPane();
  private final SplitPane floors = new SplitPane();

  /// Of the columns and the floors where there is room below the table, then where there is not.
  private double[] dividers = {0.44, 0.7, 0.3, 0.64};

  public SymbolsView(ExplorerViewModel model) {
    setId("symbols");
    symbols = new SymbolTableView(model.symbols());
    members = new MembersView(model.members(), pills(model));
    kin = new KinView(model.kin());
    floors.getItems().setAll(symbols, kin);
    var sizes = new SizesView(model.sizes());
    compare = new CompareView(model.compare());
    var header = new HeaderView(model.header());
    for (var table : List.of(symbols.table(), members.table(), compare.table())) {
      table.large(model.bulk());
    }
    beside = new StackPane(floors);
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
    SplitPane.setResizableWithParent(kin, false);
    heightProperty().addListener((_, _, height) -> arrange(height.doubleValue() >= TALL));
    sceneProperty()
        .addListener((_, _, scene) -> {
          // The panes move between the drawer and the window, which are of different sizes.
          if (scene == null) {
            note();
          } else {
            place();
          }
        });
    floors.setOrientation(Orientation.VERTICAL);
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

  /// The same of the differences to another archive.
  public DataTable<ChangeRow> differences() {
    return compare.table();
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

  /// The panes that F6 walks, in reading order.
  public List<Node> stops() {
    var shown = beside.getChildren().getFirst();
    return shown.equals(floors)
        ? List.of(members.table().node(), symbols.table().node(), kin)
        : List.of(members.table().node(), shown);
  }

  /// Where the dividers stand, for [#divide].
  public String divided() {
    note();
    return Arrays.stream(dividers)
        .mapToObj(at -> String.format(Locale.ROOT, "%.4f", at))
        .collect(Collectors.joining(" "));
  }

  /// Puts the dividers where they were left; nothing where that is not to be understood.
  public void divide(String left) {
    var parts = left.split(" ", -1);
    if (parts.length == dividers.length
        && Arrays.stream(parts).allMatch(part -> part.matches("0\\.\\d+"))) {
      dividers = Arrays.stream(parts).mapToDouble(Double::parseDouble).toArray();
      place();
    }
  }

  private void place() {
    Dividers.put(columns, dividers[now()]);
    Dividers.put(floors, dividers[now() + 1]);
  }

  private void note() {
    if (columns.getWidth() > 0) {
      dividers[now()] = columns.getDividerPositions()[0];
      dividers[now() + 1] = floors.getDividerPositions()[0];
    }
  }

  private int now() {
    return floors.getOrientation() == Orientation.VERTICAL ? 0 : 2;
  }

  private void arrange(boolean tall) {
    var wanted = tall ? Orientation.VERTICAL : Orientation.HORIZONTAL;
    if (floors.getOrientation() != wanted) {
      note();
      floors.setOrientation(wanted);
      place();
    }
  }
}
