package nib.app.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.app.symbols.Mosaic.Colours;
import nib.app.symbols.Mosaic.Frame;
import nib.app.symbols.Squares.Area;
import nib.engine.objectfile.SectionTotal.Content;
import org.junit.jupiter.api.Test;

final class MosaicTest {

  private static final int GROUND = 0xff000001;
  private static final int EDGE = 0xff000002;
  private static final int CODE = 0xff000003;
  private static final int DATA = 0xff000004;
  private static final Colours COLOURS =
      new Colours(GROUND, EDGE, Map.of(Content.CODE, CODE, Content.DATA, DATA));

  @Test
  void partsNeighboursByASingleLine() {
    var left = new Tile(new Area(0, 0, 5, 6), Optional.empty(), "left", 1, List.of());
    var right = new Tile(new Area(5, 0, 4, 6), Optional.empty(), "right", 1, List.of());
    var mosaic = Mosaic.of(List.of(left, right), new Frame(10, 7, 1), COLOURS);
    assertEquals(70, mosaic.pixels().length);
    int middle = 3 * mosaic.width();
    assertEquals(
        List.of(EDGE, GROUND, GROUND, GROUND, GROUND, EDGE, GROUND, GROUND, GROUND, EDGE),
        Arrays.stream(mosaic.pixels(), middle, middle + 10).boxed().toList());
  }

  @Test
  void tellsKindsApartWithoutColour() {
    var frame = new Frame(18, 14, 1);
    var code = Mosaic.sample(Content.CODE, frame, COLOURS);
    var data = Mosaic.sample(Content.DATA, frame, COLOURS);
    assertEquals(CODE, code.pixels()[5 * 18 + 6]);
    assertTrue(lines(data) > lines(code));
  }

  @Test
  void drawsAsManyPixelsAsTheScreenHas() {
    var mosaic = Mosaic.sample(Content.CODE, new Frame(18, 14, 1.5), COLOURS);
    assertEquals(27, mosaic.width());
    assertEquals(21, mosaic.height());
    assertTrue(new Frame(0, 100, 1).empty());
  }

  private static long lines(Mosaic mosaic) {
    return Arrays.stream(mosaic.pixels()).filter(pixel -> pixel == EDGE).count();
  }
}
