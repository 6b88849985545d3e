package nib.engine.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.syntax.Expression;
import nib.engine.types.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is known of a checked body, by the text that it is about.
final class TypingTest {

  private static final String KINDS =
      """
      type point {
        x number
        y number | none
      }

      f = \\(a number | error, xs [number], m {string: boolean}, p point, u any) any {
        number = 1.5
        text = "text"
        both = number + 2 < 3 == !true
        lambda = \\(q string) point | none { none }
        branch = if both { number } else { text }
        typed = if z = u as string { z } else { none }
        listed = if [head, ...tail] = xs { head } else { xs }
        mapped = if value = m[text] { value } else { p }
        made = point{x: 1, y: none}
        updated = point{...made, x: p.x}
        access = updated.y
        list = [number | none 1, ...xs]
        map = {string: any ...m, "a": 1}
        loop = [string each() for each in [string text]]
        success = a?
        spawned = go(\\() number { 2 })
        count = size(xs)
        g(number, text)
      }

      g = \\(a number, b string) [point] {
        [point]
      }
      """;

  private final CheckedModule kinds = Programs.check(KINDS);
  private final Nodes nodes = new Nodes(kinds.scope().module());

  @Test
  void theExampleIsRight() {
    assertEquals(List.of(), kinds.scope().module().diagnostics());
    assertEquals(List.of(), kinds.diagnostics().stream().map(Diagnostic::message).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      value = {
        "1.5 ~ number",
        "\"text\" ~ string",
        "number + 2 ~ number",
        "number + 2 < 3 == !true ~ boolean",
        "!true ~ boolean",
        "\\(q string) point | none { none } ~ \\(string) none | point",
        "if both { number } else { text } ~ number | string",
        "if z = u as string { z } else { none } ~ none | string",
        "z ~ string",
        "if [head, ...tail] = xs { head } else { xs } ~ (\\() number) | [number]",
        "if value = m[text] { value } else { p } ~ boolean | point",
        "value ~ boolean",
        "point{x: 1, y: none} ~ point",
        "point{...made, x: p.x} ~ point",
        "p.x ~ number",
        "updated.y ~ none | number",
        "[number | none 1, ...xs] ~ [none | number]",
        "{string: any ...m, \"a\": 1} ~ {string: any}",
        "[string each() for each in [string text]] ~ [string]",
        "each ~ \\() string",
        "each() ~ string",
        "a? ~ number",
        "go(\\() number { 2 }) ~ \\() number",
        "size(xs) ~ number",
        "g ~ \\(number, string) [point]",
        "g(number, text) ~ [point]",
        "u ~ any",
        "both ~ boolean"
      })
  void everyExpressionHasItsType(String written, String type) {
    assertEquals(Optional.of(type), typeOf(nodes.written(written)), written);
  }

  private Optional<String> typeOf(Expression expression) {
    return kinds.typing().type(expression).map(Type::written);
  }

  @Test
  void noExpressionButTheNamesOfBuiltInFunctionsIsWithoutAType() {
    var without =
        nodes.expressions().stream()
            .filter(one -> typeOf(one).isEmpty())
            .map(one -> kinds.scope().module().source().text(one.span()))
            .toList();
    assertEquals(List.of("go", "size"), without);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      value = {
        "a ~ error | number",
        "m ~ {string: boolean}",
        "q ~ string",
        "branch ~ number | string",
        "z ~ any",
        "head ~ \\() number",
        "tail ~ [number]",
        "value ~ boolean",
        "each ~ \\() string",
        "success ~ number",
        "spawned ~ \\() number"
      })
  void everyNameHasItsTypeWhereItIsBound(String name, String type) {
    var binding =
        nodes.names().stream()
            .filter(one -> one.text().equals(name))
            .filter(one -> kinds.typing().type(one).isPresent())
            .findFirst()
            .orElseThrow();
    assertEquals(Optional.of(type), kinds.typing().type(binding).map(Type::written));
  }

  @Test
  void variablesKnowWhatTheyMean() {
    assertEquals("p", assertInstanceOf(Meaning.Local.class, meaning("p")).name().text());
    assertEquals("g", assertInstanceOf(Meaning.Global.class, meaning("g")).definition().name());
    assertEquals("size", assertInstanceOf(Meaning.BuiltIn.class, meaning("size")).name());
    assertEquals("true", assertInstanceOf(Meaning.BuiltIn.class, meaning("true")).name());
  }

  @Test
  void aLocalNameMeansItsOwnBinding() {
    var checked = Programs.check("f = \\(x number) number {\n  x = x + 1\n  x * 2\n}\n");
    var found = new Nodes(checked.scope().module());
    var uses =
        found.expressions().stream()
            .filter(Expression.Variable.class::isInstance)
            .map(one -> checked.typing().meaning((Expression.Variable) one).orElseThrow())
            .map(one -> ((Meaning.Local) one).name().span().start())
            .toList();
    assertEquals(List.of(6, 27), uses);
  }

  private Meaning meaning(String variable) {
    return kinds
        .typing()
        .meaning((Expression.Variable) nodes.written(variable))
        .orElseThrow(() -> new AssertionError(variable));
  }

  @Test
  void unknownNamesMeanNothing() {
    var checked = Programs.check("f = \\() number {\n  nothing\n}\n");
    var variable = (Expression.Variable) new Nodes(checked.scope().module()).written("nothing");
    assertEquals(Optional.empty(), checked.typing().meaning(variable));
    assertTrue(checked.typing().type(variable).orElseThrow().unknown().isPresent());
  }

  @Test
  void anEqualExpressionOfAnotherModuleIsAnotherExpression() {
    var other = new Nodes(Programs.check(KINDS).scope().module());
    assertEquals(Optional.empty(), typeOf(other.written("p.x")));
  }

  @Test
  void diagnosticsComeInTheOrderOfTheText() {
    var checked =
        Programs.check(
            "f = \\(xs [number]) [number] {\n  [number y for z in zs for a in as_ if b]\n}\n");
    var starts = checked.diagnostics().stream().map(one -> one.span().start()).toList();
    assertEquals(starts.stream().sorted().toList(), starts);
    assertEquals(4, starts.size());
  }
}
