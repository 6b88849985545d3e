package nib.engine.checking;

import java.util.List;
import nib.engine.types.Type;
import nib.engine.types.TypeRelations;

/// Types that come up while bodies are checked.
final class Types {

  /// The type of what was complained about already, or of what is not there.
  static final Type UNKNOWN = new Type.Unknown("?", "it could not be typed");

  private Types() {}

  /// Whether nothing can be said about a value of the type, so that nothing is.
  static boolean vague(Type type) {
    return switch (type) {
      case Type.Unknown _ -> true;
      case Type.Union(var members) -> members.stream().anyMatch(Type.Unknown.class::isInstance);
      case Type.Primitive _, Type.Function _, Type.ListOf _, Type.MapOf _, Type.RecordOf _ -> false;
    };
  }

  /// The type of a value that comes out of one of several branches.
  ///
  /// @param types one at least
  static Type union(List<Type> types) {
    var first = types.getFirst();
    if (types.stream().allMatch(first::equals)) {
      return first;
    }
    return types.stream().anyMatch(Types::vague) ? UNKNOWN : TypeRelations.union(types);
  }

  /// A function without parameters, as an element of a list is before it is called.
  static Type thunk(Type result) {
    return new Type.Function(List.of(), result);
  }
}
