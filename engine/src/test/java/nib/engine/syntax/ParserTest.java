package nib.engine.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nib.engine.Golden;
import nib.engine.Problems;
import nib.engine.diagnostic.SyntaxProblem;
import nib.engine.text.SourceText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class ParserTest {

  @TestFactory
  Stream<DynamicTest> goldens() throws IOException {
    return Golden.cases("syntax", ".pen").stream()
        .map(file ->
            DynamicTest.dynamicTest(
                String.valueOf(file.getFileName()),
                () -> {
                  String text = Files.readString(file);
                  var parsed = Parser.parse(new SourceText(file, text));
                  Golden.check(
                      Path.of(file.toString().replace(".pen", ".txt")),
                      SyntaxPrinter.print(parsed));
                }));
  }

  @Test
  void saysTheNameOfACharacterThatNobodySees() {
    var parsed = parse("\ufeffimport foreign f \\() none");
    assertEquals(
        List.of("a byte order mark (U+FEFF) is no part of the language here"),
        parsed.diagnostics().stream().map(one -> one.message()).toList());
  }

  @Test
  void everyProblemHasAGolden() throws IOException {
    var seen = new TreeSet<String>();
    for (var file : Golden.cases("syntax", ".pen")) {
      Parser.parse(new SourceText(file, Files.readString(file)))
          .diagnostics()
          .forEach(one -> seen.add(one.problem().getClass().getSimpleName()));
    }
    var all =
        Problems.of(SyntaxProblem.class)
            .map(Class::getSimpleName)
            .collect(Collectors.toCollection(TreeSet::new));
    all.removeAll(seen);
    // They take more text than a golden should have.
    assertEquals(Set.of("NestedTooDeeply", "TooManyMistakes"), all);
  }

  @Test
  void everySpanOfAGoldenLiesInItsParents() throws IOException {
    for (var file : Golden.cases("syntax", ".pen")) {
      var source = new SourceText(file, Files.readString(file));
      new SyntaxTree(source, Parser.parse(source)).check();
    }
  }

  @Test
  void spansCoverWhatTheyAreAbout() {
    assertSpans("f = \\() any { x = (a + b) * -1 }", "Operation", "(a + b) * -1", "a + b");
    assertSpans("f = \\() any { (f)(x).y? }", "Call", "(f)(x)");
    assertSpans("f = \\() any { !(f)(x).y? }", "Try", "(f)(x).y?");
    assertSpans("f = \\() any { m'Foo{a: 1} }", "RecordLiteral", "m'Foo{a: 1}");
    assertSpans("f = \\() any { [a x for x in xs if y] }", "clause", "for x in xs if y");
    assertSpans("f = \\() (a) | b { x }", "Union", "(a) | b");
    assertSpans("f = \\() a { x = y z }", "statement", "x = y", "z");
    assertSpans(
        "f = \\() a { if x { y } else { z } }",
        "block",
        "{ if x { y } else { z } }",
        "{ y }",
        "{ z }");
  }

  private static void assertSpans(String text, String what, String... expected) {
    var source = new SourceText(Path.of("Test.pen"), text);
    var found = new ArrayList<String>();
    new SyntaxTree(source, Parser.parse(source))
        .definitions()
        .forEach(node -> collect(node, what, source, found));
    assertEquals(List.of(expected), found);
  }

  private static void collect(
      SyntaxTree.Node node, String what, SourceText source, List<String> found) {
    if (node.what().equals(what)) {
      found.add(source.text(node.span()));
    }
    node.children().forEach(child -> collect(child, what, source, found));
  }

  @Test
  void carriesTheComments() {
    var parsed = parse("# one\nf = \\() none { # two\n  \"# no\" }\n#three");
    assertEquals(
        List.of("# one", "# two", "#three"), parsed.comments().stream().map(Token::text).toList());
    assertTrue(parsed.tokens().stream().noneMatch(one -> one.kind() == Token.Kind.COMMENT));
  }

  @Test
  void aFileThatIsNoPenHasAnEndOfItsMessages() {
    var parsed = parse("a\0".repeat(100_000));
    assertEquals(Complaints.MOST + 1, parsed.diagnostics().size());
    assertEquals(
        new SyntaxProblem.TooManyMistakes(Complaints.MOST),
        parsed.diagnostics().getLast().problem());
  }

  @Test
  void onlySoManyPrefixedNumbersAreReadAsTwoThings() {
    var parsed = parse("f = \\() number {\n" + "  x = -0b1\n".repeat(101) + "  x\n}\n");
    var refused =
        parsed.diagnostics().stream()
            .filter(one -> one.problem() instanceof SyntaxProblem.SignedPrefix)
            .toList();
    assertEquals(List.of(102), refused.stream().map(one -> one.location().line()).toList());
  }

  @Test
  void nothingAndNearlyNothingAreParsedAsWell() {
    assertEquals(1, parse("import foreign \"c\" ").diagnostics().size());
    assertEquals(0, parse("").diagnostics().size());
    assertEquals(1, parse("\0").diagnostics().size());
  }

  private static Parsed parse(String text) {
    return Parser.parse(new SourceText(Path.of("Test.pen"), text));
  }
}
