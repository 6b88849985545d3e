package nib.engine.prototype;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import nib.engine.abi.Lowered;
import nib.engine.abi.Lowering;
import nib.engine.abi.RecordNames;
import nib.engine.ctype.CFunction;
import nib.engine.ctype.CType;
import nib.engine.foreign.Convention;
import nib.engine.foreign.Direction;
import nib.engine.foreign.ForeignFunction;
import nib.engine.types.RecordDefinition;

/// A package's border as declarations to be written: each symbol once, and what is left out with
/// its reason.
///
/// @param names what the records are called
/// @param records those that the functions are about, without those that are nothing, having no
///   fields; they point to each other in any order
/// @param imports functions that a foreign library implements
/// @param exports functions that Pen implements
/// @param leftOut one sentence for each function without a declaration, and each parameter that is
///   not passed
record Declarations(
    RecordNames names,
    List<RecordDefinition> records,
    List<Declared> imports,
    List<Declared> exports,
    List<String> leftOut) {

  /// A declaration and the function it declares.
  record Declared(ForeignFunction function, CFunction declaration) {

    boolean isNative() {
      return function.convention() == Convention.NATIVE;
    }
  }

  static Declarations of(List<ForeignFunction> functions) {
    var names = RecordNames.of(functions);
    var lowering = new Lowering(names);
    var imports = new LinkedHashMap<String, Declared>();
    var exports = new LinkedHashMap<String, Declared>();
    var first = new HashMap<String, CFunction>();
    var leftOut = new ArrayList<String>();
    var records = new LinkedHashSet<RecordDefinition>();
    for (var function : functions) {
      var list = function.direction() == Direction.IMPORT ? imports : exports;
      switch (lowering.lower(function)) {
        case Lowered.Declared(var declaration, var remarks, _) -> {
          var before = first.putIfAbsent(function.name(), declaration);
          if (before != null && !before.hasTypeOf(declaration)) {
            leftOut.add("%s: declared differently before".formatted(function.id()));
          } else {
            list.putIfAbsent(function.name(), new Declared(function, declaration));
            records.addAll(function.records());
            remarks.stream()
                .filter(one -> !one.equals(Lowering.HIDDEN))
                .map(one -> "%s: %s".formatted(function.id(), one))
                .forEach(leftOut::add);
          }
        }
        case Lowered.Undeclared(var why) -> leftOut.add("%s: %s".formatted(function.id(), why));
      }
    }
    return new Declarations(
        names,
        records.stream().filter(one -> !one.type().empty()).toList(),
        List.copyOf(imports.values()),
        List.copyOf(exports.values()),
        leftOut);
  }

  boolean isEmpty() {
    return imports.isEmpty() && exports.isEmpty();
  }

  /// Whether anything but numbers and booleans crosses the border.
  boolean needTypes() {
    return imports.stream().anyMatch(one -> needsTypes(one.declaration()))
        || exports.stream().anyMatch(one -> needsTypes(one.declaration()));
  }

  /// Whether a value of the type crosses the border or lies in a record.
  boolean mention(CType type) {
    var lowering = new Lowering(names);
    return Stream.concat(imports.stream(), exports.stream())
            .map(Declared::declaration)
            .anyMatch(one -> mentions(one, type))
        || records.stream()
            .flatMap(record -> record.fields().stream())
            .anyMatch(field -> lowering.lower(field.type()).filter(type::equals).isPresent());
  }

  private static boolean mentions(CFunction function, CType type) {
    return function.result().equals(type)
        || function.parameters().stream()
            .map(CFunction.Parameter::type)
            .anyMatch(one ->
                one.equals(type)
                    || (one instanceof CType.FunctionPointer(_, var continued)
                        && continued.contains(type)));
  }

  private static boolean needsTypes(CFunction function) {
    return !(function.result() instanceof CType.Scalar)
        || function.parameters().stream().anyMatch(one -> !(one.type() instanceof CType.Scalar));
  }

  /// Whether a record's layout is known: all its fields' types are.
  static boolean isKnown(RecordDefinition record) {
    return record.fields().stream().noneMatch(field -> field.type().unknown().isPresent());
  }
}
