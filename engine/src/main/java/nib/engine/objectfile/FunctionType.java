package nib.engine.objectfile;

import java.util.List;
import java.util.stream.Collectors;

/// What a WebAssembly function takes and gives. Wasm checks it at every call, so objects have it
/// without debugging information (WebAssembly Core Specification, "Function Types").
public record FunctionType(List<Value> parameters, List<Value> results) {

  /// The types of values.
  public enum Value {
    I32("i32"),
    I64("i64"),
    F32("f32"),
    F64("f64"),
    V128("v128"),
    FUNCREF("funcref"),
    EXTERNREF("externref"),
    /// Any other reference, such as those to garbage-collected structures.
    REFERENCE("ref");

    private final String word;

    Value(String word) {
      this.word = word;
    }

    /// The name in Wasm's own text format.
    public String word() {
      return word;
    }
  }

  public FunctionType {
    parameters = List.copyOf(parameters);
    results = List.copyOf(results);
  }

  /// As Wasm's tools write it: `(i32, f64) -> i32`.
  @Override
  public String toString() {
    String result = results.size() == 1 ? results.getFirst().word() : list(results);
    return list(parameters) + " -> " + result;
  }

  private static String list(List<Value> values) {
    return values.stream().map(Value::word).collect(Collectors.joining(", ", "(", ")"));
  }
}
