package nib.engine.abi;

import java.util.List;
import nib.engine.ctype.CFunction;

/// What a foreign function is on the C side.
public sealed interface Lowered {

  /// A C declaration.
  ///
  /// @param remarks what the declaration alone does not show: hidden parameters, parameters that
  ///   are not passed, in sentences
  /// @param parts what its parameters are
  record Declared(CFunction function, List<String> remarks, CallParts parts) implements Lowered {
    public Declared {
      remarks = List.copyOf(remarks);
    }
  }

  /// There is no C declaration, and why.
  record Undeclared(String why) implements Lowered {}
}
