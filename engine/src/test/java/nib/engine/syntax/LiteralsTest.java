package nib.engine.syntax;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LiteralsTest {

  @Test
  void decodesTheSixEscapes() {
    assertDecoded("\\ \" \n \r \t A\u0000", "\\\\ \\\" \\n \\r \\t \\x41\\x00");
    assertArrayEquals(new byte[] {(byte) 0xff, (byte) 0x80}, Literals.bytes("\"\\xfF\\x80\""));
    assertDecoded("é 😀\n\r", "é 😀\n\r");
    assertDecoded("", "");
  }

  /// In this order: double backslashes, quotes, line ends, tabs, bytes.
  @Test
  void replacesOneKindOfEscapeAfterTheOther() {
    assertDecoded("\n", "\\\\n");
    assertDecoded("C:\new\table", "C:\\\\new\\\\table");
    assertDecoded("A", "\\\\x41");
    assertDecoded("\\\n", "\\\\\\\\n");
    assertDecoded("\\n", "\\x5cn");
    assertDecoded("\\x4", "\\\\x4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\\\n", "\\\\r", "\\\\t", "\\\\x41", "a\\\\\\\\n"})
  void isSurprisingWhereABackslashIsTakenTwice(String body) {
    assertTrue(Literals.isSurprising("\"" + body + "\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\\n", "\\\\", "\\\\a", "\\\\\\n", "\\\\\\\"", "\\\\x4", "\\x5cn", "\\\\ n"})
  void isNotSurprisingOtherwise(String body) {
    assertFalse(Literals.isSurprising("\"" + body + "\""));
  }

  @Test
  void readsEscapesFromLeftToRightForThoseWhoWantThat() {
    assertEquals(
        "\\n\nA",
        new String(
            Literals.bytesFromLeftToRight("\"\\\\n\\n\\x41\""), StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, -0",
    "+1, 1",
    "-1.5e3, -1500",
    ".5, .5",
    "1., 1",
    "1.e2, 100",
    "007, 7",
    "0b0, 0",
    "0b101, 5",
    "0x10, 16",
    "0xfF, 255",
    "0b0000000000000000000000000000000000000000000000000000000000000000000000001, 1",
    "0x00000000000000000000001, 1",
    // Rounded to the nearest, and to the even one of two.
    "9007199254740993, 9007199254740992",
    "0x20000000000001, 9007199254740992",
    "0x20000000000003, 9007199254740996",
    // Without a sign.
    "0xffffffffffffffff, 18446744073709551616",
    "0x8000000000000000, 9223372036854775808",
    "0x8000000000000400, 9223372036854775808",
    "0x8000000000000401, 9223372036854777856",
    "0b1111111111111111111111111111111111111111111111111111111111111111, 18446744073709551616",
    "1e999, Infinity",
    "-1e999, -Infinity",
    "5e-324, 4.9e-324",
    "2e-324, 0"
  })
  void numbersAreWhatTheCompilerMakesOfThem(String written, double value) {
    assertEquals(OptionalDouble.of(value), Literals.number(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0x10000000000000000",
        "0b",
        "0b2",
        "0x",
        "0xg",
        "1e",
        "x",
        "",
        "0b10000000000000000000000000000000000000000000000000000000000000000"
      })
  void whatIsTooLargeOrMalformedHasNoValue(String written) {
    assertEquals(OptionalDouble.empty(), Literals.number(written));
  }

  private static void assertDecoded(String expected, String body) {
    assertEquals(
        expected, new String(Literals.bytes("\"" + body + "\""), StandardCharsets.UTF_8), body);
  }
}
