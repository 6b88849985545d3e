package nib.engine.binary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class ByteViewTest {

  private static final ByteView VIEW =
      ByteView.of(new byte[] {(byte) 0xf1, 2, 3, 4, 5, 6, 7, (byte) 0xf8, 9});

  @Test
  void readsNumbersInLittleEndianOrder() throws MalformedFileException {
    assertEquals(0xf1, VIEW.u8(0));
    assertEquals(0x02f1, VIEW.u16(0));
    assertEquals(0x0403_02f1L, VIEW.u32(0));
    assertEquals(0xf807_0605_0403_02f1L, VIEW.u64(0));
  }

  @Test
  void readsNumbersInBigEndianOrder() throws MalformedFileException {
    var view = VIEW.ordered(ByteOrder.BIG_ENDIAN);
    assertEquals(0xf102, view.u16(0));
    assertEquals(0xf102_0304L, view.u32(0));
    assertEquals(0xf102_0304_0506_07f8L, view.u64(0));
    assertEquals(0x0304, view.slice(2, 4).u16(0));
  }

  @Test
  void saysWhatWasWantedAndWhatIsLeft() {
    fails("at 0x9: 1 bytes wanted, 0 left", () -> VIEW.u8(9));
    fails("at 0x8: 2 bytes wanted, 1 left", () -> VIEW.u16(8));
    fails("at 0x7: 4 bytes wanted, 2 left", () -> VIEW.u32(7));
    fails("at 0x2: 8 bytes wanted, 7 left", () -> VIEW.u64(2));
    fails("at 0x5: 100 bytes wanted, 4 left", () -> VIEW.slice(5, 100));
    fails("at 0x5: 5 bytes wanted, 4 left", () -> VIEW.copy(5, 5));
  }

  @Test
  void refusesOffsetsAndLengthsThatWrapAround() {
    fails("at 0x0: offset 18446744073709551615 in 9 bytes", () -> VIEW.u8(-1));
    fails("at 0x0: offset 9223372036854775807 in 9 bytes", () -> VIEW.u64(Long.MAX_VALUE));
    fails("at 0x1: 9223372036854775807 bytes wanted, 8 left", () -> VIEW.slice(1, Long.MAX_VALUE));
    fails("at 0x1: 18446744073709551614 bytes wanted, 8 left", () -> VIEW.slice(1, -2));
  }

  @Test
  void partsRememberWhereTheyLie() throws MalformedFileException {
    var part = VIEW.slice(2, 6).slice(1, 4);
    assertEquals(3, part.base());
    assertEquals(4, part.u8(0));
    fails("at 0x7: 1 bytes wanted, 0 left", () -> part.u8(4));
    assertEquals("at 0x5: odd", part.malformed(2, "odd").getMessage());
  }

  @Test
  void readsNamesUpToTheirEnd() throws MalformedFileException {
    for (int length = 0; length < 40; length++) {
      for (int at = 0; at < 10; at++) {
        String name = "n".repeat(length);
        var view = ascii("x".repeat(at) + name + "\0" + "rest\0");
        assertEquals(name, view.name(at, 100));
      }
    }
  }

  @Test
  void takesHighBytesInNamesForNoEnd() throws MalformedFileException {
    assertEquals(
        "\u0100é€", ByteView.of("\u0100é€\0".getBytes(StandardCharsets.UTF_8)).name(0, 99));
  }

  @Test
  void refusesNamesWithoutAnEndOrTooLong() {
    fails("at 0x1: a name without an end", () -> ascii("abc").name(1, 100));
    fails("at 0x0: a name without an end", () -> ascii("abcdefghij").name(0, 100));
    fails("at 0x1: a name longer than 2 bytes", () -> ascii("abcd\0").name(1, 2));
    fails("at 0x3: 1 bytes wanted, 0 left", () -> ascii("abc").name(3, 100));
  }

  @Test
  void comparesTextWithoutFailing() throws MalformedFileException {
    assertTrue(ascii("!<arch>\n").has(0, "!<arch>\n"));
    assertFalse(ascii("!<arch>").has(0, "!<arch>\n"));
    assertFalse(ascii("!<arch>\n").has(-1, "!"));
    assertFalse(ascii("abc").has(7, "c"));
  }

  @Test
  void copiesAreTheReadersOwn() throws MalformedFileException {
    var bytes = new byte[] {1, 2, 3};
    var view = ByteView.of(bytes);
    bytes[0] = 9;
    view.copy(0, 3)[1] = 9;
    assertArrayEquals(new byte[] {1, 2, 3}, view.copy(0, 3));
  }

  private static ByteView ascii(String text) {
    return ByteView.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void fails(String message, Executable reading) {
    assertEquals(message, assertThrows(MalformedFileException.class, reading).getMessage());
  }
}
