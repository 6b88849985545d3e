package nib.engine.checking;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nib.engine.packages.ModuleId;
import nib.engine.types.Type;

/// How the types of one message are written in it. Records of one name and of different modules get
/// their modules put before them; what is longer than a person reads is cut.
final class TypeNames {

  private static final int LONGEST = 200;

  private final Map<String, ModuleId> modules = new HashMap<>();
  private final Set<String> shared = new HashSet<>();
  private final Set<Type> seen = new HashSet<>();

  private TypeNames(Stream<Type> types) {
    types.forEach(this::look);
  }

  /// The types as Pen source, in their order.
  static List<String> of(Type... types) {
    var names = new TypeNames(Stream.of(types));
    return Stream.of(types).map(names::shown).toList();
  }

  static String one(Type type) {
    return of(type).getFirst();
  }

  private void look(Type type) {
    if (!seen.add(type)) {
      return;
    }
    switch (type) {
      case Type.Primitive _, Type.Unknown _ -> {}
      case Type.RecordOf record -> {
        modules.putIfAbsent(record.name(), record.module());
        if (!record.module().equals(modules.get(record.name()))) {
          shared.add(record.name());
        }
      }
      case Type.Function(var parameters, var result) -> {
        parameters.forEach(this::look);
        look(result);
      }
      case Type.ListOf(var element) -> look(element);
      case Type.MapOf(var key, var value) -> {
        look(key);
        look(value);
      }
      case Type.Union(var members) -> members.forEach(this::look);
    }
  }

  private String shown(Type type) {
    var written = shared.isEmpty() ? type.written() : written(type);
    return written.length() <= LONGEST ? written : written.substring(0, LONGEST) + "...";
  }

  private String written(Type type) {
    return switch (type) {
      case Type.Primitive _, Type.Unknown _ -> type.written();
      case Type.RecordOf record ->
          shared.contains(record.name())
              ? module(record.module()) + "'" + record.name()
              : record.name();
      case Type.Function(var parameters, var result) ->
          parameters.stream()
              .map(this::written)
              .collect(Collectors.joining(", ", "\\(", ") " + written(result)));
      case Type.ListOf(var element) -> "[" + written(element) + "]";
      case Type.MapOf(var key, var value) -> "{" + written(key) + ": " + written(value) + "}";
      case Type.Union(var members) ->
          members.stream()
              .map(one -> one instanceof Type.Function ? "(" + written(one) + ")" : written(one))
              .collect(Collectors.joining(" | "));
    };
  }

  /// A module as it is told from others: `'Foo'Bar` in the main package, `pen:///os'File`
  /// elsewhere.
  static String module(ModuleId module) {
    return (module.owner().main() ? "" : module.owner().url()) + module.name();
  }
}
