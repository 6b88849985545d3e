package nib.engine.types;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nib.engine.packages.ModuleId;
import nib.engine.text.Excerpt;

/// How the types of one message are written in it. Records of one name and of different modules get
/// their modules put before them; what is longer than a person reads is cut.
public final class TypeTexts {

  private static final int LONGEST = 200;

  private final Map<String, Set<ModuleId>> modules = new HashMap<>();
  private final Set<Type> seen = new HashSet<>();

  private TypeTexts(Stream<Type> types) {
    types.forEach(this::look);
  }

  /// The types as Pen source, in their order.
  public static List<String> of(Type... types) {
    var names = new TypeTexts(Stream.of(types));
    return Stream.of(types).map(names::shown).toList();
  }

  /// The type of a message with no other.
  public static String one(Type type) {
    return of(type).getFirst();
  }

  private void look(Type type) {
    if (!seen.add(type)) {
      return;
    }
    switch (type) {
      case Type.Primitive _, Type.Unknown _ -> {}
      case Type.RecordOf record -> {
        modules.computeIfAbsent(record.name(), _ -> new HashSet<>()).add(record.module());
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
    return Excerpt.of(type.written(this::written), LONGEST);
  }

  private String written(Type.RecordOf record) {
    var owners = modules.getOrDefault(record.name(), Set.of());
    if (owners.size() < 2) {
      return record.name();
    }
    Stream<Function<ModuleId, String>> ways =
        Stream.of(TypeTexts::module, TypeTexts::withFolder, one -> one.owner().url() + one.name());
    return ways.filter(way -> owners.stream().map(way).distinct().count() == owners.size())
            .findFirst()
            .map(way -> way.apply(record.module()))
            .orElseGet(record.module()::path)
        + "'"
        + record.name();
  }

  /// A module as a person tells it from others: `'Foo'Bar` in the main package, `os'File` in one
  /// that is reached by `pen:///os`.
  public static String module(ModuleId module) {
    return module.owner().main() ? module.name() : withFolder(module);
  }

  private static String withFolder(ModuleId module) {
    var url = module.owner().url().replaceFirst("/+$", "");
    return url.substring(url.lastIndexOf('/') + 1) + module.name();
  }
}
