package nib.app.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LineEndsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "a\nb\n", "a\r\nb\r\n", "a\r\n\r\nb", "a\rb\r", "a\nb\r\nc\rd\n\r\n"})
  void givesBackWhatItWasGiven(String file) {
    assertEquals(file, LineEnds.of(file).restored(LineEnds.shown(file)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"one\ntwo\n", "one\r\ntwo\r\n", "\r\none\rtwo\nthree\r\n"})
  void translatesOffsetsBothWays(String file) {
    var ends = LineEnds.of(file);
    String shown = LineEnds.shown(file);
    for (int at = 0; at < shown.length(); at++) {
      int there = ends.toFile(shown, at);
      assertEquals(at, ends.toShown(shown, there));
      char c = file.charAt(there);
      assertEquals(shown.charAt(at), c == '\r' ? '\n' : c);
    }
    assertEquals(file.length(), ends.toFile(shown, shown.length()));
    assertEquals(shown.length(), ends.toShown(shown, file.length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void endsNewLinesAsTheFileDoes(String end) {
    String file = "a%sb%s".formatted(end, end);
    var ends = LineEnds.of(file);
    var edit = new Edit(1, "", "\nx\n");
    ends.edited("a\nb\n", edit);
    assertEquals("a%1$sx%1$s%1$sb%1$s".formatted(end), ends.restored("a\nx\n\nb\n"));
  }

  @Test
  void keepsTheEndsOfLinesThatAreReplaced() {
    var ends = LineEnds.of("a\r\nb\nc\n");
    ends.edited("a\nb\nc\n", new Edit(2, "b\nc", "c\nb"));
    assertEquals("a\r\nc\nb\n", ends.restored("a\nc\nb\n"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void keepsTheEndsOfLinesThatAreNotTouched(long seed) {
    var random = new Random(seed);
    String file = "a\r\nb\nc\r\nd\ne\r\n";
    var ends = LineEnds.of(file);
    String shown = LineEnds.shown(file);
    for (int step = 0; step < 200; step++) {
      int at = 2 + random.nextInt(shown.length() - 3);
      int end = Math.min(shown.length() - 2, at + random.nextInt(3));
      var edit =
          new Edit(at, shown.substring(at, Math.max(at, end)), random.nextBoolean() ? "x\n" : "y");
      ends.edited(shown, edit);
      shown = edit.applied(shown);
      String restored = ends.restored(shown);
      assertEquals(shown, LineEnds.shown(restored));
      assertEquals("a\r\n", restored.substring(0, 3));
      assertEquals("\r\n", restored.substring(restored.length() - 2));
    }
  }
}
