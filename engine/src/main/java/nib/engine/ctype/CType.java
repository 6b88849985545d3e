package nib.engine.ctype;

import java.util.List;

/// A C type, as far as the border needs C. Pen's side and an archive's debug information both speak
/// it, so that equal is compared with equal.
public sealed interface CType {

  /// The types without parts.
  enum Scalar implements CType {
    VOID,
    /// `bool` of `<stdbool.h>`: one byte, 0 or 1.
    BOOL,
    DOUBLE,
    /// `uint64_t`.
    UINT64,
    /// `size_t`, a word of the machine.
    SIZE
  }

  /// A structure passed by value, by its typedef's name.
  record Value(String name) implements CType {}

  /// A pointer to a named type: `pen_string`, `struct Foo`.
  record Pointer(String to) implements CType {}

  record FunctionPointer(CType result, List<CType> parameters) implements CType {
    public FunctionPointer {
      parameters = List.copyOf(parameters);
    }
  }
}
