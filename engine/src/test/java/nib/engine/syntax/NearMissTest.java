package nib.engine.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nib.engine.Problems;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.ProblemText;
import nib.engine.diagnostic.SyntaxProblem;
import nib.engine.text.SourceText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// For each problem of the syntax a text that has it, and one that nearly has it and is fine.
final class NearMissTest {

  private record Pair(String rule, String rejected, String accepted) {}

  private static final List<Pair> PAIRS =
      List.of(
          body("unexpected-token", "g(a b)", "g(a, b)"),
          body("missing-behind", "x = 1 +\n  y = 2\n  y", "x = 1 +\n  2\n  x"),
          body("unknown-character", "a @ b", "a # @ b"),
          body("unknown-blank", "a\u00a0+ b", "\"a\u00a0\" + b"),
          body("semicolon", "a;\n  b", "a # ;\n  b"),
          body("unknown-operator", "x?==y", "x? == y"),
          body("foreign-letters", "größe", "\"größe\""),
          body("unclosed-string", "\"a", "\"a\""),
          body("single-quote", "'a'", "\"'a'\""),
          body("unknown-escape", "\"\\q\"", "\"\\\\q\""),
          body("surprising-escape", "\"\\\\n\"", "\"\\x5cn\""),
          body("malformed-number", "0b2", "0b1"),
          body("number-too-large", "0x1ffffffffffffffff", "0xffffffffffffffff"),
          body("infinite-number", "1e309", "1e308"),
          body("number-runs-into-name", "1a", "1 a"),
          body("signed-prefix", "g(-0x1)", "g(-1)"),
          text(
              "keyword-as-name",
              "f = \\(in number) number { 1 }",
              "f = \\(inn number) number { 1 }"),
          body("misplaced-keyword", "x = for\n  x", "x = fore\n  x"),
          body("reserved-word", "export", "exports"),
          body("path-as-prefix", "A'B'c()", "B'c()"),
          text("unclosed-bracket", "f = \\() number {\n  1\n", "f = \\() number {\n  1\n}\n"),
          body("nested-too-deeply", parentheses(150), parentheses(100)),
          body("unary-operator", "-x", "0 - x"),
          body("doubled-operator", "a && b", "a & b"),
          body("equals-in-expression", "g(a = b)", "g(a == b)"),
          body("equals-in-condition", "if a = b { 1 } else { 2 }", "if a == b { 1 } else { 2 }"),
          body("else-missing", "if a { 1 }", "if a { 1 } else { none }"),
          body(
              "not-else-if",
              "if a { 1 } elif b { 2 } else { 3 }",
              "if a { 1 } else if b { 2 } else { 3 }"),
          body(
              "binding-after-else",
              "if a { 1 } else if x = b as number { 2 } else { 3 }",
              "if a { 1 } else { if x = b as number { 2 } else { 3 } }"),
          body(
              "else-if-takes-type",
              "if x = a as number { 1 } else if x = a as string { 2 } else { 3 }",
              "if x = a as number { 1 } else if string { 2 } else { 3 }"),
          text("empty-block", "f = \\() number {}", "f = \\() number { 1 }"),
          body("last-statement-named", "x = 1", "x = 1\n  x"),
          body("list-without-type", "[1, 2]", "[number 1, 2]"),
          body("map-without-types", "{1: 2}", "{number: number 1: 2}"),
          body("repeated-field", "A{a: 1, a: 2}", "A{a: 1, b: 2}"),
          body("map-read-as-record", "x {string: number ...m}", "x ({string: number ...m})"),
          body("no-indexing", "g(m[k])", "if x = m[k] { x } else { 1 }"),
          body("list-pattern", "if [x] = l { 1 } else { 2 }", "if [x, ...y] = l { 1 } else { 2 }"),
          body("update-without-fields", "A{...a}", "A{...a, b: 1}"),
          text("function-in-union", "type a = b | \\() c", "type a = b | (\\() c)"),
          text("result-type-missing", "f = \\() { 1 }", "f = \\() number { 1 }"),
          text("needless-sign", "type a { b: number }", "type a { b number }"),
          text("record-with-equals", "type a = { b number }", "type a = { b: number }"),
          text(
              "unknown-convention",
              "import foreign \"C\" f \\() none",
              "import foreign \"c\" f \\() none"),
          text("out-of-order", "type a = b\nimport 'M", "import 'M\ntype a = b"),
          text("import-without-module", "import A", "import A'B"),
          text("blank-before-quote", "import A 'B", "import A' B"),
          text("private-module", "import A'b", "import 'a'b"),
          text("empty-name-list", "import A'B {}", "import A'B { c }"),
          text("definition-not-a-function", "f = 1", "f = \\() number { 1 }"),
          text(
              "function-without-sign", "f(x number) number { x }", "f = \\(x number) number { x }"),
          text("other-language", "let f = \\() number { 1 }", "f = \\() number { 1 }"),
          text(
              "too-many-mistakes",
              "@ $ ".repeat(Complaints.MOST / 2 + 1),
              "# " + "@ $ ".repeat(Complaints.MOST / 2 + 1)));

  private static Pair text(String rule, String rejected, String accepted) {
    return new Pair(rule, rejected, accepted);
  }

  private static Pair body(String rule, String rejected, String accepted) {
    String function = "f = \\() any {\n  %s\n}\n";
    return new Pair(rule, function.formatted(rejected), function.formatted(accepted));
  }

  private static String parentheses(int count) {
    return "(".repeat(count) + "x" + ")".repeat(count);
  }

  @Test
  void everyProblemHasAPair() {
    assertEquals(
        Problems.of(SyntaxProblem.class).map(ProblemText::rule).sorted().toList(),
        PAIRS.stream().map(Pair::rule).sorted().toList());
  }

  @TestFactory
  Stream<DynamicTest> pairs() {
    return PAIRS.stream()
        .map(pair ->
            DynamicTest.dynamicTest(
                pair.rule(),
                () -> {
                  var rules = diagnostics(pair.rejected()).map(NearMissTest::rule).toList();
                  assertTrue(rules.contains(pair.rule()), rules::toString);
                  assertEquals(
                      List.of(), diagnostics(pair.accepted()).map(Diagnostic::message).toList());
                }));
  }

  private static Stream<Diagnostic> diagnostics(String text) {
    return Parser.parse(new SourceText(Path.of("Test.pen"), text)).diagnostics().stream();
  }

  private static String rule(Diagnostic one) {
    return ProblemText.rule(one.problem());
  }
}
