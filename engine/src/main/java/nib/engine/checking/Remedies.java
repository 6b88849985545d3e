package nib.engine.checking;

import java.util.function.Predicate;
import nib.engine.diagnostic.ExpressionProblem.Remedy;
import nib.engine.types.Type;
import nib.engine.types.Type.Primitive;
import nib.engine.types.TypeRelations;

/// What turns a value of one type into one that fits.
final class Remedies {

  private Remedies() {}

  /// @param expected a type that does not subsume the one that was found
  static Remedy of(Type found, Type expected) {
    var remedy = of(found, one -> TypeRelations.subsumes(expected, one));
    if (remedy != Remedy.NOTHING) {
      return remedy;
    }
    if (TypeRelations.members(expected).contains(Primitive.ERROR)) {
      return Remedy.WRAP;
    }
    return TypeRelations.members(expected).stream().anyMatch(one -> widens(found, one))
        ? Remedy.SPREAD
        : Remedy.NOTHING;
  }

  /// @param fits what types of values fit
  static Remedy of(Type found, Predicate<Type> fits) {
    if (found instanceof Type.Function(var parameters, var result)
        && parameters.isEmpty()
        && fits.test(result)) {
      return Remedy.CALL;
    }
    if (found instanceof Type.MapOf(var key, var value)
        && (fits.test(new Type.ListOf(key)) || fits.test(new Type.ListOf(value)))) {
      return Remedy.LIST;
    }
    return ofVariant(found, fits);
  }

  private static Remedy ofVariant(Type found, Predicate<Type> fits) {
    if (found == Primitive.ANY) {
      return Remedy.BRANCH;
    }
    if (!(found instanceof Type.Union(var members))) {
      return Remedy.NOTHING;
    }
    boolean withoutError =
        members.contains(Primitive.ERROR)
            && TypeRelations.difference(found, Primitive.ERROR).filter(fits).isPresent();
    if (withoutError) {
      return Remedy.TRY;
    }
    return members.stream().anyMatch(fits) ? Remedy.BRANCH : Remedy.NOTHING;
  }

  /// Whether a list or map may be spread into one of another type.
  private static boolean widens(Type found, Type expected) {
    return switch (expected) {
      case Type.ListOf(var element) ->
          found instanceof Type.ListOf(var inner) && TypeRelations.subsumes(element, inner);
      case Type.MapOf(var key, var value) ->
          found instanceof Type.MapOf(var innerKey, var innerValue)
              && TypeRelations.subsumes(key, innerKey)
              && TypeRelations.subsumes(value, innerValue);
      case Type.Primitive _, Type.Function _, Type.RecordOf _, Type.Union _, Type.Unknown _ ->
          false;
    };
  }
}
