package nib.engine.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The local names that can be used where `^` stands, the innermost first.
final class LocalsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      value = {
        "f = \\(x number, y string) number { ^x } ~ y: string, x: number",
        "f = \\(x number) number { x }^ ~ ",
        "f = \\(^x number) number { x } ~ ",
        "f = \\(x number) number { y = ^x z = y z } ~ x: number",
        "f = \\(x number) number { y = x z = ^y z } ~ y: number, x: number",
        "f = \\(x number) number { x = \"s\" ^x } ~ x: string",
        "f = \\(x number) number { y = 1 ^ ~ y: number, x: number",
        "f = \\(x number) any { y = \\(z none) none { ^z } x } ~ z: none, x: number",
        "f = \\(x number) any { y = \\(z none) none { z } ^x } ~ y: \\(none) none, x: number",
        "f = \\(x none | number) any { if x = x as number { ^x } else { x } } ~ x: number",
        "f = \\(x none | number) any { if x = x as number { x } else { ^x } } ~ x: none",
        "f = \\(x none | number) any { if x = ^x as number { x } else { x } } ~ x: none | number",
        "f = \\(x [none]) any { if [y, ...z] = x { ^y } else { x } }"
            + " ~ z: [none], y: \\() none, x: [none]",
        "f = \\(x [none]) any { if [y, ...z] = x { y } else { ^x } } ~ x: [none]",
        "f = \\(x {none: none}) any { if y = x[none] { ^y } else { x } } ~ y: none, x: {none: none}",
        "f = \\(x [[none]]) any { [none ^z() for z in y() for y in x] }"
            + " ~ z: \\() none, y: \\() [none], x: [[none]]",
        "f = \\(x [[none]]) any { [none z() for z in ^y() for y in x] }"
            + " ~ y: \\() [none], x: [[none]]",
        "f = \\(x [[none]]) any { [none z() for z in y() for y in ^x] } ~ x: [[none]]",
        "f = \\(x [none]) any { [none y() for y in x if ^y() == none] } ~ y: \\() none, x: [none]",
        "f = \\(x [none]) any { [none y() for y in x] ^x } ~ x: [none]"
      })
  void areThoseInScope(String marked, String expected) {
    int offset = marked.indexOf('^');
    var checked = Programs.check(marked.replace("^", ""));
    var locals =
        checked.typing().locals(offset).stream()
            .map(one -> one.name().text() + ": " + one.type().written())
            .toList();
    assertEquals(expected == null ? "" : expected, String.join(", ", locals));
  }
}
