package nib.engine.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SoughtNamesTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void findsNamesWithTheirEnds() {
    byte[] table = bytes("\0foo\0foobar\0bar\0");
    var names = new SoughtNames(List.of(bytes("foo"), bytes("bar")));
    assertTrue(names.standsAt(table, 1));
    assertFalse(names.standsAt(table, 5), "foobar only begins with foo");
    assertTrue(names.standsAt(table, 8), "the tail of another name");
    assertTrue(names.standsAt(table, 12));
    assertFalse(names.standsAt(table, 0), "the empty name");
  }

  @Test
  void findsNoNameThatTheTableCutsOff() {
    var names = new SoughtNames(List.of(bytes("foo"), bytes("foobar")));
    assertFalse(names.standsAt(bytes("\0foo"), 1), "without an end");
    assertFalse(names.standsAt(bytes("\0foob"), 1), "shorter than a name");
  }

  @Test
  void findsTheEmptyNameAmongOthers() {
    var names = new SoughtNames(List.of(bytes(""))).with(bytes("x"));
    byte[] table = bytes("\0ab\0x\0");
    assertTrue(names.standsAt(table, 0));
    assertTrue(names.standsAt(table, 3));
    assertTrue(names.standsAt(table, 4));
    assertFalse(names.standsAt(table, 1));
  }

  @Test
  void leavesPlacesOutsideToWhoeverReadsThem() {
    var names = new SoughtNames(List.of(bytes("foo")));
    assertTrue(names.standsAt(new byte[4], -1));
    assertTrue(names.standsAt(new byte[4], 4));
  }

  @Test
  void agreesWithASetOfNames() {
    var random = new Random(11);
    var table = new byte[4_000];
    for (int i = 0; i < table.length - 1; i++) {
      table[i] = (byte) (random.nextInt(4) == 0 ? 0 : 'a' + random.nextInt(3));
    }
    var wanted = List.of("a", "ab", "abc", "ca", "bbb", "cabba");
    var names = new SoughtNames(wanted.stream().map(SoughtNamesTest::bytes).toList());
    for (int at = 0; at < table.length; at++) {
      int end = CString.end(table, at, table.length);
      String name = new String(Arrays.copyOfRange(table, at, end), StandardCharsets.ISO_8859_1);
      assertEquals(wanted.contains(name), names.standsAt(table, at), name);
    }
  }
}
