package nib.engine.ctype;

import java.util.List;

/// A C function's declaration.
public record CFunction(String name, CType result, List<Parameter> parameters) {

  public CFunction {
    parameters = List.copyOf(parameters);
  }

  public record Parameter(String name, CType type) {}
}
