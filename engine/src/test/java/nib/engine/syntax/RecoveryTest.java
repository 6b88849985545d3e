package nib.engine.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// A mistake is one message, and does not reach over to what stands behind it.
final class RecoveryTest {

  /// Each with one mistake, in a statement.
  static final List<String> STATEMENTS =
      List.of(
          "= 1",
          "a = x +",
          "a = * x",
          "a = g(1 2)",
          "a = g(1,, 2)",
          "a = g(1, 2",
          "a = (x * (1 + 2)",
          "a = x) + 1",
          "a = [number 1, 2",
          "a = [number 1 2]",
          "a = [1, 2]",
          "a = []",
          "a = {}",
          "a = {string number \"b\": 1}",
          "a = {string: number \"b\" 1}",
          "a = Foo{b: 1, b: 2}",
          "a = Foo{b: 1 c: 2}",
          "a = Foo{...b}",
          "a = \"\\q\"",
          "a = 0b2",
          "a = 1e",
          "a = -x",
          "a = x.",
          "a = !",
          "a = x && y",
          "a = x; ",
          "a = x % y",
          "a += 1",
          "a = x === y",
          "a = if x { 1 }",
          "a = if x {} else { 2 }",
          "a = if x = 1 { 2 } else { 3 }",
          "a = if x { 1 } elif y { 2 } else { 3 }",
          "a = if x = y as { 1 } else { 2 }",
          "a = if [x, y] = z { 1 } else { 2 }",
          "a = if x { 1 } else { b = 2 }",
          "a = [number b for b bs]",
          "a = \\(b) number { b }",
          "a = \\(b number, c) number { b }",
          "a = \\(b number) { b }",
          "a = \\(b number) -> number { b }",
          "a = 'text'",
          "a = b'c'd",
          "a = xs[0]",
          "type = 1",
          "a = for x in y",
          "a = naïve",
          "a = \u201ctext",
          "a =",
          ", x");

  /// Each with one mistake, outside of functions.
  static final List<String> DEFINITIONS =
      List.of(
          "x = 1",
          "f(a number) number { a }",
          "fn f(a number) number { a }",
          "f \\(a number) number { a }",
          "f = \\(a number) number",
          "f = \\(a number) number {}",
          "f = \\(a number) number { a",
          "f = \\(a number) number { a } }",
          "f = \\(a number number { a }",
          "f = (a number) number { a }",
          "f = \\(a: number, b: number) number { a }",
          "foreign \"rust\" f = \\() number { 1 }",
          "export f = \\() number { 1 }",
          "if = \\() number { 1 }",
          "hello world, what is this?",
          ")",
          "f = \\() number {\n  if x {\n    1\n  else {\n    2\n  }\n}",
          "f = \\() number {\n  if x {\n    1\n  } else {\n    2\n\n  3\n}",
          "f = \\() number {\n  y = Foo{\n    a: 1\n  y\n}",
          "f = \\() number {\n  g(1,\n    2\n}",
          "f = \\() number\n  1\n}");

  @ParameterizedTest
  @FieldSource("STATEMENTS")
  void aMistakeInAStatementIsOneMessage(String statement) {
    assertOneEach(List.of("f = \\() any {\n  u = 1\n  " + statement + "\n  v = 2\n  v\n}"));
  }

  @ParameterizedTest
  @FieldSource("DEFINITIONS")
  void aMistakeInADefinitionIsOneMessage(String definition) {
    assertOneEach(List.of(definition));
  }

  @Test
  void mistakesInManyFunctionsAreOneMessageEach() {
    var all = new ArrayList<String>();
    STATEMENTS.forEach(one -> all.add("f = \\() any {\n  u = 1\n  " + one + "\n  v = 2\n  v\n}"));
    all.addAll(DEFINITIONS);
    assertOneEach(all);
  }

  @Test
  void mistakesInOneFunctionAreOneMessageEach() {
    var text = new StringBuilder("f = \\() any {\n");
    STATEMENTS.forEach(one -> text.append("  ").append(one).append('\n'));
    var lines =
        errors(text.append("  v\n}\n").toString()).stream()
            .map(one -> one.location().line() - 2)
            .map(index -> index + ": " + STATEMENTS.get(index))
            .toList();
    var expected = new ArrayList<String>();
    for (int i = 0; i < STATEMENTS.size(); i++) {
      expected.add(i + ": " + STATEMENTS.get(i));
    }
    assertEquals(String.join("\n", expected), String.join("\n", lines));
  }

  /// Between the broken parts there are sound ones, none of which may be lost.
  private static void assertOneEach(List<String> broken) {
    var text = new StringBuilder();
    var ends = new ArrayList<Integer>();
    for (String one : broken) {
      text.append("\nbefore = \\() none { none }\n\n").append(one).append("\n\n");
      ends.add(text.length());
    }
    text.append("last = \\() none { none }\n");
    var errors = errors(text.toString());
    var messages = new ArrayList<String>();
    int next = 0;
    for (int i = 0; i < broken.size(); i++) {
      var here = new ArrayList<String>();
      while (next < errors.size() && errors.get(next).span().start() < ends.get(i)) {
        here.add(errors.get(next++).message());
      }
      if (here.size() != 1) {
        messages.add(broken.get(i) + "\n    " + String.join("\n    ", here));
      }
    }
    assertEquals("", String.join("\n", messages));
    assertEquals(broken.size(), errors.size());
    var functions = parse(text.toString()).module().functions();
    assertEquals(
        broken.size(),
        functions.stream().filter(one -> one.name().text().equals("before")).count());
    assertEquals("last", functions.getLast().name().text());
  }

  private static List<Diagnostic> errors(String text) {
    var diagnostics = parse(text).diagnostics();
    assertTrue(diagnostics.stream().noneMatch(one -> one.cure().isBlank()));
    return diagnostics;
  }

  private static Parsed parse(String text) {
    return Parser.parse(new SourceText(Path.of("Test.pen"), text));
  }
}
