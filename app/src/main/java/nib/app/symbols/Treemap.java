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
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import nib.app.symbols.Mosaic.Colours;
import nib.app.symbols.Mosaic.Frame;
import nib.app.symbols.Squares.Area;
import nib.engine.objectfile.SectionTotal.Content;

/// The picture of sizes. Each kind of content has a colour and a pattern; colours are the theme's,
/// taken from nodes that nobody sees.
final class Treemap extends Pane {

  private static final Font TEXT = Font.font("JetBrains Mono", 11);
  private static final double LETTER = 7.2;
  private static final double LINE = 13;

  private final ImageView picture = new ImageView();
  private final Canvas words = new Canvas();
  private final Map<Content, Region> colours = new EnumMap<>(Content.class);
  private final Region ink = colour("ink");
  private final Region ground = colour("ground");
  private final Region edge = colour("edge");
  private final Region mark = colour("mark");
  private final Tooltip tooltip = new Tooltip();
  private final SizesViewModel model;
  private final Consumer<String> said;
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
    picture.setSmooth(false);
    words.widthProperty().bind(widthProperty());
    words.heightProperty().bind(heightProperty());
    frame.setFill(Color.TRANSPARENT);
    frame.setStrokeWidth(3);
    frame.setMouseTransparent(true);
    frame.setManaged(false);
    frame.setVisible(false);
    getChildren().addAll(picture, words, frame);
    Tooltip.install(words, tooltip);
    model
        .pictureProperty()
        .addListener((_, _, _) -> {
          lit = -1;
          draw();
        });
    // Colours follow the theme.
    ink.backgroundProperty().addListener((_, _, _) -> draw());
    words.setOnMouseMoved(event -> light(at(event.getX(), event.getY())));
    words.setOnMouseExited(_ -> said.accept(""));
    words.setOnMousePressed(event -> {
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
    model.show(new Frame(getWidth(), getHeight(), scale()), colours());
    if (stale) {
      stale = false;
      paint();
      coloured.run();
    }
  }

  private double scale() {
    return getScene() == null || getScene().getWindow() == null
        ? 1
        : getScene().getWindow().getOutputScaleX();
  }

  private Colours colours() {
    var contents = new EnumMap<Content, Integer>(Content.class);
    colours.forEach((content, region) -> contents.put(content, opaque(of(region))));
    return new Colours(opaque(of(ground)), opaque(of(edge)), contents);
  }

  /// What a colour that may let some of the ground through looks like.
  private int opaque(Paint paint) {
    var under = of(ground) instanceof Color plain ? plain : Color.TRANSPARENT;
    var over = paint instanceof Color plain ? plain : under;
    double through = 1 - over.getOpacity();
    int red =
        (int) Math.round(255 * (over.getRed() * over.getOpacity() + under.getRed() * through));
    int green =
        (int) Math.round(255 * (over.getGreen() * over.getOpacity() + under.getGreen() * through));
    int blue =
        (int) Math.round(255 * (over.getBlue() * over.getOpacity() + under.getBlue() * through));
    return 0xff000000 | red << 16 | green << 8 | blue;
  }

  private void paint() {
    var shown = model.pictureProperty().get().mosaic();
    picture.setImage(shown.map(Treemap::image).orElse(null));
    picture.setFitWidth(getWidth());
    picture.setFitHeight(getHeight());
    var gc = words.getGraphicsContext2D();
    gc.clearRect(0, 0, getWidth(), getHeight());
    gc.setFont(TEXT);
    gc.setFill(of(ink));
    tiles().forEach(tile -> write(gc, tile));
    frame();
  }

  private static Image image(Mosaic mosaic) {
    var image = new WritableImage(mosaic.width(), mosaic.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            mosaic.width(),
            mosaic.height(),
            PixelFormat.getIntArgbInstance(),
            mosaic.pixels(),
            0,
            mosaic.width());
    return image;
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

  private static void write(GraphicsContext gc, Tile tile) {
    for (var part : tile.parts()) {
      write(
          gc,
          part.area(),
          part.area().y() + LINE,
          part.section().name() + " " + Sizes.words(part.section().size()));
    }
    // The members of a thin archive are paths.
    String name = tile.title().substring(tile.title().lastIndexOf('/') + 1);
    write(gc, tile.area(), tile.area().y() + LINE - 1, name);
  }

  private static void write(GraphicsContext gc, Area area, double y, String words) {
    int room = (int) ((area.width() - 8) / LETTER);
    if (room < 4 || area.height() < LINE + 2) {
      return;
    }
    String shown = words.length() <= room ? words : words.substring(0, room - 1) + "…";
    gc.fillText(shown, area.x() + 4, y);
  }

  /// A small sample of a kind's colour and pattern, for the legend.
  ImageView sample(Content content) {
    var frame = new Frame(18, 14, scale());
    var sample = new ImageView(image(Mosaic.sample(content, frame, colours())));
    sample.setFitWidth(frame.width());
    sample.setFitHeight(frame.height());
    return sample;
  }

  /// Runs each time colours may have changed.
  void onColours(Runnable action) {
    coloured = action;
  }
}
