package nib.engine.dwarf;

import java.nio.file.Path;
import java.util.Random;

/// Objects with debugging information that are damaged at random.
public final class Mutants {

  private static final byte[] TELLING = {
    0, 1, -1, 2, 0x7f, (byte) 0x80, 0x2e, 0x05, 0x49, 0x10, 0x13
  };

  private Mutants() {}

  /// Bytes that mean something of their own in DWARF.
  public static byte[] telling() {
    return TELLING.clone();
  }

  /// An option of compilers to leave the name of the working folder out of what they write, so that
  /// a mutant of one seed is the same in every run.
  public static String samePlace(Path folder) {
    return "-fdebug-prefix-map=" + folder + "=.";
  }

  /// A copy of an object with a few bytes changed, or copied from elsewhere in it.
  public static byte[] of(byte[] original, Random random) {
    var mutant = original.clone();
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(mutant.length);
      switch (random.nextInt(4)) {
        case 0 -> mutant[at] = (byte) random.nextInt(256);
        case 1 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> mutant[at] = TELLING[random.nextInt(TELLING.length)];
        default -> {
          int from = random.nextInt(mutant.length);
          int length = Math.min(1 + random.nextInt(64), mutant.length - Math.max(at, from));
          System.arraycopy(original, from, mutant, at, length);
        }
      }
    }
    return mutant;
  }
}
