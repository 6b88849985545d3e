package nib.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class TidyOutputTest {

  private static final long MIB = 1 << 20;

  private long needed;
  private long used;
  private int collections;

  private TidyOutput output(ByteArrayOutputStream bytes) {
    return new TidyOutput(bytes) {
      @Override
      long used() {
        return used;
      }

      @Override
      void collect() {
        collections++;
        used = needed;
      }
    };
  }

  @Test
  void collectsWhatPilesUp() throws IOException {
    var written = new ByteArrayOutputStream();
    try (var out = output(written)) {
      for (int i = 0; i < 1000; i++) {
        used += MIB;
        out.write(new byte[8000]);
      }
    }
    assertEquals(8_000_000, written.size());
    assertEquals(20, collections);
  }

  /// Otherwise all of it would be walked through again and again while it grows.
  @Test
  void leavesAloneWhatIsNeeded() throws IOException {
    try (var out = output(new ByteArrayOutputStream())) {
      for (int i = 0; i < 1000; i++) {
        used += MIB;
        needed = used;
        out.write(new byte[8000]);
      }
    }
    assertEquals(7, collections);
  }

  @Test
  void looksNowAndThenWhereLittleIsWritten() throws IOException {
    var written = new ByteArrayOutputStream();
    try (var out = output(written)) {
      used = 100 * MIB;
      out.write(1);
      out.write(new byte[4000], 0, 4000);
      assertEquals(0, collections);
      out.write(new byte[] {2, 3, 4}, 1, 2);
      out.write(new byte[100], 0, 100);
      assertEquals(1, collections);
    }
    byte[] expected = new byte[4103];
    expected[0] = 1;
    expected[4001] = 3;
    expected[4002] = 4;
    assertArrayEquals(expected, written.toByteArray());
  }
}
