package nib.engine.abi;

import nib.engine.ctype.CType;

/// Values whose every byte tells the argument it belongs to and its position there.
final class Patterns {

  /// The number that stands for the result among the arguments.
  static final int RESULT = 15;

  private Patterns() {}

  /// Byte `at` of argument `index`: the index in the upper half, the position in the lower. A
  /// boolean can only be 0 or 1, by its index.
  static int at(CType type, int index, int at) {
    return type == CType.Scalar.BOOL ? index & 1 : index << 4 | at;
  }

  /// Up to eight bytes of a value as a number, the first byte lowest.
  static long bits(CType type, int index, int offset, int size) {
    long bits = 0;
    for (int i = size - 1; i >= 0; i--) {
      bits = bits << 8 | at(type, index, offset + i);
    }
    return bits;
  }
}
