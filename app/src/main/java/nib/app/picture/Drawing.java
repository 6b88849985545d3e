package nib.app.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
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
import nib.engine.explain.Picture;
import nib.engine.explain.Picture.Arrow;
import nib.engine.explain.Picture.Box;
import nib.engine.explain.Picture.Shape;
import nib.engine.explain.Picture.Text;

/// A picture as nodes. Those about one thing light up together: under the pointer, or where the
/// arrow keys have stepped to.
final class Drawing extends Pane {

  private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
  private static final double ROUND = 6;
  private static final double HEAD = 7;

  private final Map<String, List<Node>> linked = new HashMap<>();
  private final ReadOnlyStringWrapper lit = new ReadOnlyStringWrapper("");
  private List<String> links = List.of();

  /// What the keyboard or a click chose; stays lit when the pointer goes elsewhere.
  private String chosen = "";

  Drawing() {
    setId("drawing");
    getStyleClass().add("drawing");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setFocusTraversable(true);
    addEventHandler(KeyEvent.KEY_PRESSED, this::step);
    lit.addListener((_, before, now) -> {
      mark(before, false);
      mark(now, true);
    });
  }

  /// Draws a picture in the place of what was there. What was chosen stays so if it still exists.
  void show(Picture picture) {
    linked.clear();
    links = picture.links();
    getChildren().clear();
    picture
        .shapes()
        .forEach(shape -> {
          var nodes = nodes(shape);
          getChildren().addAll(nodes);
          nodes.forEach(node -> link(node, shape.link()));
        });
    setMinSize(picture.width(), picture.height());
    setPrefSize(picture.width(), picture.height());
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    chosen = links.contains(chosen) ? chosen : "";
    lit.set("");
    lit.set(chosen);
  }

  /// The link of what is lit; empty where nothing is.
  ReadOnlyStringProperty litProperty() {
    return lit.getReadOnlyProperty();
  }

  /// Where the shapes of a link are.
  Bounds place(String link) {
    return linked.getOrDefault(link, List.of()).stream()
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

  private void link(Node node, String link) {
    if (link.isEmpty()) {
      node.setMouseTransparent(true);
      return;
    }
    linked.computeIfAbsent(link, _ -> new ArrayList<>()).add(node);
    node.setOnMouseEntered(_ -> lit.set(link));
    node.setOnMouseExited(_ -> lit.set(chosen));
    node.setOnMousePressed(_ -> {
      requestFocus();
      choose(link);
    });
  }

  private void choose(String link) {
    chosen = link;
    lit.set(link);
  }

  private void mark(String link, boolean on) {
    linked.getOrDefault(link, List.of()).forEach(node -> node.pseudoClassStateChanged(LIT, on));
  }

  private void step(KeyEvent event) {
    if (links.isEmpty() || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    int at = links.indexOf(chosen);
    int last = links.size() - 1;
    switch (event.getCode()) {
      case DOWN, RIGHT -> choose(links.get(at == last ? 0 : at + 1));
      case UP, LEFT -> choose(links.get(at <= 0 ? last : at - 1));
      case HOME -> choose(links.getFirst());
      case END -> choose(links.getLast());
      default -> {
        return;
      }
    }
    event.consume();
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
