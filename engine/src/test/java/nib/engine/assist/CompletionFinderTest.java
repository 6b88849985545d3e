package nib.engine.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompletionFinderTest {

  private static final String POINT = "type point {\n  x number\n  y string\n}\n\n";

  @TempDir Path folder;

  @Test
  void offersLocalNamesBeforeFunctionsBeforeForeignImportsBeforeImportsBeforeTheLanguagesOwn() {
    var scene =
        new Scene(folder)
            .with("Os:File.pen", "See = \\() number { 1 }\nso = \\() number { 1 }")
            .with(
                "Here.pen",
                """
                import Os'File
                import foreign sun \\() number

                seven = \\() number { 7 }

                f = \\(sea number) number {
                  s‸
                }
                """);
    begins(scene, "sea", "seven", "sun", "size", "source", "File'See");
  }

  @Test
  void offersEverythingWhereNothingWasTyped() {
    var scene =
        new Scene(folder)
            .with("Os:File.pen", "See = \\() number { 1 }\n")
            .with(
                "Here.pen",
                """
                import Os'File
                import foreign sun \\() number

                f = \\(b number) number {
                  a = 1
                  ‸
                }
                """);
    assertEquals(
        "a b f sun File'See size true false none debug error source keys values delete go race"
            + " _reflect_debug _reflect_equal if",
        String.join(" ", written(scene)));
  }

  @Test
  void knowsWhatWasTypedAndWhatItMeans() {
    var found = CompletionFinder.find(scene("f = \\(sea number) number { 1 + se‸ }").place());
    var first = found.getFirst();
    assertEquals("sea", first.written());
    assertEquals(Completion.Kind.LOCAL, first.kind());
    assertEquals("number", first.detail());
    assertEquals(31, first.replaced().start());
    assertEquals(33, first.replaced().end());
  }

  @Test
  void offersNoLocalNamesThatCannotBeSeen() {
    excludes("f = \\() number { aaa = 1 bbb = ‸ ccc = 2 3 }", "bbb", "ccc");
    includes("f = \\() number { aaa = 1 bbb = ‸ ccc = 2 3 }", "aaa");
    excludes("f = \\() number { ‸ }\ng = \\(aaa number) number { 1 }", "aaa");
    excludes("f = \\() number { \\(aaa number) number { 1 } ‸ }", "aaa");
    includes("f = \\(x any) number { if aaa = x as number { ‸ } else { 1 } }", "aaa", "x");
    includes("f = \\(xs [any]) [any] { [any ‸ for aaa in xs] }", "aaa", "xs");
    includes("f = \\(xs [any]) [any] { if [aaa, ...bbb] = xs { ‸ } else { xs } }", "aaa", "bbb");
  }

  @Test
  void offersFieldsBehindADot() {
    exactly(POINT + "f = \\(p point) number { p.‸ }", "x", "y");
    exactly(POINT + "f = \\(p point) number { p.x‸ }", "x");
    exactly(POINT + "f = \\(p point) number {\n  a = p.‸\n  b = 1\n  a\n}", "x", "y");
    exactly(POINT + "f = \\(p point) number { g(p).‸ }\ng = \\(p point) point { p }", "x", "y");
    exactly(POINT + "f = \\(p point) number { g(p.‸", "x", "y");
    exactly(POINT + "f = \\(p point) number { p.‸ + 1 }", "x", "y");
    exactly(POINT + "f = \\(p point) number { if p.‸ { 1 } else { 2 } }", "x", "y");
    exactly(POINT + "f = \\() number { (point{x: 1, y: \"\"}).‸ }", "x", "y");
    exactly("f = \\(p number) number { p.‸ }");
    exactly("f = \\(p number) number { nobody.‸ }");
  }

  @Test
  void offersFieldsOfOtherModulesOnlyWhereAllArePublic() {
    String file = "type A {\n  X number\n  Y number\n}\n\ntype B {\n  X number\n  y number\n}\n";
    String use = "import Os'File\n\nf = \\(a File'A, b File'B) number { %s }";
    exactly(
        new Scene(folder).with("Os:File.pen", file).with("H.pen", use.formatted("a.‸")), "X", "Y");
    exactly(new Scene(folder).with("Os:File.pen", file).with("H.pen", use.formatted("b.‸")));
    exactly(
        new Scene(folder).with("Os:File.pen", file).with("H.pen", use.formatted("File'‸")),
        "File'A");
    exactly(
        new Scene(folder).with("Os:File.pen", file).with("H.pen", use.formatted("File'A{‸}")),
        "X",
        "Y");
  }

  @Test
  void offersFieldsThatARecordLiteralLacks() {
    exactly(POINT + "f = \\() point { point{‸} }", "x", "y");
    exactly(POINT + "f = \\() point { point{x: 1, ‸} }", "y");
    exactly(POINT + "f = \\() point { point{‸, y: 1} }", "x");
    exactly(POINT + "f = \\() point { point{‸", "x", "y");
    exactly(POINT + "f = \\(p point) point { point{...p, ‸} }", "x", "y");
    begins(scene(POINT + "f = \\(a number) point { point{x: ‸} }"), "a");
    begins(scene(POINT + "f = \\(a number) point { point{x: ‸\n y: 1} }"), "a");
    begins(scene(POINT + "f = \\(a number) point { point{y: \"\", x: a‸\n} }"), "a");
    begins(scene(POINT + "f = \\(a number) point { ‸ }"), "f", "point", "a");
    begins(scene(POINT + "f = \\(p point) point { p‸{x: 1, y: 2} }"), "p", "point");
    begins(scene(POINT + "f = \\(a number) number { if true { ‸ } else { 1 } }"), "a");
  }

  @Test
  void offersWhatAPrefixBrings() {
    String file =
        "Open = \\() number { 1 }\nClose = \\() number { 1 }\nhidden = \\() none { none }\n";
    String type = "\ntype Mode = number\n";
    for (String end : List.of(" }", "\n}\n", "")) {
      var scene =
          new Scene(folder)
              .with("Os:File.pen", type + file)
              .with("Here.pen", "import Os'File\n\nf = \\() number { File'‸" + end);
      exactly(scene, "File'Close", "File'Open");
      var replaced = CompletionFinder.find(scene.place()).getFirst().replaced();
      assertEquals("File'", scene.place().source().text(replaced));
      exactly(
          scene.with("Here.pen", "import Os'File\n\nf = \\() number { File'op‸" + end),
          "File'Open");
      exactly(scene.with("Here.pen", "import Os'File\n\nf = \\(x File'‸" + end), "File'Mode");
    }
  }

  @Test
  void offersTypesWhereATypeStands() {
    String types = "type nib = number\n\n";
    begins(scene(types + "f = \\(x n‸) number { 1 }"), "nib", "none", "number");
    begins(scene(types + "f = \\() n‸ { 1 }"), "nib", "none", "number");
    begins(scene(types + "f = \\() number { [n‸] }"), "nib", "none", "number");
    begins(scene(types + "f = \\() number { {n‸: number} }"), "nib", "none", "number");
    begins(scene(types + "f = \\(x any) any { if y = x as n‸ }"), "nib", "none", "number");
    begins(scene("type a = ‸\ntype nib = number"), "a", "nib", "any", "boolean");
    begins(scene("import foreign f \\(‸) none\ntype nib = number"), "nib", "any");
    begins(scene("type a {\n  x ‸\n}\n"), "a", "any");
    excludes("f = \\(x ‸) number { 1 }", "true", "f", "if");
  }

  @Test
  void offersPackagesAndModulesInAnImport() {
    var scene =
        new Scene(folder)
            .with("Os:File.pen", "\n")
            .with("Os:Foo/Bar.pen", "\n")
            .with("Os:Foo/bar.pen", "\n")
            .with("Os:Some.test.pen", "\n")
            .with("Near.pen", "\n")
            .with("far/near.pen", "\n");
    exactly(
        scene.with("Here.pen", "import ‸\n"),
        "Os'",
        "'far'near",
        "'Near",
        "Os'File",
        "Os'Foo'Bar",
        "foreign");
    exactly(scene.with("Here.pen", "import Os'‸\n"), "Os'File", "Os'Foo'Bar");
    exactly(scene.with("Here.pen", "import Os'Foo'‸\n"), "Os'Foo'Bar");
    exactly(scene.with("Here.pen", "import Os'F‸\n"), "Os'File", "Os'Foo'Bar");
    exactly(scene.with("Here.pen", "import '‸\n"), "'far'near", "'Near");
    exactly(scene.with("Here.pen", "import bar‸\n"), "Os'Foo'Bar");
    exactly(scene.with("Here.pen", "import Os'File\nimport Os'‸\n"), "Os'Foo'Bar");
    var replaced =
        CompletionFinder.find(scene.with("Here.pen", "import Os'Foo'‸\n").place())
            .getFirst()
            .replaced();
    assertEquals("Os'Foo'", scene.place().source().text(replaced));
  }

  @Test
  void offersWhatAModuleExportsInAnImportsBraces() {
    var scene =
        new Scene(folder)
            .with(
                "Os:File.pen",
                "type Mode = number\nOpen = \\() number { 1 }\nhidden = \\() none { none }\n");
    exactly(scene.with("Here.pen", "import Os'File { ‸ }\n"), "Mode", "Open");
    exactly(scene.with("Here.pen", "import Os'File as X { ‸"), "Mode", "Open");
    exactly(scene.with("Here.pen", "import Os'File { Mode, ‸ }\n"), "Open");
    exactly(scene.with("Here.pen", "import Os'File { O‸ }\n"), "Open", "Mode");
  }

  @Test
  void offersKeywordsWhereTheyCanStand() {
    exactly("‸", "import", "type", "foreign");
    exactly("imp‸", "import");
    exactly("type a = number\n\n‸", "type", "foreign");
    exactly("f = \\() number { 1 }\n‸", "foreign");
    includes("f = \\() number { if true { 1 } ‸", "else");
    includes("f = \\() number { if true { 1 } e‸ }", "else");
    exactly("f = \\() number { if true { 1 } else i‸ }", "if", "size");
    includes("f = \\(x any) number { if y = x ‸ }", "as");
    includes("f = \\(x any) number { if y = x as number { 1 } ‸ }", "else");
    includes("f = \\(xs [any]) [any] { [any 1 ‸] }", "for");
    includes("f = \\(xs [any]) [any] { [any 1 for x ‸] }", "in");
    includes("f = \\(xs [any]) [any] { [any 1 for x in xs ‸] }", "if", "for");
    includes("import Os'File ‸", "as");
    includes("import Os'File\n‸", "import");
    excludes("f = \\() number { if true { 1 } else { 2 } ‸ }", "else");
  }

  @Test
  void offersNothingInCommentsStringsAndNumbers() {
    exactly("# a‸");
    exactly("f = \\() number { # ‸\n 1 }");
    exactly("f = \\() string { \"a‸b\" }");
    exactly("f = \\() string { \"a‸");
    exactly("f = \\() number { 1‸ }");
    exactly("f = \\() number { 1.‸ }");
    exactly("f = \\() number { 0xf‸ }");
  }

  @Test
  void offersNothingWhereANewNameStands() {
    exactly("type ‸ = number");
    exactly("f = \\(‸ number) number { 1 }");
    exactly("type a {\n  ‸ number\n}");
    exactly("f = \\(xs [any]) [any] { [any 1 for ‸ in xs] }");
    exactly("import Os'File as ‸");
  }

  @Test
  void ranksBeginningsFirst() {
    var text =
        """
        aLine = \\() none { none }
        liner = \\() none { none }
        Lion = \\() none { none }
        getLine = \\() none { none }
        f = \\() none { li‸ }
        """;
    begins(scene(text), "liner", "Lion", "aLine", "getLine");
    begins(scene(text.replace("li‸", "gl‸")), "getLine");
  }

  @Test
  void ranksWhatHasTheWantedTypeBeforeTheRest() {
    String head = "type pair {\n  one string\n  two number\n}\n\n";
    String two = "word = \\() string { \"\" }\ncount = \\(x number, y string) number { x }\n";
    String body = head + two + "f = \\(w string, n number, p pair) %s { %s }\n";
    begins(scene(body.formatted("number", "‸")), "n", "count", "f", "size", "p", "w", "word");
    begins(scene(body.formatted("string", "‸")), "w", "f", "word", "p", "n");
    begins(scene(body.formatted("pair", "‸")), "p", "f", "pair", "n", "w");
    begins(scene(body.formatted("number", "count(‸, w)")), "n", "count", "f");
    begins(scene(body.formatted("number", "count(n, ‸)")), "w", "word", "p");
    begins(scene(body.formatted("pair", "pair{one: ‸, two: n}")), "w", "word");
    begins(scene(body.formatted("[string]", "[string ‸]")), "w", "word");
    begins(scene(body.formatted("{string: number}", "{string: number ‸: n}")), "w", "word");
    begins(scene(body.formatted("{string: number}", "{string: number w: ‸}")), "n", "count");
    begins(scene(body.formatted("number", "if ‸ { n } else { n }")), "true", "false", "p");
    begins(scene(body.formatted("boolean", "n == ‸")), "n", "count");
    begins(scene(body.formatted("boolean", "w == ‸")), "w", "word");
    begins(scene(body.formatted("boolean", "n < ‸")), "n", "count");
    begins(scene(body.formatted("boolean", "!‸")), "f", "true", "false");
    begins(scene(body.formatted("string", "p.‸")), "one", "two");
    begins(scene(body.formatted("number", "p.‸")), "two", "one");
    begins(scene(body.formatted("string", "if true { ‸ } else { w }")), "w", "f", "word");
  }

  @Test
  void keepsTheNearestFirstWhereAnythingWillDo() {
    String body = "f = \\(w string, n number) any { %s }\n";
    begins(scene(body.formatted("‸")), "n", "w", "f");
    begins(scene(body.formatted("x = ‸\n  w")), "n", "w", "f");
    begins(scene(body.formatted("nobody(‸)")), "n", "w", "f");
  }

  @Test
  void offersAFewHundredNamesAtMost() {
    var text = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      text.append("function%d = \\() none { none }\n".formatted(i));
    }
    assertEquals(300, written(scene(text + "f = \\() none { ‸ }")).size());
  }

  private Scene scene(String text) {
    return new Scene(folder).with("Here.pen", text);
  }

  private void exactly(String text, String... expected) {
    exactly(scene(text), expected);
  }

  private static void exactly(Scene scene, String... expected) {
    assertEquals(List.of(expected), written(scene));
  }

  private static void begins(Scene scene, String... expected) {
    var written = written(scene);
    assertEquals(List.of(expected), written.subList(0, Math.min(expected.length, written.size())));
  }

  private void includes(String text, String... expected) {
    var written = written(scene(text));
    assertTrue(written.containsAll(List.of(expected)), text + ": " + written);
  }

  private void excludes(String text, String... unexpected) {
    var written = written(scene(text));
    assertTrue(List.of(unexpected).stream().noneMatch(written::contains), text + ": " + written);
  }

  private static List<String> written(Scene scene) {
    return CompletionFinder.find(scene.place()).stream()
        .map(Completion::written)
        .collect(Collectors.toList());
  }
}
