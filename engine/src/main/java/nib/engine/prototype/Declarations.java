package nib.engine.prototype;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nib.engine.abi.Lowered;
import nib.engine.abi.Lowering;
import nib.engine.ctype.CFunction;
import nib.engine.ctype.CType;
import nib.engine.foreign.Direction;
import nib.engine.foreign.ForeignFunction;

/// A package's border as declarations to be written: each symbol once, and what is left out with
/// its reason.
///
/// @param imports functions that a foreign library implements
/// @param exports functions that Pen implements
/// @param leftOut one sentence for each function without a declaration
/// @param types the names of all types that the declarations mention, in alphabetical order
record Declarations(
    List<CFunction> imports, List<CFunction> exports, List<String> leftOut, Set<String> types) {

  static Declarations of(List<ForeignFunction> functions) {
    var imports = new LinkedHashSet<CFunction>();
    var exports = new LinkedHashSet<CFunction>();
    var leftOut = new ArrayList<String>();
    var seen = new LinkedHashSet<String>();
    for (var function : functions) {
      var list = function.direction() == Direction.IMPORT ? imports : exports;
      switch (Lowering.lower(function)) {
        case Lowered.Declared(var declared, _) -> {
          if (seen.add(function.direction() + declared.name())) {
            list.add(declared);
          } else if (!list.contains(declared)) {
            leftOut.add("%s: declared differently before".formatted(function.id()));
          }
        }
        case Lowered.Undeclared(var why) -> leftOut.add("%s: %s".formatted(function.id(), why));
      }
    }
    var types = new TreeSet<String>();
    imports.forEach(one -> collect(one, types));
    exports.forEach(one -> collect(one, types));
    return new Declarations(List.copyOf(imports), List.copyOf(exports), leftOut, types);
  }

  boolean isEmpty() {
    return imports.isEmpty() && exports.isEmpty();
  }

  private static void collect(CFunction function, Set<String> names) {
    collect(function.result(), names);
    function.parameters().forEach(one -> collect(one.type(), names));
  }

  private static void collect(CType type, Set<String> names) {
    switch (type) {
      case CType.Scalar _ -> {}
      case CType.Value(var name) -> names.add(name);
      case CType.Pointer(var to) -> names.add(to);
      case CType.FunctionPointer(var result, var parameters) -> {
        collect(result, names);
        parameters.forEach(one -> collect(one, names));
      }
    }
  }
}
