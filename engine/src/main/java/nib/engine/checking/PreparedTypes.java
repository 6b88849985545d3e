package nib.engine.checking;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nib.engine.text.Span;
import nib.engine.types.ModuleScope;
import nib.engine.types.RecordDefinition;
import nib.engine.types.Type;
import nib.engine.types.Type.Primitive;
import nib.engine.types.TypeRelations;

/// The lists, maps and functions whose types the compiler defines for a module, and those that it
/// can compare. It compares what lists and maps have as parts, wherever it sees their types
/// (`lib/hir-mir/src/transformation/collection_type.rs`), and that defines the parts' types too.
final class PreparedTypes {

  /// Those in the records of the prelude, which every module is compiled with.
  private static final List<Type> PRELUDE =
      List.of(
          new Type.Function(List.of(), Primitive.ANY),
          new Type.Function(List.of(Primitive.ANY), Primitive.NUMBER),
          new Type.Function(List.of(Primitive.ANY, Primitive.ANY), Primitive.BOOLEAN));

  /// What cannot be compiled unless a type is prepared.
  ///
  /// @param condition whether it is needed in a condition of a comprehension
  record Need(Kind kind, Type type, Span span, boolean condition) {
    enum Kind {
      DEFINITION,
      /// Of lists or of maps with each other, or of a map's keys.
      COMPARISON
    }
  }

  private final ModuleScope scope;
  private final Set<Type> defined = new HashSet<>(PRELUDE);
  private final Set<Type> seen = new HashSet<>();
  private final Set<Type> compared = new HashSet<>();

  PreparedTypes(ModuleScope scope) {
    this.scope = scope;
  }

  boolean has(Need need) {
    return switch (need.kind()) {
      case DEFINITION -> defined.contains(need.type());
      case COMPARISON ->
          need.type() instanceof Type.ListOf(var element)
              ? compared.contains(element)
              : seen.contains(need.type());
    };
  }

  /// A type that a definition is made for; of a union, for its members.
  void add(Type type) {
    defined.addAll(TypeRelations.members(type));
  }

  /// A type that the compiler comes by.
  void see(Type type) {
    if (!seen.add(type)) {
      return;
    }
    switch (type) {
      case Primitive _, Type.RecordOf _, Type.Unknown _ -> {}
      case Type.ListOf(var element) -> seePart(element);
      case Type.MapOf(var key, var value) -> {
        seePart(key);
        seePart(value);
      }
      case Type.Function(var parameters, var result) -> {
        parameters.forEach(this::see);
        see(result);
      }
      case Type.Union(var members) -> members.forEach(this::see);
    }
  }

  private void seePart(Type part) {
    see(part);
    if (scope.incomparable(part).isEmpty()) {
      compared.add(part);
      add(part);
    }
  }

  /// What is defined by the module and the modules that it imports.
  void addDefinitions() {
    scope.types().forEach(one -> see(one.meaning()));
    scope.values().forEach(one -> see(one.meaning().type()));
    var records = new HashSet<Type.RecordOf>();
    var waiting = new ArrayDeque<>(seen);
    while (!waiting.isEmpty()) {
      if (waiting.remove() instanceof Type.RecordOf record && records.add(record)) {
        scope.definition(record).stream()
            .flatMap(definition -> definition.fields().stream())
            .map(RecordDefinition.Field::type)
            .forEach(type -> {
              add(type);
              var before = new HashSet<>(seen);
              see(type);
              seen.stream().filter(one -> !before.contains(one)).forEach(waiting::add);
            });
      }
    }
  }
}
