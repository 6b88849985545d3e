package nib.engine.foreign;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nib.engine.types.ModuleScope;
import nib.engine.types.RecordDefinition;
import nib.engine.types.Type;

/// Finds the records that a type is about.
final class Records {

  private Records() {}

  /// The definitions of the records that the type mentions, then of those that their fields
  /// mention, each once.
  static List<RecordDefinition> of(Type type, ModuleScope scope) {
    var found = new LinkedHashMap<Type.RecordOf, RecordDefinition>();
    var rest = new ArrayDeque<Type>(List.of(type));
    while (!rest.isEmpty()) {
      switch (rest.remove()) {
        case Type.Primitive _, Type.Unknown _ -> {}
        case Type.Function(var parameters, var result) -> {
          rest.addAll(parameters);
          rest.add(result);
        }
        case Type.ListOf(var element) -> rest.add(element);
        case Type.MapOf(var key, var value) -> rest.addAll(List.of(key, value));
        case Type.Union(var members) -> rest.addAll(members);
        case Type.RecordOf record -> add(record, scope, found, rest);
      }
    }
    return List.copyOf(found.values());
  }

  private static void add(
      Type.RecordOf record,
      ModuleScope scope,
      Map<Type.RecordOf, RecordDefinition> found,
      ArrayDeque<Type> rest) {
    if (!found.containsKey(record)) {
      scope
          .definition(record)
          .ifPresent(definition -> {
            found.put(record, definition);
            definition.fields().forEach(field -> rest.add(field.type()));
          });
    }
  }
}
