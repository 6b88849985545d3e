package nib.engine.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import nib.engine.binary.RawText;
import nib.engine.objectfile.Symbol;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.oracle.Tool;
import nib.engine.symbols.SymbolLookup.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lookups in archives that real archivers made.
@Tag("toolchain")
final class SymbolLookupTest {

  private static final String[] FLAGS = {"aw", "ax", "a"};

  @TempDir private Path folder;

  @BeforeEach
  void compile() throws Exception {
    source("a", "int twice(void) { return 2; } static int own; int *p = &own;");
    source("b", "int twice(void) { return 2; } int common_one; extern int far; int *q = &far;");
    source("c", "int größe(void) { return 3; }");
    Tool.run(folder, "ar", "rcs", "l.a", "a.o", "b.o", "c.o");
  }

  @Test
  void findsTheFirstDefinitionAndCountsTheOthers() throws Exception {
    var result = find("twice", "common_one", "größe", "p");
    assertEquals(List.of(), result.remarks());
    assertEquals(
        List.of("twice a.o T +1", "common_one b.o B +0", "größe c.o T +0", "p a.o D +0"),
        words(result));
  }

  @Test
  void saysWhatIsNotDefined() throws Exception {
    assertEquals(List.of("own -", "far -", "nothing -"), words(find("own", "far", "nothing")));
  }

  @Test
  void asksEveryMemberWhereThereIsNoIndex() throws Exception {
    Files.delete(folder.resolve("l.a"));
    Tool.run(folder, "ar", "rcS", "l.a", "a.o", "b.o", "c.o");
    var result = find("twice", "größe", "none");
    assertEquals(List.of(), result.remarks());
    assertEquals(List.of("twice a.o T +1", "größe c.o T +0", "none -"), words(result));
  }

  @Test
  void findsWhatAnOldIndexDoesNotHave() throws Exception {
    var bytes = Files.readAllBytes(folder.resolve("l.a"));
    replace(bytes, RawText.encode("\0größe\0"), RawText.encode("\0grüße\0"));
    Files.write(folder.resolve("l.a"), bytes);
    var result = find("größe", "grüße");
    assertEquals(List.of("größe c.o T +0", "grüße -"), words(result));
    assertEquals(2, result.remarks().size(), result.remarks()::toString);
    assertEquals(
        List.of(true, true),
        List.of(
            result.remarks().getFirst().endsWith("defines grüße, and it does not"),
            result.remarks().getLast().contains("größe is not in the index")));
  }

  /// `llvm-ar` does not look into what `gcc -flto` leaves for the linker.
  @Test
  void namesTheToolThatKnowsIntermediateCode() throws Exception {
    Files.writeString(folder.resolve("late.c"), "int late(void) { return 4; }");
    Tool.run(folder, "gcc", "-flto", "-fno-fat-lto-objects", "-c", "late.c");
    Files.delete(folder.resolve("l.a"));
    Tool.run(folder, "llvm-ar", "rcs", "l.a", "a.o", "late.o");
    var result = find("late");
    assertEquals(List.of("late late.o T +0"), words(result));
    assertEquals(
        List.of(
            "late is not in the index of %s, so linkers do not find it; `gcc-ranlib` writes the index anew"
                .formatted(folder.resolve("l.a"))),
        result.remarks());
  }

  @Test
  void survivesAnIndexThatLeadsNowhere() throws Exception {
    var bytes = Files.readAllBytes(folder.resolve("l.a"));
    for (int i = 0; i < 4; i++) {
      bytes[8 + 60 + 4 + 4 * i + 3] ^= 2; // the offsets of the first entries
    }
    Files.write(folder.resolve("l.a"), bytes);
    assertEquals(List.of("twice a.o T +1", "größe c.o T +0"), words(find("twice", "größe")));
  }

  @Test
  void looksIntoThinArchivesAndLoneObjects() throws Exception {
    Files.delete(folder.resolve("l.a"));
    Tool.run(folder, "ar", "rcsT", "l.a", "a.o", "b.o", "c.o");
    assertEquals(List.of("twice a.o T +1", "größe c.o T +0"), words(find("twice", "größe")));
    var alone = SymbolLookup.find(folder.resolve("c.o"), List.of("größe", "twice"));
    assertEquals(List.of("größe c.o T +0", "twice -"), words(alone));
  }

  @Test
  void saysWhichFileOfAThinArchiveIsMissing() throws Exception {
    Files.delete(folder.resolve("l.a"));
    Tool.run(folder, "ar", "rcsT", "l.a", "a.o", "b.o", "c.o");
    Files.delete(folder.resolve("b.o"));
    var library = LibraryReader.read(folder.resolve("l.a"));
    var gone = assertInstanceOf(Member.Unreadable.class, library.members().get(1));
    assertEquals("its file " + folder.resolve("b.o") + " is not there", gone.what());
    assertEquals(
        List.of("twice a.o T +0"),
        words(find("twice")).subList(0, 1).stream().map(one -> one.replace("+1", "+0")).toList());
  }

