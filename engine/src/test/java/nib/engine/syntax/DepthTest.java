package nib.engine.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import nib.engine.diagnostic.SyntaxProblem;
import nib.engine.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// However deep a text is, its tree is not.
final class DepthTest {

  private static final int DEEP = 100_000;

  /// The smallest stack that somebody may walk a tree with.
  private static final int SMALL_STACK = 512 * 1024;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[",
        "{",
        "\\(",
        "f(",
        "[number ",
        "{a: b ",
        "\\() none { ",
        "if x { ",
        "if x = ",
        "if [x, ...xs] = ",
        "Foo{a: ",
        "Foo{...",
        "!x & !(",
        "- (",
        "[a x for x in ",
        "if x { 1 } else { ",
        "x = \\() a { ",
        "([{",
        "if x = m[",
        "\\(\\("
      })
  void bracketsThatAreNeverClosedAreOneMessage(String open) throws Exception {
    var parsed = parse("f = \\() none { " + open.repeat(DEEP) + "\n\ng = \\() none { none }\n");
    assertDeepOnce(parsed, open);
    assertEquals("g", parsed.module().functions().getLast().name().text(), open);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(|x|)",
        "[number |1|]",
        "{a: b |x: y|}",
        "f(|x|)",
        "\\() none { |1| }",
        "if x { |1| } else { 2 }",
        "Foo{a: |1|}",
        "if |x| { 1 } else { 2 }",
        "!|x|",
        "|x|()",
        "|x|.y",
        "|x|?",
        "|x|(1).y?",
        "[number |x| for x in xs]",
        "[number y for y in |x|]",
        "{a: b c: |d|}",
        "y = x {a: b c: |d|}",
        "Foo{...|x|, a: 1}",
        "if y = |x| as a { 1 }",
        "x {a: b(|c|): d}"
      })
  void depthThatIsClosedAgainIsOneMessage(String shape) throws Exception {
    String text = Shape.of(shape).nested(DEEP);
    var parsed = parse("f = \\() none { " + text + " }\n\ng = \\() none { none }\n");
    assertDeepOnce(parsed, shape);
    assertEquals("g", parsed.module().functions().getLast().name().text(), shape);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(|a|)", "[|a|]", "{a: |b|}", "\\() |a|", "\\(|a|) b", "(\\() |a|) | b"})
  void deepTypesAreOneMessage(String shape) throws Exception {
    String text = Shape.of(shape).nested(DEEP);
    assertDeepOnce(parse("type A = " + text + "\n\ntype B = number\n"), shape);
  }

  @Test
  void chainsAroundParenthesesAddUp() throws Exception {
    int half = Nesting.DEEPEST * 2 / 3;
    String inner = "[number ".repeat(half) + "]".repeat(half);
    assertDeepOnce(parse("f = \\() none { " + inner + "()".repeat(half) + " }"), "calls");
    assertDeepOnce(parse("f = \\() none { " + "!".repeat(half) + inner + " }"), "nots");
    assertDeepOnce(parse("f = \\() none { f(" + inner + ")" + ".x".repeat(half) + " }"), "fields");
  }

  @Test
  void whatPeopleWriteIsNotTooDeep() throws Exception {
    int levels = Nesting.DEEPEST / 3;
    for (var pair : List.of(List.of("f(", ")"), List.of("\\() a { x = ", " x }"))) {
      String text = pair.get(0).repeat(levels) + "1" + pair.get(1).repeat(levels);
      assertEquals(List.of(), parse("f = \\() none { " + text + " }").diagnostics(), text);
    }
  }

  @Test
  void longIsNotDeep() throws Exception {
    String sum = "1" + " + 2 * 3 - x | y".repeat(DEEP);
    String chain = "if a { 1 } " + "else if b { 2 } ".repeat(DEEP) + "else { 3 }";
    String union = "a" + " | b".repeat(DEEP);
    String statements = "x = 1 ".repeat(DEEP) + "x";
    for (String body : List.of(sum, chain, statements)) {
      assertEquals(List.of(), parse("f = \\() " + union + " { " + body + " }").diagnostics());
    }
  }

  /// Read in both ways at each level, this would take 2^25 steps and never end. It is not too deep
  /// for the parser, which would look no further.
  @Test
  void ambiguityInsideAmbiguityTakesNoLongerThanOutside() throws Exception {
    for (String shape :
        List.of(
            "y {a: b(\\() none { |c| x }): z}",
            "y {a: b(|c| 1): z}",
            "y {a: b(\\() none { |c| x }) z",
            "f(y {a: b(|c|) c})",
            "x{a: |c| 1",
            "if x{a: |c| 1} { 2 } else { 3 }")) {
      String text = Shape.of(shape).nested(25);
      var parsed = parse("f = \\() none { " + text + " }\n");
      assertTrue(
          parsed.diagnostics().stream()
              .noneMatch(one -> one.problem() instanceof SyntaxProblem.NestedTooDeeply),
          shape);
    }
  }

  /// What is put around something, and the something, as in `open|middle|close`.
  private record Shape(String open, String middle, String close) {
    static Shape of(String shape) {
      int first = shape.indexOf('|');
      int second = shape.indexOf('|', first + 1);
      return new Shape(
          shape.substring(0, first),
          shape.substring(first + 1, second),
          shape.substring(second + 1));
    }

    String nested(int times) {
      return open.repeat(times) + middle + close.repeat(times);
    }
  }

  private static void assertDeepOnce(Parsed parsed, String what) {
    var problems = parsed.diagnostics().stream().map(one -> one.problem()).toList();
    assertEquals(
        List.of(new SyntaxProblem.NestedTooDeeply(Nesting.DEEPEST)), problems, () -> "in " + what);
  }

  /// Parses on a thread with a small stack, and checks the tree.
  private static Parsed parse(String text) throws Exception {
    var source = new SourceText(Path.of("Test.pen"), text);
    var result = new AtomicReference<Parsed>();
    var failure = new AtomicReference<Throwable>(new AssertionError("nothing happened"));
    var thread =
        new Thread(
            null,
            () -> {
              try {
                var parsed = Parser.parse(source);
                result.set(parsed);
              } catch (RuntimeException | Error e) {
                failure.set(e);
              }
            },
            "small stack",
            SMALL_STACK);
    thread.start();
    thread.join();
    if (result.get() == null) {
      throw new AssertionError(failure.get());
    }
    new SyntaxTree(source, result.get()).check();
    return result.get();
  }
}
