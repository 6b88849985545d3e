package nib.engine.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import nib.engine.catalog.Alike;
import nib.engine.catalog.CatalogComparison;
import nib.engine.catalog.CatalogReader;
import nib.engine.catalog.SymbolCatalog;
import nib.engine.linkage.MemberChange.SymbolChange;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.oracle.Tool;
import nib.engine.symbols.OpenLibrary;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the explorer says from its columns and what the command line says from the files is one.
@Tag("toolchain")
final class OneAnswerTest {

  private static final int SOME = 400;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"libc.a", "libstdc++.a", "libgcc.a"})
  void aboutWhoDefinesAndWhoNeeds(String name) throws Exception {
    var library = Tool.compilerLibrary(name);
    var catalog = catalog(library);
    var alike = new Alike(catalog);
    var rows =
        IntStream.iterate(0, row -> row < catalog.rows(), row -> row + 1 + catalog.rows() / SOME)
            .boxed()
            .toList();
    var symbols = rows.stream().map(catalog::name).toList();
    var uses = SymbolUses.find(List.of(library), symbols, LibraryWatch.NONE);
    for (int row : rows) {
      var use =
          uses.stream().filter(one -> one.symbol().equals(catalog.name(row))).findFirst().get();
      assertEquals(offsets(use.defined()), offsets(catalog, alike.definers(row)), use.symbol());
      assertEquals(offsets(use.needed()), offsets(catalog, alike.needers(row)), use.symbol());
    }
  }

  @Test
  void aboutWhatDiffers() throws Exception {
    var sources = List.of("a", "b", "c", "d");
    for (int version = 0; version < 2; version++) {
      for (String source : sources) {
        String more = version == 1 && source.equals("b") ? "int more(void) { return 2; }" : "";
        Files.writeString(
            folder.resolve(source + ".cc"),
            """
            #include <map>
            #include <string>
            static int own; __attribute__((weak)) int weak; extern int elsewhere;
            int SOURCE(std::map<std::string, int> &m) { return m["x"] + own + weak + elsewhere; }
            """
                    .replace("SOURCE", source)
                + more);
        String level = version == 1 && source.equals("a") ? "-O2" : "-O0";
        Tool.run(folder, "g++", level, "-ffunction-sections", "-c", source + ".cc");
      }
      Tool.run(
          folder, "ar", "qcs", version + ".a", version == 0 ? "c.o" : "d.o", "a.o", "b.o", "a.o");
    }
    agree(folder.resolve("0.a"), folder.resolve("1.a"), 10);
    agree(Tool.compilerLibrary("libsupc++.a"), Tool.compilerLibrary("libstdc++.a"), 10);
    agree(Tool.compilerLibrary("libgcc.a"), Tool.compilerLibrary("libgcc_eh.a"), 10);
    agree(Tool.compilerLibrary("libc.a"), Tool.compilerLibrary("libc.a"), 0);
  }

  private static void agree(Path before, Path after, int least) throws Exception {
    var said = new TreeSet<String>();
    int same;
    try (var one = OpenLibrary.open(before);
        var other = OpenLibrary.open(after)) {
      same = Comparison.compare(one, other, SymbolFilter.ALL, change -> add(change, said)).same();
    }
    var comparison = CatalogComparison.of(catalog(before), catalog(after));
    var shown = new TreeSet<String>();
    comparison.lines().forEach(line -> shown.add(words(comparison, line)));
    assertEquals(String.join("\n", said), String.join("\n", shown));
    assertEquals(same, comparison.same());
    assertTrue(said.size() >= least, said::toString);
  }

  private static void add(MemberChange change, Set<String> said) {
    String at = Long.toHexString(change.place().offset());
    switch (change) {
      case MemberChange.Added _ -> said.add("+ " + at);
      case MemberChange.Removed _ -> said.add("- " + at);
      case MemberChange.Changed(_, _, _, var symbols) -> {
        said.add("~ " + at);
        for (var symbol : symbols) {
          said.add(
              at
                  + switch (symbol) {
                    case SymbolChange.Added(var one) -> " + " + one.name();
                    case SymbolChange.Removed(var one) -> " - " + one.name();
                    case SymbolChange.Changed(var one, var two) ->
                        " ~ %s %c %c".formatted(one.name(), one.letter(), two.letter());
                  });
        }
      }
    }
  }

  private static String words(CatalogComparison comparison, CatalogComparison.Line line) {
    var old = comparison.before();
    var young = comparison.after();
    String sign =
        switch (line.change()) {
          case ADDED -> "+ ";
          case REMOVED -> "- ";
          case CHANGED -> "~ ";
        };
    String at =
        Long.toHexString(
            line.memberBefore() == CatalogComparison.NONE
                ? young.members().get(line.memberAfter()).offset()
                : old.members().get(line.memberBefore()).offset());
    if (line.ofMember()) {
      return sign + at;
    }
    return switch (line.change()) {
      case ADDED -> at + " + " + young.name(line.rowAfter());
      case REMOVED -> at + " - " + old.name(line.rowBefore());
      case CHANGED ->
          at
              + " ~ %s %c %c"
                  .formatted(
                      old.name(line.rowBefore()),
                      old.letter(line.rowBefore()),
                      young.letter(line.rowAfter()));
    };
  }

  private static List<Long> offsets(List<SymbolUses.Use> uses) {
    return uses.stream().map(use -> use.place().offset()).toList();
  }

  private static List<Long> offsets(SymbolCatalog catalog, int[] rows) {
    return Arrays.stream(rows).mapToObj(row -> catalog.member(row).offset()).toList();
  }

  private static SymbolCatalog catalog(Path file) throws Exception {
    return CatalogReader.read(List.of(file), UnaryOperator.identity(), _ -> {});
  }
}
