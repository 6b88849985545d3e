package nib.engine.abi;

import java.util.List;
import java.util.Optional;

/// How the result gets back to the caller.
public sealed interface Returned {

  /// There is none.
  record Nothing() implements Returned {}

  /// In registers.
  ///
  /// @param parts in the order of their offsets
  record Direct(List<Part> parts) implements Returned {
    public Direct {
      parts = List.copyOf(parts);
    }
  }

  /// Into memory of the caller, whose address is an argument that no declaration shows.
  ///
  /// @param pointer where the address travels
  /// @param again the register that holds the address when the function returns
  record Memory(Part pointer, Optional<Place.Register> again) implements Returned {}
}
