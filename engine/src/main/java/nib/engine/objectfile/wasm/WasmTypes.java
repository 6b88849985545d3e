package nib.engine.objectfile.wasm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.binary.MalformedFileException;
import nib.engine.objectfile.FunctionType;
import nib.engine.objectfile.FunctionType.Value;

/// The type section, and which function has which of its types ("Type Section").
final class WasmTypes {

  private static final int FUNCTION = 0x60;

  private final List<FunctionType> types = new ArrayList<>();

  /// The types of imported functions and then of those that are defined here.
  private final List<Integer> functions = new ArrayList<>();

  /// Reads the function types. Structures and arrays of the garbage collector are not described
  /// here, and what stands behind one is left.
  void read(WasmInput section) throws MalformedFileException {
    int count = section.count();
    for (int i = 0; i < count && section.u8() == FUNCTION; i++) {
      types.add(new FunctionType(values(section), values(section)));
    }
  }

  private static List<Value> values(WasmInput section) throws MalformedFileException {
    int count = section.count();
    var values = new ArrayList<Value>(count);
    for (int i = 0; i < count; i++) {
      values.add(value(section));
    }
    return values;
  }

  /// "Value Types"; the last two are followed by what they refer to.
  static Value value(WasmInput input) throws MalformedFileException {
    long start = input.at();
    int code = input.u8();
    return switch (code) {
      case 0x7f -> Value.I32;
      case 0x7e -> Value.I64;
      case 0x7d -> Value.F32;
      case 0x7c -> Value.F64;
      case 0x7b -> Value.V128;
      case 0x70 -> Value.FUNCREF;
      case 0x6f -> Value.EXTERNREF;
      case 0x63, 0x64 -> {
        input.signed();
        yield Value.REFERENCE;
      }
      default -> {
        if (code >= 0x65 && code <= 0x74) {
          yield Value.REFERENCE;
        }
        throw input.malformed(start, "value type 0x%x, which is not known".formatted(code));
      }
    };
  }

  void addFunction(long type) {
    functions.add((int) Math.min(type, Integer.MAX_VALUE));
  }

  int functions() {
    return functions.size();
  }

  Optional<FunctionType> ofFunction(int function) {
    int type = functions.get(function);
    return type < types.size() ? Optional.of(types.get(type)) : Optional.empty();
  }
}
