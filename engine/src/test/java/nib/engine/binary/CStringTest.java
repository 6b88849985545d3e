package nib.engine.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class CStringTest {

  @Test
  void endsWhereALoopOverBytesEnds() {
    var random = new Random(3);
    for (int round = 0; round < 2_000; round++) {
      var bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      for (int zeros = random.nextInt(4); zeros > 0 && bytes.length > 0; zeros--) {
        bytes[random.nextInt(bytes.length)] = 0;
      }
      for (int at = 0; at <= bytes.length; at++) {
        for (int limit = 0; limit <= bytes.length; limit++) {
          int place = at;
          int bound = limit;
          assertEquals(
              slowly(bytes, at, limit),
              CString.end(bytes, at, limit),
              () -> "from %d to %d".formatted(place, bound));
        }
      }
    }
  }

  private static int slowly(byte[] bytes, int at, int limit) {
    int here = at;
    while (here < limit && bytes[here] != 0) {
      here++;
    }
    return here;
  }
}
