package nib.engine.abi;

import java.util.List;

/// How one argument gets to the function.
public sealed interface Passing {

  /// Its bytes travel themselves.
  ///
  /// @param parts in the order of their offsets, none overlapping
  record Direct(List<Part> parts) implements Passing {
    public Direct {
      parts = List.copyOf(parts);
    }
  }

  /// The caller makes a copy, and its address travels. The callee may write to the copy.
  record Reference(Part pointer) implements Passing {}
}
