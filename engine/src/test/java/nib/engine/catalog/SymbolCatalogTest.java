package nib.engine.catalog;

import static nib.engine.catalog.Catalogs.function;
import static nib.engine.catalog.Catalogs.local;
import static nib.engine.catalog.Catalogs.needed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import nib.engine.catalog.RowQuery.Side;
import nib.engine.diagnostic.FailureException;
import nib.engine.objectfile.Symbol;
import nib.engine.objectfile.elf.ElfBytes;
import nib.engine.symbols.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SymbolCatalogTest {

  private static final Library SHAPES =
      new Catalogs()
          .object(
              "shape.o",
              function("_ZN5shape4areaEv", ".text._ZN5shape4areaEv", 40),
              function("plain", ".text", 3),
              local("table"),
              needed("malloc"))
          .damaged("cut.o")
          .object("shape.o", needed("plain"), needed("_ZN5shape4areaEv"), local("table"))
          .object("heap.o", function("malloc", ".text", 7))
          .library("libshapes.a");

  private static final SymbolCatalog CATALOG =
      Catalogs.of(name -> name.equals("_ZN5shape4areaEv") ? "shape::area()" : name, SHAPES);

  @Test
  void numbersTheSymbolsThroughAllMembers() {
    assertEquals(8, CATALOG.rows());
    assertEquals(4, CATALOG.names().size());
    assertEquals("malloc", CATALOG.name(7));
    assertEquals("shape::area()", CATALOG.readable(0));
    assertEquals(".text._ZN5shape4areaEv", CATALOG.section(0));
    assertEquals("undefined", CATALOG.section(3));
    assertEquals("local, hidden", CATALOG.bindingWords(2));
    assertEquals(
        List.of("shape.o", "cut.o", "shape.o #2", "heap.o"),
        CATALOG.members().stream().map(CatalogMember::title).toList());
    assertEquals(
        List.of(0, 0, 0, 0, 2, 2, 2, 3),
        IntStream.range(0, 8).mapToObj(CATALOG::memberNumber).toList());
    assertEquals(3, CATALOG.members().getFirst().defined());
    assertEquals(1, CATALOG.members().getFirst().needed());
    assertEquals("damaged at byte 228: cut short", CATALOG.members().get(1).contentWords());
  }

  /// RISC-V assemblers leave labels without a name behind, also as the first symbol.
  @Test
  void takesInNamesOfNoLetters(@TempDir Path folder) throws Exception {
    var elf = ElfBytes.x64().section(".text", 1, 6).symbol("", 0, 0, 4).symbol("f", 1, 2, 4);
    var file = Files.write(folder.resolve("a.o"), elf.bytes());
    var catalog = CatalogReader.read(List.of(file), UnaryOperator.identity(), _ -> {});
    assertEquals("", catalog.name(0));
    assertEquals(0, catalog.find(file, 0, ""));
    assertEquals(1, catalog.find(file, 0, "f"));
  }

  @Test
  void findsASymbolByItsPlace() {
    assertEquals(6, CATALOG.find(Path.of("libshapes.a"), 328, "table"));
    assertEquals(-1, CATALOG.find(Path.of("libshapes.a"), 328, "malloc"));
    assertEquals(-1, CATALOG.find(Path.of("libother.a"), 328, "table"));
    assertEquals(-1, CATALOG.find(Path.of("libshapes.a"), 328, "nowhere"));
  }

  @Test
  void findsWordsInNamesMembersKindsBindingsAndSections() throws Exception {
    var finder = new RowFinder(CATALOG, Optional.of(ReadableNames.of(CATALOG)));
    assertArrayEquals(new int[] {0, 5}, finder.rows(words("SHAPE::area")));
    assertArrayEquals(new int[] {0, 5}, finder.rows(words("_zn5")));
    assertArrayEquals(new int[] {7}, finder.rows(words("heap")));
    assertArrayEquals(new int[] {2, 6}, finder.rows(words("hidden")));
    assertArrayEquals(new int[] {0, 1, 7}, finder.rows(words("function global")));
    assertArrayEquals(new int[] {0}, finder.rows(words(".text._zn5")));
    assertArrayEquals(new int[] {0, 1, 7}, finder.rows(words(".text")));
    assertArrayEquals(new int[] {}, finder.rows(words(".text.nothing")));
    assertEquals(8, finder.rows(RowQuery.ALL).length);
  }

  @Test
  void findsOnlyRawNamesBeforeTheOthersAreMade() throws Exception {
    var finder = new RowFinder(CATALOG, Optional.empty());
    assertEquals(0, finder.rows(words("shape::area")).length);
    assertEquals(2, finder.rows(words("_zn5")).length);
  }

  @Test
  void keepsSidesKindsAndMembers() throws Exception {
    var finder = new RowFinder(CATALOG, Optional.empty());
    assertArrayEquals(new int[] {3, 4, 5}, finder.rows(query(Side.NEEDED)));
    assertArrayEquals(new int[] {0, 1, 2, 6, 7}, finder.rows(query(Side.DEFINED)));
    assertArrayEquals(new int[] {0, 1, 7}, finder.rows(query(Side.LINKABLE)));
    var data =
        new RowQuery(RowQuery.words(""), Side.ALL, Optional.of(Symbol.Kind.DATA), Optional.empty());
    assertArrayEquals(new int[] {2, 6}, finder.rows(data));
    var second =
        new RowQuery(
            RowQuery.words("table"),
            Side.ALL,
            Optional.empty(),
            Optional.of(new RowQuery.Members(1, 3)));
    assertArrayEquals(new int[] {6}, finder.rows(second));
  }

  @Test
  void matchesRegularExpressionsAndSaysWhatIsWrongWithThem() throws Exception {
    var finder = new RowFinder(CATALOG, Optional.of(ReadableNames.of(CATALOG)));
    assertArrayEquals(new int[] {0, 5}, finder.rows(expression("^shape::.*\\(")));
    assertArrayEquals(new int[] {}, finder.rows(expression("^TABLE")));
    assertArrayEquals(new int[] {2, 6}, finder.rows(expression("^table")));
    var mistake = assertThrows(FailureException.class, () -> RowQuery.expression("a(b"));
    assertTrue(mistake.failure().what().startsWith("not a regular expression"));
    assertFalse(mistake.failure().cure().isEmpty());
  }

  @Test
  void endsAMatchThatWouldTakeForEver() throws Exception {
    var endless = Catalogs.of(new Catalogs().object("a.o", needed("a".repeat(64))).library("a.a"));
    var finder = new RowFinder(endless, Optional.empty());
    var query = expression("(a+)+(a+)+(a+)+b");
    var asks = new boolean[1];
    var thread =
        new Thread(() -> {
          try {
            finder.rows(query);
          } catch (InterruptedException e) {
            asks[0] = true;
          } catch (FailureException e) {
            throw new IllegalStateException(e);
          }
        });
    thread.start();
    thread.interrupt();
    thread.join();
    assertTrue(asks[0]);
  }

  @Test
  void looksForALongerWordOnlyWhereTheShorterOneWas() throws Exception {
    var symbols =
        IntStream.range(0, 1000)
            .mapToObj(i -> needed((i % 10 == 0 ? "red" : "green") + i))
            .toArray(Symbol[]::new);
    var finder =
        new RowFinder(
            Catalogs.of(new Catalogs().object("a.o", symbols).library("a.a")), Optional.empty());
    assertEquals(100, finder.rows(words("red")).length);
    assertEquals(1000, finder.looked());
    assertEquals(1, finder.rows(words("red12")).length);
    assertEquals(1100, finder.looked());
  }

  @Test
  void sortsByEveryColumnAndKeepsTheOrderOfEquals() throws Exception {
    var sorter = new RowSorter(CATALOG, Optional.of(ReadableNames.of(CATALOG)));
    assertArrayEquals(
        new int[] {0, 5, 3, 7, 1, 4, 2, 6}, sorter.sort(wish(RowSorter.Key.RAW_NAME, true)));
    assertArrayEquals(
        new int[] {2, 6, 0, 5, 1, 4, 3, 7}, sorter.sort(wish(RowSorter.Key.READABLE_NAME, false)));
    assertArrayEquals(
        new int[] {3, 4, 5, 1, 7, 2, 6, 0}, sorter.sort(wish(RowSorter.Key.SIZE, true)));
    assertArrayEquals(
        new int[] {7, 0, 1, 2, 3, 4, 5, 6}, sorter.sort(wish(RowSorter.Key.MEMBER, true)));
    for (var key : RowSorter.Key.values()) {
      var sorted = sorter.sort(wish(key, true));
      Arrays.sort(sorted);
      assertArrayEquals(IntStream.range(0, 8).toArray(), sorted, key.toString());
    }
    assertArrayEquals(
        IntStream.range(0, 8)
            .boxed()
            .sorted(java.util.Comparator.comparing(CATALOG::section))
            .mapToInt(i -> i)
            .toArray(),
        sorter.sort(wish(RowSorter.Key.SECTION, true)));
  }

  @Test
  void sortsBySeveralColumnsTheFirstBeforeTheOthers() throws Exception {
    var sorter = new RowSorter(CATALOG, Optional.empty());
    assertArrayEquals(
        new int[] {6, 2, 1, 0, 7, 4, 5, 3},
        sorter.sort(
            List.of(
                new RowSorter.Wish(RowSorter.Key.KIND, true),
                new RowSorter.Wish(RowSorter.Key.MEMBER, false),
                new RowSorter.Wish(RowSorter.Key.RAW_NAME, false))));
  }

  @Test
  void leadsFromASymbolToItsDefinitionsAndItsUsers() {
    var alike = new Alike(CATALOG);
    assertArrayEquals(new int[] {0}, alike.definers(5));
    assertArrayEquals(new int[] {5}, alike.needers(0));
    assertArrayEquals(new int[] {7}, alike.definers(3));
    assertArrayEquals(new int[] {}, alike.definers(2));
  }

  @Test
  void comparesMembersByNameAndPositionAndTheirSymbols() throws Exception {
    var fresh =
        Catalogs.of(
            new Catalogs()
                .object("new.o", local("only"))
                .object(
                    "shape.o",
                    needed("malloc"),
                    function("_ZN5shape4areaEv", ".text", 44),
                    local("table"),
                    needed("free"))
                .object("heap.o", function("malloc", ".text", 7))
                .library("libnew.a"));
    var found = CatalogComparison.of(CATALOG, fresh);
    var words =
        found.lines().stream()
            .map(line -> line.change() + (line.ofMember() ? " " : " symbol ") + shown(found, line))
            .toList();
    assertEquals(
        List.of(
            "CHANGED shape.o",
            "CHANGED symbol _ZN5shape4areaEv",
            "REMOVED symbol plain",
            "ADDED symbol free",
            "REMOVED cut.o",
            "REMOVED shape.o #2",
            "ADDED new.o"),
        words);
    assertEquals(1, found.same());
  }

  private static String shown(CatalogComparison found, CatalogComparison.Line line) {
    if (line.ofMember()) {
      return line.memberBefore() == CatalogComparison.NONE
          ? found.after().members().get(line.memberAfter()).title()
          : found.before().members().get(line.memberBefore()).title();
    }
    return line.rowBefore() == CatalogComparison.NONE
        ? found.after().name(line.rowAfter())
        : found.before().name(line.rowBefore());
  }

  @Test
  void findsWordsInBytesAsTextsDo() {
    var random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      String text = random(random, random.nextInt(40));
      String word = random(random, 1 + random.nextInt(4));
      byte[] bytes = ("aAb" + text + "bBa").getBytes(StandardCharsets.ISO_8859_1);
      assertEquals(
          lower(text).contains(lower(word)),
          ByteSearch.contains(
              bytes, 3, text.length(), lower(word).getBytes(StandardCharsets.ISO_8859_1)),
          text + " / " + word);
    }
  }

  /// Letters and what stands where capitals do in the other half of ASCII.
  private static String random(Random random, int length) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append("aAbB@`[{ \u00e9".charAt(random.nextInt(10)));
    }
    return text.toString();
  }

  private static String lower(String text) {
    return text.replace('A', 'a').replace('B', 'b');
  }

  private static RowQuery words(String line) {
    return new RowQuery(RowQuery.words(line), Side.ALL, Optional.empty(), Optional.empty());
  }

  private static RowQuery expression(String typed) throws FailureException {
    return new RowQuery(RowQuery.expression(typed), Side.ALL, Optional.empty(), Optional.empty());
  }

  private static RowQuery query(Side side) {
    return new RowQuery(RowQuery.words(""), side, Optional.empty(), Optional.empty());
  }

  private static List<RowSorter.Wish> wish(RowSorter.Key key, boolean ascending) {
    return List.of(new RowSorter.Wish(key, ascending));
  }
}
