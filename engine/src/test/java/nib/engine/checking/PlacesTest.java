package nib.engine.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A diagnostic points at the smallest thing that is wrong.
final class PlacesTest {

  private static final String TYPES =
      """
      type point { x number y number }
      type odd { call \\() none }
      g = \\(a number, b number) number { a }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      value = {
        "1 + nothing(2) ~ nothing",
        "Foo'Bar(2) ~ Foo",
        "g(1, \"x\") ~ \"x\"",
        "g(1) ~ (1)",
        "g(1, 2, 3, 4) ~ 3, 4",
        "1(2) ~ 1",
        "g == g ~ ==",
        "1 == none ~ ==",
        "1 + 2 + \"x\" ~ \"x\"",
        "none + 1 ~ none",
        "1 < 2 < 3 ~ 1 < 2",
        "if 1 { 2 } else { 3 } ~ 1",
        "if x = 1 as number { x } else { 2 } ~ 1",
        "if x = source(error(1)) as number { x } ~ if x = source(error(1))",
        "if x = source(error(1)) as any { x } else { 2 } ~ any",
        "if x = _reflect_equal(1, 2) as string { 1 } else { 2 } ~ string",
        "if x = _reflect_equal(1, 2) as boolean { 1 } else if none { 3 } else { 2 } ~ { 2 }",
        "point{x: 1} ~ point",
        "point{x: 1, y: 2, z: 3} ~ z",
        "point{x: 1, y: none} ~ none",
        "point{x: 1, y: 2}.z ~ z",
        "\"\".x ~ \"\"",
        "[number x() for x, y in [number]] ~ x, y in [number]",
        "[number x() for x in 1] ~ 1",
        "[number 1, ...2] ~ 2",
        "{number: number 1: none} ~ none",
        "{\\() none: number} ~ \\() none",
        "if v = 1[2] { v } else { 3 } ~ 1",
        "go(g) ~ g",
        "size(1) ~ 1",
        "size ~ size",
        "error(1) 2 ~ error(1)",
        "1? ~ ?",
        "_reflect_equal(1, 2)? ~ ?",
        "error(1)? ~ error(1)",
        "[any error(1)] == [any] ~ =="
      })
  void areSmall(String body, String expected) {
    var checked = Programs.check(TYPES + "f = \\() any { " + body + " }\n");
    var source = checked.scope().module().source();
    assertEquals(
        expected,
        checked.diagnostics().stream()
            .map(one -> source.text(one.span()))
            .collect(Collectors.joining(" & ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      value = {
        "\\() number { if true { 1 } else { none } } ~ none",
        "\\() number { if true { if false { none } else { 2 } } else { 1 } } ~ none",
        "\\() number { x = 1 \"x\" } ~ \"x\"",
        "\\() number { g(if true { \"x\" } else { 1 }, 2) } ~ \"x\"",
        "\\(x number | error) number { x? } ~ ?",
      })
  void areTheBlocksThatDoNotFit(String lambda, String expected) {
    areSmall(lambda, expected);
  }
}
