package nib.app.symbols;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import nib.app.symbols.Squares.Area;
import nib.engine.objectfile.SectionTotal.Content;

/// The picture of sizes. Each kind of content has a colour and a pattern; colours are the theme's,
/// taken from nodes that nobody sees.
final class Treemap extends Pane {

  private static final Font TEXT = Font.font("JetBrains Mono", 11);
  private static final double LETTER = 7.2;
  private static final double LINE = 13;
  private static final int STEP = 6;

  private final Canvas canvas = new Canvas();
  private final Map<Content, Region> colours = new EnumMap<>(Content.class);
  private final Region ink = colour("ink");
  private final Region ground = colour("ground");
  private final Region edge = colour("edge");
  private final Region mark = colour("mark");
  private final Tooltip tooltip = new Tooltip();
  private final SizesViewModel model;
  private final Consumer<String> said;
  private final Map<Content, Paint> patterns = new EnumMap<>(Content.class);
  private final Rectangle frame = new Rectangle();
  private Runnable coloured = () -> {};
  private boolean stale = true;
  private int lit = -1;

  /// A picture.
  ///
  /// @param said gets what is under the pointer or was stepped to, in words
  Treemap(SizesViewModel model, Consumer<String> said) {
    this.model = model;
    this.said = said;
    setId("treemap");
    getStyleClass().add("treemap");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText("Sizes of members and sections");
    setFocusTraversable(true);
    for (var content : Content.values()) {
      colours.put(content, colour("content-" + content.name().toLowerCase(java.util.Locale.ROOT)));
    }
    canvas.widthProperty().bind(widthProperty());
    canvas.heightProperty().bind(heightProperty());
    frame.setFill(Color.TRANSPARENT);
    frame.setStrokeWidth(3);
    frame.setMouseTransparent(true);
    frame.setManaged(false);
    frame.setVisible(false);
    getChildren().addAll(canvas, frame);
    Tooltip.install(canvas, tooltip);
    widthProperty().addListener((_, _, _) -> model.resize(getWidth(), getHeight()));
    heightProperty().addListener((_, _, _) -> model.resize(getWidth(), getHeight()));
    model
        .pictureProperty()
        .addListener((_, _, _) -> {
          lit = -1;
          draw();
        });
    // Colours follow the theme.
    ink.backgroundProperty().addListener((_, _, _) -> draw());
    canvas.setOnMouseMoved(event -> light(at(event.getX(), event.getY())));
    canvas.setOnMouseExited(_ -> said.accept(""));
    canvas.setOnMousePressed(event -> {
      requestFocus();
      light(at(event.getX(), event.getY()));
      if (event.getClickCount() == 2) {
        open();
      }
    });
    addEventHandler(KeyEvent.KEY_PRESSED, this::step);
  }

  private Region colour(String name) {
    var region = new Region();
    region.getStyleClass().addAll("treemap-colour", name);
    region.setManaged(false);
    region.setVisible(false);
    getChildren().add(region);
    return region;
  }

  private static Paint of(Region region) {
    var background = region.getBackground();
    return background == null || background.getFills().isEmpty()
        ? Color.TRANSPARENT
        : background.getFills().getFirst().getFill();
  }

  private List<Tile> tiles() {
    return model.pictureProperty().get().tiles();
  }

  private int at(double x, double y) {
    for (int i = 0; i < tiles().size(); i++) {
      if (tiles().get(i).area().holds(x, y)) {
        return i;
      }
    }
    return -1;
  }

  private void light(int tile) {
    lit = tile;
    frame();
    String words = chosen().map(one -> one.words(model.pictureProperty().get().all())).orElse("");
    said.accept(words);
    tooltip.setText(words);
    setAccessibleText(words.isEmpty() ? "Sizes of members and sections" : words);
  }

  private Optional<Tile> chosen() {
    return lit >= 0 && lit < tiles().size() ? Optional.of(tiles().get(lit)) : Optional.empty();
  }

  private void open() {
    chosen().flatMap(Tile::member).ifPresent(model::choose);
  }

