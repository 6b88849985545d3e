package nib.app.picture;

import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import nib.app.project.Pointing;
import nib.engine.abi.CallPart;
import nib.engine.explain.Picture;
import nib.engine.explain.Picture.Arrow;
import nib.engine.explain.Picture.Box;
import nib.engine.explain.Picture.Shape;
import nib.engine.explain.Picture.Text;

/// A picture as nodes. Those about the parts that are pointed at light up together, wherever they
/// are pointed at; the pointer and the arrow keys point here.
final class Drawing extends Pane {

  private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
  private static final double ROUND = 6;
  private static final double HEAD = 7;

  private record Drawn(Shape shape, List<Node> nodes) {}

  private final Pointing pointing;
  private List<Drawn> drawn = List.of();
  private List<List<CallPart>> stops = List.of();

  Drawing(Pointing pointing) {
    this.pointing = pointing;
    setId("drawing");
    getStyleClass().add("drawing");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setFocusTraversable(true);
    addEventHandler(KeyEvent.KEY_PRESSED, this::step);
    pointing.litProperty().addListener((_, _, _) -> light());
  }

  /// Draws a picture in the place of what was there.
  void show(Picture picture) {
    stops = picture.stops();
    drawn = picture.shapes().stream().map(shape -> new Drawn(shape, nodes(shape))).toList();
    getChildren().setAll(drawn.stream().flatMap(one -> one.nodes().stream()).toList());
    drawn.forEach(one -> one.nodes().forEach(node -> link(node, one.shape().about())));
    setMinSize(picture.width(), picture.height());
    setPrefSize(picture.width(), picture.height());
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    light();
  }

  /// Where the shapes about parts are.
  Bounds place(List<CallPart> parts) {
    return drawn.stream()
        .filter(one -> one.shape().isAbout(parts))
        .flatMap(one -> one.nodes().stream())
        .map(Node::getBoundsInParent)
        .reduce(Drawing::around)
        .orElse(new BoundingBox(0, 0, 0, 0));
  }

  private static Bounds around(Bounds one, Bounds other) {
    double x = Math.min(one.getMinX(), other.getMinX());
    double y = Math.min(one.getMinY(), other.getMinY());
    return new BoundingBox(
        x,
        y,
        Math.max(one.getMaxX(), other.getMaxX()) - x,
        Math.max(one.getMaxY(), other.getMaxY()) - y);
  }

  private void link(Node node, List<CallPart> about) {
    if (about.isEmpty()) {
      node.setMouseTransparent(true);
      return;
    }
    node.setOnMouseEntered(_ -> pointing.hover(about));
    node.setOnMouseExited(_ -> pointing.hover(List.of()));
    node.setOnMousePressed(_ -> {
      requestFocus();
      pointing.lead(new Pointing.Lead(about, false));
    });
  }

  private void light() {
    var lit = pointing.litProperty().get();
    for (var one : drawn) {
      boolean on = one.shape().isAbout(lit);
      one.nodes().forEach(node -> node.pseudoClassStateChanged(LIT, on));
    }
  }

  private void step(KeyEvent event) {
    if (stops.isEmpty() || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    int at = at();
    int last = stops.size() - 1;
    switch (event.getCode()) {
      case DOWN, RIGHT -> pointing.choose(stops.get(at == last ? 0 : at + 1));
      case UP, LEFT -> pointing.choose(stops.get(at <= 0 ? last : at - 1));
      case HOME -> pointing.choose(stops.getFirst());
      case END -> pointing.choose(stops.getLast());
      case ENTER -> pointing.lead(new Pointing.Lead(pointing.chosen(), true));
      default -> {
        return;
      }
    }
    event.consume();
  }

  /// The stop that is chosen, here or elsewhere; -1 where none is.
  private int at() {
    var chosen = pointing.chosen();
    return chosen.isEmpty()
        ? -1
        : stops.stream().map(List::getFirst).toList().indexOf(chosen.getFirst());
  }

  private static List<Node> nodes(Shape shape) {
    return switch (shape) {
      case Box box -> List.of(rectangle(box));
      case Text text -> List.of(words(text));
      case Arrow arrow -> curve(arrow);
    };
  }

  private static Node rectangle(Box box) {
    var node = new Rectangle(box.x(), box.y(), box.width(), box.height());
    node.setArcWidth(ROUND);
    node.setArcHeight(ROUND);
    node.getStyleClass().addAll("box", "role-" + box.role().name().toLowerCase(Locale.ROOT));
    return node;
  }

  private static Node words(Text text) {
    var node = new javafx.scene.text.Text(text.x(), text.y(), text.text());
    node.getStyleClass()
        .addAll("drawn-text", "weight-" + text.weight().name().toLowerCase(Locale.ROOT));
    double before =
        switch (text.anchor()) {
          case START -> 0;
          case MIDDLE -> 0.5;
          case END -> 1;
        };
    if (before > 0) {
      // Its width is known once it has its font.
      node.layoutBoundsProperty()
          .addListener((_, _, bounds) -> node.setX(text.x() - before * bounds.getWidth()));
    }
    return node;
  }

  private static List<Node> curve(Arrow arrow) {
    double middle = (arrow.fromX() + arrow.toX()) / 2;
    double back = arrow.toX() > middle ? -HEAD : HEAD;
    double x = arrow.toX();
    double y = arrow.toY();
    var curve =
        new CubicCurve(arrow.fromX(), arrow.fromY(), middle, arrow.fromY(), middle, y, x + back, y);
    curve.getStyleClass().add("arrow");
    var head = new Polygon(x, y, x + back, y - HEAD / 2, x + back, y + HEAD / 2);
    head.getStyleClass().add("arrow-head");
    return List.of(curve, head);
  }
}
