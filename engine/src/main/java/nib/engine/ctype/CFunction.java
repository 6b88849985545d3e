package nib.engine.ctype;

import java.util.List;
import java.util.stream.Stream;

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

  /// Whether a struct is passed or comes back by value: an `any`.
  public boolean hasValues() {
    return Stream.concat(Stream.of(result), types().stream())
        .anyMatch(CType.Value.class::isInstance);
  }

  private List<CType> types() {
    return parameters.stream().map(Parameter::type).toList();
  }
}
