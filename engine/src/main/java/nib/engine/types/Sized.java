package nib.engine.types;

import java.util.ArrayList;
import java.util.List;

/// A type and how large it is once its aliases are expanded: aliases of aliases grow by powers.
///
/// @param parts the number of all its parts, itself included
/// @param depth how many of them stand inside one another
record Sized(Type type, long parts, int depth) {

  static Sized one(Type type) {
    return new Sized(type, 1, 1);
  }

  /// A type of parts whose sizes are known.
  static Sized of(Type type, List<Sized> parts) {
    return new Sized(
        type,
        1 + parts.stream().mapToLong(Sized::parts).sum(),
        1 + parts.stream().mapToInt(Sized::depth).max().orElse(0));
  }

  /// Counts a type's parts.
  static Sized of(Type type) {
    return switch (type) {
      case Type.Primitive _, Type.RecordOf _, Type.Unknown _ -> one(type);
      case Type.ListOf(var element) -> of(type, List.of(of(element)));
      case Type.MapOf(var key, var value) -> of(type, List.of(of(key), of(value)));
      case Type.Function(var parameters, var result) -> {
        var parts = new ArrayList<Sized>();
        parameters.forEach(parameter -> parts.add(of(parameter)));
        parts.add(of(result));
        yield of(type, parts);
      }
      case Type.Union(var members) -> of(type, members.stream().map(Sized::of).toList());
    };
  }
}
