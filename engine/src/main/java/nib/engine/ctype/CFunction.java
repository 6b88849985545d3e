package nib.engine.ctype;

import java.util.List;

/// A C function's declaration.
public record CFunction(String name, CType result, List<Parameter> parameters) {

  public CFunction {
    parameters = List.copyOf(parameters);
  }

  public record Parameter(String name, CType type) {}

  /// Whether the two differ in names at the most.
  public boolean hasTypeOf(CFunction other) {
    return result.equals(other.result) && types().equals(other.types());
  }

  private List<CType> types() {
    return parameters.stream().map(Parameter::type).toList();
  }
}
