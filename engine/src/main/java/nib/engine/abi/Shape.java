package nib.engine.abi;

import java.util.List;
import nib.engine.ctype.CType;
import nib.engine.target.Target;

/// What a standard asks of a value: its size, its alignment, and what its words are.
///
/// @param size in bytes, a multiple of `alignment`
/// @param words in the order of their offsets; one for all but structures
record Shape(int size, int alignment, List<Word> words) {

  enum Kind {
    INTEGER,
    FLOATING
  }

  record Word(Kind kind, int offset, int size, int alignment) {}

  Shape {
    words = List.copyOf(words);
  }

  /// The shape of a value that is passed.
  static Shape of(CType type, Target target) {
    int pointer = target.pointerBytes();
    return switch (type) {
      case CType.Scalar.BOOL -> scalar(Kind.INTEGER, 1, 1);
      case CType.Scalar.DOUBLE -> scalar(Kind.FLOATING, 8, eightByteAlignment(target));
      case CType.Scalar.UINT64 -> scalar(Kind.INTEGER, 8, eightByteAlignment(target));
      case CType.Scalar.SIZE -> pointer(target);
      case CType.Scalar.VOID -> throw new IllegalArgumentException("void is no value");
      case CType.Pointer _, CType.FunctionPointer _ -> pointer(target);
      case CType.Value _ -> {
        int payload = Math.max(pointer, eightByteAlignment(target));
        yield new Shape(
            payload + 8,
            eightByteAlignment(target),
            List.of(
                new Word(Kind.INTEGER, 0, pointer, pointer),
                new Word(Kind.INTEGER, payload, 8, eightByteAlignment(target))));
      }
    };
  }

  static Shape pointer(Target target) {
    return scalar(Kind.INTEGER, target.pointerBytes(), target.pointerBytes());
  }

  private static Shape scalar(Kind kind, int size, int alignment) {
    return new Shape(size, alignment, List.of(new Word(kind, 0, size, alignment)));
  }

  /// How `double` and `uint64_t` are aligned in memory: everywhere by their size, but by 4 where
  /// the Intel386 supplement rules (table 2.1).
  static int eightByteAlignment(Target target) {
    return switch (target.abi()) {
      case SYSTEM_V_I386 -> 4;
      case SYSTEM_V_AMD64, AAPCS64, APPLE_ARM64, WINDOWS_X64, RISCV_LP64D, WASM32 -> 8;
    };
  }
}