  private void step(KeyEvent event) {
    int last = tiles().size() - 1;
    switch (event.getCode()) {
      case RIGHT, DOWN -> light(lit >= last ? 0 : lit + 1);
      case LEFT, UP -> light(lit <= 0 ? last : lit - 1);
      case HOME -> light(0);
      case END -> light(last);
      case ENTER -> open();
      default -> {
        return;
      }
    }
    event.consume();
  }

  /// Draws before the window is painted next, however many reasons there were.
  private void draw() {
    stale = true;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (stale) {
      stale = false;
      patterns.clear();
      paint();
      coloured.run();
    }
  }

  private void paint() {
    var gc = canvas.getGraphicsContext2D();
    gc.setFill(of(ground));
    gc.fillRect(0, 0, getWidth(), getHeight());
    gc.setFont(TEXT);
    tiles().forEach(tile -> draw(gc, tile));
    frame();
  }

  /// Puts the frame around what is lit.
  private void frame() {
    frame.setVisible(chosen().isPresent());
    frame.setStroke(of(mark));
    chosen()
        .map(Tile::area)
        .ifPresent(area -> {
          frame.setX(area.x() + 1);
          frame.setY(area.y() + 1);
          frame.setWidth(Math.max(2, area.width() - 2));
          frame.setHeight(Math.max(2, area.height() - 2));
        });
  }

  private void draw(GraphicsContext gc, Tile tile) {
    var area = tile.area();
    if (tile.parts().isEmpty()) {
      fill(gc, area, tile.content());
    } else {
      for (var part : tile.parts()) {
        fill(gc, part.area(), Optional.of(part.section().content()));
        outline(gc, part.area(), 0.5);
        write(
            gc,
            part.area(),
            part.area().y() + LINE,
            part.section().name() + " " + Sizes.words(part.section().size()));
      }
    }
    outline(gc, area, 1);
    write(gc, area, area.y() + LINE - 1, tile.title());
  }

  private void outline(GraphicsContext gc, Area area, double width) {
    gc.setStroke(of(edge));
    gc.setLineWidth(width);
    gc.strokeRect(area.x(), area.y(), area.width(), area.height());
  }

  private void write(GraphicsContext gc, Area area, double y, String words) {
    int room = (int) ((area.width() - 8) / LETTER);
    if (room < 4 || area.height() < LINE + 2) {
      return;
    }
    String shown = words.length() <= room ? words : words.substring(0, room - 1) + "…";
    gc.setFill(of(ink));
    gc.fillText(shown, area.x() + 4, y);
  }

  private void fill(GraphicsContext gc, Area area, Optional<Content> content) {
    gc.setFill(content.map(this::pattern).orElse(of(ground)));
    gc.fillRect(area.x(), area.y(), area.width(), area.height());
  }

  private Paint pattern(Content content) {
    return patterns.computeIfAbsent(content, kind -> pattern(kind, of(colour(kind)), of(edge)));
  }

  private Region colour(Content content) {
    return java.util.Objects.requireNonNull(colours.get(content));
  }

  /// Code is plain; lines rise over data, fall over read-only data, lie over debugging information
  /// and stand over what the linker reads.
  private static Paint pattern(Content content, Paint ground, Paint lines) {
    if (content == Content.CODE || !(ground instanceof Color on && lines instanceof Color line)) {
      return ground;
    }
    var image = new WritableImage(STEP, STEP);
    for (int x = 0; x < STEP; x++) {
      for (int y = 0; y < STEP; y++) {
        boolean marked =
            switch (content) {
              case DATA -> x + y == STEP - 1;
              case READ_ONLY -> x == y;
              case DEBUG -> y == 0;
              case LINKING -> x == 0;
              case CODE, ZEROED -> false;
            };
        image.getPixelWriter().setColor(x, y, marked ? line : on);
      }
    }
    return new ImagePattern(image, 0, 0, STEP, STEP, false);
  }

  /// A small sample of a kind's colour and pattern, for the legend.
  void sample(Canvas onto, Content content) {
    var gc = onto.getGraphicsContext2D();
    var area = new Area(0, 0, onto.getWidth(), onto.getHeight());
    fill(gc, area, Optional.of(content));
    outline(gc, area, 1);
  }

  /// Runs each time colours may have changed.
  void onColours(Runnable action) {
    coloured = action;
  }
}
