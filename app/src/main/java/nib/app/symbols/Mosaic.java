package nib.app.symbols;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import nib.app.symbols.Squares.Area;
import nib.engine.objectfile.SectionTotal.Content;

/// The picture of sizes as pixels, without words. Thousands of patterned rectangles take the
/// toolkit half a second, during which the window answers nobody; here they take some milliseconds
/// of any thread's time.
final class Mosaic {

  /// Colours as 0xAARRGGBB, opaque.
  ///
  /// @param ground where nothing is known
  /// @param edge between rectangles, and the lines of patterns
  record Colours(int ground, int edge, Map<Content, Integer> contents) {
    Colours {
      contents = Map.copyOf(contents);
    }
  }

  /// How large a picture is.
  ///
  /// @param scale device pixels for each of `width` and `height`
  record Frame(double width, double height, double scale) {

    boolean empty() {
      return across() == 0 || down() == 0;
    }

    int across() {
      return (int) Math.round(width * scale);
    }

    int down() {
      return (int) Math.round(height * scale);
    }
  }

  private static final int STEP = 6;

  private final Colours colours;
  private final double scale;
  private final int width;
  private final int height;
  private final int[] pixels;

  private Mosaic(Frame frame, Colours colours) {
    this.colours = colours;
    this.scale = frame.scale();
    this.width = frame.across();
    this.height = frame.down();
    this.pixels = new int[width * height];
    Arrays.fill(pixels, colours.ground());
  }

  static Mosaic of(Iterable<Tile> tiles, Frame frame, Colours colours) {
    var mosaic = new Mosaic(frame, colours);
    tiles.forEach(mosaic::paint);
    return mosaic;
  }

  /// A small sample of a kind's colour and pattern.
  static Mosaic sample(Content content, Frame frame, Colours colours) {
    var mosaic = new Mosaic(frame, colours);
    var all = new Area(0, 0, frame.width(), frame.height());
    mosaic.fill(all, Optional.of(content));
    mosaic.outline(all, colours.edge());
    return mosaic;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /// Row by row, as 0xAARRGGBB; nobody writes there.
  int[] pixels() {
    return pixels;
  }

  private void paint(Tile tile) {
    if (tile.parts().isEmpty()) {
      fill(tile.area(), tile.content());
    }
    for (var part : tile.parts()) {
      var content = part.section().content();
      fill(part.area(), Optional.of(content));
      outline(part.area(), between(colour(content), colours.edge()));
    }
    outline(tile.area(), colours.edge());
  }

  private void fill(Area area, Optional<Content> content) {
    int plain = content.map(this::colour).orElse(colours.ground());
    for (int y = top(area); y < bottom(area); y++) {
      int row = y * width;
      for (int x = left(area); x < right(area); x++) {
        pixels[row + x] =
            content.isPresent() && lined(content.get(), x, y) ? colours.edge() : plain;
      }
    }
  }

  /// Code is plain; lines rise over data, fall over read-only data, lie over debugging information
  /// and stand over what the linker reads.
  private boolean lined(Content content, int x, int y) {
    int column = (int) (x / scale) % STEP;
    int row = (int) (y / scale) % STEP;
    return switch (content) {
      case DATA -> column + row == STEP - 1;
      case READ_ONLY -> column == row;
      case DEBUG -> row == 0;
      case LINKING -> column == 0;
      case CODE, ZEROED -> false;
    };
  }

  private void outline(Area area, int colour) {
    if (left(area) >= right(area) || top(area) >= bottom(area)) {
      return;
    }
    for (int x = left(area); x < right(area); x++) {
      pixels[top(area) * width + x] = colour;
      pixels[(bottom(area) - 1) * width + x] = colour;
    }
    for (int y = top(area); y < bottom(area); y++) {
      pixels[y * width + left(area)] = colour;
      pixels[y * width + right(area) - 1] = colour;
    }
  }

  private int colour(Content content) {
    return colours.contents().getOrDefault(content, colours.ground());
  }

  private static int between(int one, int other) {
    return 0xff000000 | (((one & 0xfefefe) >>> 1) + ((other & 0xfefefe) >>> 1));
  }

  private int left(Area area) {
    return Math.clamp(Math.round(area.x() * scale), 0, width);
  }

  /// A neighbour's left side is on the same pixel, so that one line parts them.
  private int right(Area area) {
    return Math.clamp(Math.round((area.x() + area.width()) * scale) + 1, 0, width);
  }

  private int top(Area area) {
    return Math.clamp(Math.round(area.y() * scale), 0, height);
  }

  private int bottom(Area area) {
    return Math.clamp(Math.round((area.y() + area.height()) * scale) + 1, 0, height);
  }
}
