package nib.engine.abi;

import java.util.ArrayList;
import java.util.List;

/// What the count word before a block says of who has it
/// (`lib/mir-fmm/src/reference_count/count.rs`). The word is signed, and little-endian on every
/// known target.
public enum CountState {
  /// One thread has it, and counts without locking anything.
  ONE_THREAD,
  /// It was synchronized: several threads may have it, and count by atomic instructions.
  SEVERAL_THREADS,
  /// A constant of the program, which is never counted and never freed.
  STATIC;

  /// The word for so many references.
  ///
  /// @param references one at least; of no meaning for a static block
  /// @param bytes the size of the word
  public long word(int references, int bytes) {
    return switch (this) {
      case ONE_THREAD -> references - 1;
      case SEVERAL_THREADS -> -references;
      case STATIC -> -1L << (8 * bytes - 1);
    };
  }

  /// The bytes of a count word as they lie in memory, each as two hexadecimal digits.
  ///
  /// @param bytes the size of the word
  public static List<String> bytes(long word, int bytes) {
    var digits = new ArrayList<String>();
    for (int at = 0; at < bytes; at++) {
      digits.add("%02x".formatted((word >> (8 * at)) & 0xff));
    }
    return List.copyOf(digits);
  }
}
