package nib.app;

import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import nib.app.assist.HistoryButtons;
import nib.app.assist.UsagesLink;
import nib.app.border.BorderView;
import nib.app.border.DependencyPane;
import nib.app.diagnosis.VerdictView;
import nib.app.editor.SourceView;
import nib.app.editor.TextPort;
import nib.app.prototype.PrototypeView;
import nib.app.trial.TrialView;

/// The panes of an open package: the border, Pen, the other side; the drawer under them. Where the
/// window is narrow, the other side goes under Pen.
final class PackagePane extends BorderPane {

  /// Below this width three columns would be too thin to read code in.
  private static final double WIDE = 1120;

  private static final double BORDER_WIDTH = 264;

  private final Desk desk;
  private final BorderView border;
  private final LeftColumn left;
  private final SourceView source;
  private final PrototypeView prototype;
  private final DependencyPane dependency;
  private final VerdictView verdict;
  private final TrialView trial;
  private final DrawerView drawer;
  private final ScrollPane side = new ScrollPane();
  private final SplitPane columns = new SplitPane();
  private final SplitPane middle = new SplitPane();
  private final SplitPane floors = new SplitPane();
  private boolean wide = true;
  private double drawerAt;

  PackagePane(Desk desk, DrawerView drawer) {
    this.desk = desk;
    this.drawer = drawer;
    border = new BorderView(desk.border());
    left = new LeftColumn(border, desk.outline(), desk.settings());
    source = new SourceView(desk.editor(), new HistoryButtons(desk.assist().history()));
    prototype = new PrototypeView(desk.prototype(), new UsagesLink(desk.assist()));
    dependency = new DependencyPane(desk.dependency());
    verdict = new VerdictView(desk.verdict(), desk.build()::build);
    trial = new TrialView(desk.trial());
    drawerAt = desk.settings().number(Settings.DRAWER_HEIGHT, 0.58);
    side.setId("side");
    side.setFitToWidth(true);
    side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    side.getStyleClass().add("side");
    middle.setOrientation(Orientation.VERTICAL);
    floors.setOrientation(Orientation.VERTICAL);
    left.setMinWidth(160);
    source.setMinWidth(200);
    source.setMinHeight(120);
    side.setMinWidth(240);
    arrange(true);
    floors.getItems().setAll(columns);
    setCenter(floors);
    widthProperty().addListener((_, _, now) -> widthChanged(now.doubleValue()));
    desk.drawer().openProperty().addListener((_, _, open) -> placeDrawer(open));
    placeDrawer(desk.drawer().openProperty().get());
    desk.trial().stateProperty().addListener((_, _, _) -> Platform.runLater(this::showResult));
  }

  /// Scrolls the other side so far that the end of a call is in view.
  private void showResult() {
    var content = side.getContent();
    var result = content.lookup("#result");
    if (result == null || !result.isManaged() || side.getScene() == null) {
      return;
    }
    // The result came just now: it has neither its style nor its place yet.
    side.applyCss();
    side.requestLayout();
    side.getScene().getRoot().layout();
    double room = side.getViewportBounds().getHeight();
    double beyond = content.getLayoutBounds().getHeight() - room;
    var at = content.sceneToLocal(result.localToScene(result.getLayoutBounds()));
    boolean above = at.getMinY() < side.getVvalue() * beyond;
    boolean below = at.getMaxY() > side.getVvalue() * beyond + room;
    if (beyond > 0 && (above || below)) {
      // The form stays above the result where both have room.
      side.setVvalue(Math.clamp(Math.min(at.getMinY(), at.getMaxY() - room) / beyond, 0, 1));
    }
  }

  /// What the tools around the text may do with it.
  TextPort text() {
    return source.port();
  }

  /// The panes that F6 walks, in reading order.
  List<Node> stops() {
    return Stream.of(border, left.outline(), source, prototype, trial, drawer)
        .filter(Node::isVisible)
        .filter(pane -> pane != drawer || desk.drawer().openProperty().get())
        .map(Node.class::cast)
        .toList();
  }

  /// Remembers where the dividers stand.
  void remember() {
    left.remember();
    if (wide && columns.getDividers().size() == 2) {
      desk.settings()
          .put(
              Settings.MAIN,
              "%s %s"
                  .formatted(columns.getDividerPositions()[0], columns.getDividerPositions()[1]));
    }
    desk.settings().put(Settings.DRAWER_HEIGHT, String.valueOf(Dividers.first(floors, drawerAt)));
  }

  private void widthChanged(double width) {
    if (width > 0 && width >= WIDE != wide) {
      arrange(width >= WIDE);
    }
  }

  private void arrange(boolean roomy) {
    wide = roomy;
    columns.getItems().clear();
    middle.getItems().clear();
    if (roomy) {
      side.setContent(new VBox(prototype, dependency, verdict, trial));
      columns.getItems().setAll(left, source, side);
      Dividers.put(columns, remembered());
    } else {
      var declared = new VBox(prototype, dependency, verdict);
      declared.setPrefWidth(1);
      trial.setPrefWidth(1);
      HBox.setHgrow(declared, Priority.ALWAYS);
      HBox.setHgrow(trial, Priority.ALWAYS);
      side.setContent(new HBox(declared, trial));
      middle.getItems().setAll(source, side);
      columns.getItems().setAll(left, middle);
      Dividers.put(middle, 0.5);
      Dividers.put(columns, BORDER_WIDTH / Math.max(getWidth(), 2 * BORDER_WIDTH));
    }
  }

  private double[] remembered() {
    var parts = desk.settings().get(Settings.MAIN).orElse("").split(" ", -1);
    try {
      if (parts.length == 2) {
        return new double[] {Double.parseDouble(parts[0]), Double.parseDouble(parts[1])};
      }
    } catch (NumberFormatException _) {
      // A damaged setting is no setting.
    }
    return new double[] {0.2, 0.66};
  }

  private void placeDrawer(boolean open) {
    if (open) {
      setBottom(null);
      if (!floors.getItems().contains(drawer)) {
        floors.getItems().add(drawer);
        Dividers.put(floors, drawerAt);
      }
    } else {
      drawerAt = Dividers.first(floors, drawerAt);
      floors.getItems().remove(drawer);
      setBottom(drawer);
    }
  }
}
