package nib.engine.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HoverFinderTest {

  @TempDir Path folder;

  @Test
  void showsAFunctionWithItsParametersNames() {
    check(
        """
        f = \\(count number, text string) number {
          count
        }

        g = \\() number {
          ‸f(1, "")
        }
        """,
        "f = \\(count number, text string) number",
        "function of this module");
  }

  @Test
  void showsTheCommentAboveADefinition() {
    check(
        """
        # Not this one.

        # Counts the letters,
        #   all of them.
        f = \\(text string) number { 1 }

        g = \\() number { f‸("") }
        """,
        "f = \\(text string) number",
        """
        function of this module

        Counts the letters,
          all of them.\
        """);
  }

  @Test
  void showsAFunctionWhereItIsDefined() {
    check(
        "foreign \"c\" ‸f = \\() number { 1 }",
        "foreign \"c\" f = \\() number",
        "foreign export, \"c\", of this module");
  }

  @Test
  void showsAForeignImport() {
    check(
        """
        import foreign "c" f \\(
          number, # of what
          string,
        ) none

        g = \\() none { f‸(1, "") }
        """,
        "import foreign \"c\" f \\(number, string,) none",
        "foreign import, \"c\", of this module");
    check(
        "import foreign f‸ \\(number) none",
        "import foreign f \\(number) none",
        "foreign import, native convention, of this module");
  }

  @Test
  void saysWhichModuleAnImportedFunctionComesFrom() {
    var scene =
        new Scene(folder)
            .with("Os:File.pen", "# Opens it.\nOpen = \\(path string) number { 1 }")
            .with(
                "Here.pen",
                """
                import Os'File

                f = \\() number { File'‸Open("") }
                """);
    check(scene, "Open = \\(path string) number", "function of Os'File\n\nOpens it.");
  }

  @Test
  void saysWhereATypeComesFromThatNoImportNames() {
    String types = "\ntype Far {\n  X number\n}\n";
    String near = "import 'Far\n\ntype Near = Far'Far\n";
    var scene =
        new Scene(folder)
            .with("Os:Far.pen", types)
            .with("Os:Near.pen", near)
            .with("Here.pen", "import Os'Near\nf = \\(n Near'Near) number { n.‸X }")
            .open("Os");
    check(scene, "X : number", "field of `Far` of 'Far in Os");
    scene.with("Here.pen", "import Os'Near\nf = \\(n ‸Near'Near) number { n.X }");
    check(scene, "import Os'Near", folder.resolve("Os/Near.pen").toString());
    scene.with("Here.pen", "import Os'Near\nf = \\(n Near'‸Near) number { n.X }");
    check(scene, "type Near'Near = Far\ntype Far {\n  X number\n}", "type of Os'Near");
  }

  @Test
  void showsLocalNamesAndWhatBindsThem() {
    check("f = \\(x number) number { ‸x }", "x : number", "parameter");
    check("f = \\(x‸ number) number { x }", "x : number", "parameter");
    check("f = \\() number { x = \"\" ‸x 1 }", "x : string", "local name");
    check(
        "f = \\(x number | none) number { if x = x as number { ‸x } else { 0 } }",
        "x : number",
        "local name, narrowed by `if`");
    check(
        "f = \\(x number | none) any { if x = x as number { 1 } else { ‸x } }",
        "x : none",
        "local name, narrowed by `if`");
    check(
        "f = \\(xs [number]) number { if [x, ...xs] = xs { x‸() } else { 0 } }",
        "x : \\() number",
        "the first element, a function that computes it");
    check(
        "f = \\(xs [number]) [number] { if [x, ...ys] = xs { ‸ys } else { xs } }",
        "ys : [number]",
        "the list without its first element");
    check(
        "f = \\(m {string: number}) number { if v = m[\"a\"] { ‸v } else { 0 } }",
        "v : number",
        "the value found in the map");
    check(
        "f = \\(xs [number]) [number] { [number x‸() for x in xs] }",
        "x : \\() number",
        "an element of the list, a function that computes it");
  }

  @Test
  void showsFields() {
    String types = "type point {\n  x number\n  # Upwards.\n  y number\n}\n";
    check(
        types + "f = \\(p point) number { p.‸y }",
        "y : number",
        "field of `point` of this module\n\nUpwards.");
    check(
        types + "f = \\() point { point{‸x: 1, y: 2} }",
        "x : number",
        "field of `point` of this module");
    check("type point {\n  ‸x number\n}\n", "x : number", "field of `point` of this module");
  }

  @Test
  void showsARecordWithItsFields() {
    String types = "# A place.\ntype point {\n  x number\n  y number | none\n}\n";
    String code = "type point {\n  x number\n  y none | number\n}";
    check(types + "f = \\(p ‸point) point { p }", code, "type of this module\n\nA place.");
    check(types + "f = \\() point { poi‸nt{x: 1, y: 2} }", code, "type of this module\n\nA place.");
    check("type ‸empty {}", "type empty {}", "type of this module");
  }

  @Test
  void showsWhatAnAliasStandsFor() {
    check(
        """
        type a = b | none
        type b = string | number
        f = \\(x ‸a) none { none }
        """,
        "type a = none | number | string",
        "type of this module");
    check(
        "type r {\n  x number\n}\n\ntype ‸a = r",
        "type a = r\ntype r {\n  x number\n}",
        "type of this module");
  }

  @Test
  void showsOnlyTheFirstOfManyFields() {
    var fields = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      fields.append("  f").append(i).append(" number\n");
    }
    var code = hover("type ‸r {\n" + fields + "}").code();
    assertEquals(19, code.lines().count(), code);
    assertEquals("  # 24 more", code.lines().toList().get(17));
  }

  @Test
  void knowsBuiltInTypesValuesAndFunctions() {
    check("f = \\(x ‸number) number { x }", "number", "built-in type");
    check("f = \\() boolean { ‸true }", "true : boolean", "built in: the boolean that is so");
    check(
        "f = \\() error { ‸error(1) }",
        "error : \\(any) error",
        "built in: makes an error of a value; an error stays the error it is");
  }

  @Test
  void showsModulesInImportsAndBeforeQuotes() {
    var scene =
        new Scene(folder)
            .with("Os:Foo/File.pen", "Open = \\() number { 1 }\n")
            .with("Here.pen", "import Os'Foo'‸File\n");
    check(scene, "import Os'Foo'File", folder.resolve("Os/Foo/File.pen").toString());
    scene.with("Here.pen", "import Os'Foo'File\nf = \\() number { ‸File'Open() }");
    check(scene, "import Os'Foo'File", folder.resolve("Os/Foo/File.pen").toString());
    scene.with("Here.pen", "import Os'Foo'File { ‸Open }\n");
    check(scene, "Open = \\() number", "function of Os'Foo'File");
    scene.with("Here.pen", "import Os'‸Nowhere\n");
    check(scene, "import Os'Nowhere", "there is none");
  }

  @Test
  void showsNumbersInTheOtherNotation() {
    check("f = \\() number { ‸255 }", "255 : number", "0xff");
    check("f = \\() number { ‸-20 }", "-20 : number", "-0x14");
    check("f = \\() number { ‸2 }", "2 : number", "");
    check("f = \\() number { 0x‸10 }", "0x10 : number", "16");
    check("f = \\() number { ‸0b101 }", "0b101 : number", "5, 0x5");
    check("f = \\() number { ‸0.5 }", "0.5 : number", "exactly 0.5");
    check("f = \\() number { ‸1e999 }", "1e999 : number", "too large for a number: infinity");
  }

  @Test
  void showsTheLengthOfAStringAndWhatItSays() {
    check("f = \\() string { ‸\"abc\" }", "string", "3 bytes");
    check("f = \\() string { ‸\"ä\" }", "string", "2 bytes");
    check("f = \\() string { \"‸a\\x42\" }", "string", "2 bytes: aB");
    check("f = \\() string { \"‸\\xff\" }", "string", "1 byte");
    check("f = \\() string { \"‸\\\\n\" }", "string", "1 byte: \n");
  }

  @Test
  void showsTheTypesAroundAnOperator() {
    check("f = \\() number { 1 ‸+ 2 }", "+ : \\(number, number) number", "");
    check("f = \\() string { \"a\"‸+\"b\" }", "+ : \\(string, string) string", "");
    check("f = \\(a number) boolean { a‸<1 }", "< : \\(number, number) boolean", "");
    check(
        "f = \\(a number, b boolean) boolean { a < 1 ‸== b }",
        "== : \\(boolean, boolean) boolean",
        "");
    check("f = \\() boolean { ‸!true }", "! : \\(boolean) boolean", "");
    check(
        "f = \\(x number | error) number | error { x‸? }",
        "? : \\(error | number) number",
        "an error leaves the function around at once");
  }

  @Test
  void showsTheTypeOfOtherExpressionsAtTheirSigns() {
    check("f = \\() [number] { ‸[number 1] }", "[number]", "");
    check("f = \\() number { g(1‸) }\ng = \\(x number) number { x }", "number", "");
    check("f = \\() \\(number) number { ‸\\(x number) number { x } }", "\\(number) number", "");
  }

  @Test
  void isSilentOnKeywordsCommentsBlanksAndInsideStrings() {
    nothing("f = \\() number { ‸if true { 1 } else { 2 } }");
    nothing("f = \\() number { if true ‸{ 1 } else { 2 } }");
    nothing("# f‸oo\nfoo = \\() number { 1 }");
    nothing("f = \\() number { # f‸(1)\n 1 }");
    nothing("f = \\() number { ‸  1 }");
    nothing("import foreign ‸\"c\" f \\() none");
    nothing("‸");
    nothing("f = \\() number { ‸unknown }");
  }

  @Test
  void answersInBrokenPrograms() {
    check("f = \\(x number) number { g(‸x", "x : number", "parameter");
    check("f = \\(x number) number {\n  y = ‸x +\n}\n", "x : number", "parameter");
    check("type a = \nf = \\(x number) number { ‸x }", "x : number", "parameter");
  }

  private void check(String text, String code, String words) {
    check(new Scene(folder).with("Here.pen", text), code, words);
  }

  private static void check(Scene scene, String code, String words) {
    var hover = HoverFinder.find(scene.place()).orElseThrow(() -> new AssertionError(code));
    assertEquals(code, hover.code());
    assertEquals(words, hover.words());
  }

  private Hover hover(String text) {
    return HoverFinder.find(new Scene(folder).with("Here.pen", text).place()).orElseThrow();
  }

  private void nothing(String text) {
    assertEquals(
        java.util.Optional.empty(),
        HoverFinder.find(new Scene(folder).with("Here.pen", text).place()),
        text);
  }
}
