package nib.app.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nib.app.symbols.Squares.Area;
import nib.engine.catalog.CatalogMember;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.objectfile.SectionTotal;
import nib.engine.objectfile.SectionTotal.Content;
import org.junit.jupiter.api.Test;

final class SquaresTest {

  @Test
  void givesEachWeightItsAreaAndCoversEverythingOnce() {
    var random = new Random(3);
    double[] weights =
        random
            .doubles(500, 1, 1000)
            .map(weight -> -weight)
            .sorted()
            .map(weight -> -weight)
            .toArray();
    var areas = Squares.of(weights, new Area(10, 20, 800, 500));
    double sum = java.util.Arrays.stream(weights).sum();
    for (int i = 0; i < weights.length; i++) {
      assertEquals(weights[i] / sum * 400_000, areas.get(i).size(), 1e-3);
    }
    for (int i = 0; i < 2000; i++) {
      double x = 10 + 800 * random.nextDouble();
      double y = 20 + 500 * random.nextDouble();
      assertEquals(1, areas.stream().filter(area -> area.holds(x, y)).count(), x + " " + y);
    }
  }

  @Test
  void drawsNothingOfNothing() {
    assertEquals(List.of(), Squares.of(new double[0], new Area(0, 0, 5, 5)));
    assertEquals(2, Squares.of(new double[2], new Area(0, 0, 5, 5)).size());
  }

  @Test
  void putsWhatIsTooSmallIntoOneTile() {
    var members =
        IntStream.range(0, 3000).mapToObj(i -> member("m" + i, i < 3 ? 1_000_000 : 10)).toList();
    var tiles = Tile.of(members, 600, 400);
    assertEquals(4, tiles.size());
    assertEquals("2,997 smaller members", tiles.getLast().title());
    assertEquals(29_970, tiles.getLast().size());
    assertEquals(
        List.of(".text", ".data"),
        tiles.getFirst().parts().stream().map(part -> part.section().name()).toList());
    assertTrue(tiles.getFirst().words(3_029_970).startsWith("m0   1.0 MB, 33.00 %   .text 700 kB"));
  }

  @Test
  void addsSectionsUp() {
    var rows = SizeRow.of(List.of(member("a", 1000), member("b", 1000)));
    assertEquals(List.of(".text", ".bss", ".data"), rows.stream().map(SizeRow::name).toList());
    assertEquals(1400, rows.getFirst().size());
    assertEquals(2, rows.getFirst().members());
  }

  private static CatalogMember member(String name, long size) {
    var sections =
        List.of(
            new SectionTotal(".text", Content.CODE, 3, size * 7 / 10),
            new SectionTotal(".bss", Content.ZEROED, 1, size / 2),
            new SectionTotal(".data", Content.DATA, 1, size * 3 / 10));
    return new CatalogMember(
        Path.of("lib.a"),
        name,
        1,
        "lib.a(" + name + ")",
        8,
        size,
        new CatalogMember.Contents.Opened(ObjectFormat.ELF64, "x86-64"),
        0,
        0,
        0,
        sections);
  }
}