  @Test
  void readsArchivesWithinThinArchives() throws Exception {
    Tool.run(folder, "ar", "rcsT", "outer.a", "l.a");
    var library = LibraryReader.read(folder.resolve("outer.a"));
    assertEquals(
        List.of("a.o", "b.o", "c.o"), library.members().stream().map(Member::name).toList());
    var result = SymbolLookup.find(folder.resolve("outer.a"), List.of("größe"));
    assertEquals(List.of("größe c.o T +0"), words(result));
  }

  @ParameterizedTest
  @ValueSource(strings = {"libc.a", "libstdc++.a", "libgcc.a"})
  void saysTheSameAsAListing(String name) throws Exception {
    assertLikeListing(Tool.compilerLibrary(name));
  }

  /// Thousands of sections, of which a lookup reads the headers of few, and so many that their
  /// numbers do not fit into symbols.
  @ParameterizedTest
  @ValueSource(ints = {100, 3_000, 70_000})
  void looksIntoObjectsOfManySections(int sections) throws Exception {
    var text = new StringBuilder(".text\n");
    for (int i = 0; i < sections; i++) {
      text.append(
              ".section .%s.%d,\"%s\"\n".formatted(i % 3 == 0 ? "data" : "text", i, FLAGS[i % 3]))
          .append(".globl s%d\ns%d: .byte 1\n".formatted(i, i));
    }
    Files.writeString(folder.resolve("many.s"), text);
    Tool.run(folder, "gcc", "-c", "many.s");
    Tool.run(folder, "ar", "rcs", "many.a", "a.o", "many.o");
    assertLikeListing(folder.resolve("many.a"));
  }

  @Test
  void findsIntermediateCodeThroughTheIndex() throws Exception {
    Files.writeString(folder.resolve("late.c"), "int late(void) { return 4; } int later;");
    Tool.run(folder, "gcc", "-flto", "-fno-fat-lto-objects", "-fno-common", "-c", "late.c");
    Tool.run(folder, "gcc-ar", "rcs", "lto.a", "a.o", "late.o");
    var result = SymbolLookup.find(folder.resolve("lto.a"), List.of("late", "later", "twice"));
    assertEquals(List.of(), result.remarks());
    assertEquals(List.of("late late.o T +0", "later late.o B +0", "twice a.o T +0"), words(result));
  }

  /// Every definition of the library, looked up, is the first of its name in the listing.
  private static void assertLikeListing(Path library) throws Exception {
    var listed = new LinkedHashMap<String, String>();
    try (var open = OpenLibrary.open(library)) {
      open.forEach(
          SymbolFilter.DEFINITIONS,
          Member.Read.class::cast,
          member ->
              member
                  .object()
                  .symbols()
                  .forEach(symbol -> listed.putIfAbsent(symbol.name(), words(member, symbol))));
    }
    var result = SymbolLookup.find(library, listed.keySet());
    assertEquals(List.of(), result.remarks());
    for (var answer : result.answers()) {
      var found = assertInstanceOf(Answer.Defined.class, answer, answer::name);
      assertEquals(listed.get(found.name()), words(found.member(), found.symbol()));
    }
  }

  private static String words(Member.Read member, Symbol symbol) {
    return "%d %s".formatted(member.offset(), symbol);
  }

  private void source(String name, String text) throws Exception {
    Files.writeString(folder.resolve(name + ".c"), text);
    Tool.run(folder, "gcc", "-fno-common", "-c", name + ".c");
  }

  private SymbolLookup.Result find(String... names) throws Exception {
    return SymbolLookup.find(folder.resolve("l.a"), List.of(names));
  }

  private static List<String> words(SymbolLookup.Result result) {
    return result.answers().stream()
        .map(answer ->
            switch (answer) {
              case Answer.Defined found ->
                  "%s %s %c +%d"
                      .formatted(
                          found.name(),
                          found.member().name(),
                          found.symbol().letter(),
                          found.more());
              case Answer.NotDefined(String name) -> name + " -";
            })
        .toList();
  }

  private static void replace(byte[] bytes, byte[] old, byte[] fresh) {
    for (int at = 0; at < bytes.length - old.length; at++) {
      if (java.util.Arrays.equals(bytes, at, at + old.length, old, 0, old.length)) {
        System.arraycopy(fresh, 0, bytes, at, fresh.length);
        return;
      }
    }
    throw new AssertionError("not there");
  }
}
