package nib.engine.binary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RawTextTest {

  @Test
  void readsUtf8() {
    assertEquals("größe 漢 😀", RawText.decode("größe 漢 😀".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void keepsTheReplacementCharacterApartFromBadBytes() {
    check(new byte[] {(byte) 0xef, (byte) 0xbf, (byte) 0xbd, (byte) 0xff});
  }

  @Test
  void losesNoByteOfAnyName() {
    var random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      var bytes = new byte[random.nextInt(12)];
      random.nextBytes(bytes);
      check(bytes);
    }
  }

  @Test
  void ordersNamesAsTheirBytes() {
    var random = new Random(2);
    for (int i = 0; i < 20_000; i++) {
      var one = bytes(random);
      var other = bytes(random);
      assertEquals(
          Integer.signum(Arrays.compareUnsigned(one, other)),
          Integer.signum(RawText.BY_BYTES.compare(RawText.decode(one), RawText.decode(other))),
          () -> Arrays.toString(one) + " and " + Arrays.toString(other));
    }
  }

  private static byte[] bytes(Random random) {
    String[] parts = {"a", "b", "é", "漢", "\uffee", "😀", "\u007f"};
    var text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(bytes, Math.max(0, bytes.length - random.nextInt(2)));
  }

  private static void check(byte[] bytes) {
    assertArrayEquals(bytes, RawText.encode(RawText.decode(bytes)), () -> Arrays.toString(bytes));
  }
}
