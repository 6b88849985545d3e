package nib.engine.types;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nib.engine.types.Type.Primitive;

/// How types stand to each other. All types here are canonical: aliases are gone, unions are flat
/// and in order, so that equality is `equals` (`lib/hir/src/analysis/type_canonicalizer.rs`).
///
/// [Type.Unknown] agrees with everything, so that one mistake is one message.
public final class TypeRelations {

  /// The one order in which a union's members stand: by constructor, then by content.
  public static final Comparator<Type> ORDER = TypeRelations::compare;

  private TypeRelations() {}

  /// Flattens a union, drops repetitions, and lets `any` swallow the rest.
  ///
  /// @param members one at least
  public static Type union(Collection<Type> members) {
    var flat = new ArrayList<Type>();
    members.forEach(member -> flat.addAll(members(member)));
    flat.sort(ORDER);
    var distinct = new ArrayList<Type>(flat.size());
    for (var member : flat) {
      if (distinct.isEmpty() || compare(distinct.getLast(), member) != 0) {
        distinct.add(member);
      }
    }
    if (distinct.contains(Primitive.ANY)) {
      return Primitive.ANY;
    }
    return distinct.size() == 1 ? distinct.getFirst() : new Type.Union(distinct);
  }

  /// Whether a value of type `lower` may stand where `upper` is expected. There is no variance
  /// (`type_subsumption_checker.rs`).
  public static boolean subsumes(Type upper, Type lower) {
    if (upper == Primitive.ANY || upper.equals(lower) || unknown(upper) || unknown(lower)) {
      return true;
    }
    if (!(upper instanceof Type.Union(var members))) {
      return false;
    }
    return lower instanceof Type.Union(var parts)
        ? parts.stream().allMatch(part -> has(members, part))
        : has(members, lower);
  }

  /// What is left of a type when another is taken out; empty where nothing is
  /// (`type_difference_calculator.rs`).
  public static Optional<Type> difference(Type from, Type taken) {
    if (taken == Primitive.ANY) {
      return Optional.empty();
    }
    if (from == Primitive.ANY) {
      return Optional.of(from);
    }
    var rest = new ArrayList<>(members(from));
    rest.removeAll(members(taken));
    return rest.isEmpty() ? Optional.empty() : Optional.of(union(rest));
  }

  /// A union's members, or the type itself.
  public static List<Type> members(Type type) {
    return type instanceof Type.Union(var members) ? members : List.of(type);
  }

  private static boolean has(List<Type> members, Type type) {
    return members.contains(type) || members.stream().anyMatch(TypeRelations::unknown);
  }

  private static boolean unknown(Type type) {
    return type.unknown().isPresent();
  }

  @SuppressWarnings("ReferenceEquality") // parts of aliases are shared: most often it is the same
  private static int compare(Type one, Type other) {
    if (one == other) {
      return 0;
    }
    int byRank = Integer.compare(rank(one), rank(other));
    if (byRank != 0) {
      return byRank;
    }
    return switch (one) {
      case Primitive _ -> 0;
      case Type.Function(var parameters, var result) -> {
        var that = (Type.Function) other;
        int byParameters = compare(parameters, that.parameters());
        yield byParameters != 0 ? byParameters : compare(result, that.result());
      }
      case Type.ListOf(var element) -> compare(element, ((Type.ListOf) other).element());
      case Type.MapOf(var key, var value) -> {
        var that = (Type.MapOf) other;
        int byKey = compare(key, that.key());
        yield byKey != 0 ? byKey : compare(value, that.value());
      }
      case Type.RecordOf record -> compare(record, (Type.RecordOf) other);
      case Type.Union(var members) -> compare(members, ((Type.Union) other).members());
      case Type.Unknown(var written, _) -> written.compareTo(((Type.Unknown) other).written());
    };
  }

  private static int compare(List<Type> some, List<Type> others) {
    for (int i = 0; i < Math.min(some.size(), others.size()); i++) {
      int byItem = compare(some.get(i), others.get(i));
      if (byItem != 0) {
        return byItem;
      }
    }
    return Integer.compare(some.size(), others.size());
  }

  /// By their qualified names. Those of two packages that are both built themselves can be the
  /// same, and are not of one program.
  private static int compare(Type.RecordOf one, Type.RecordOf other) {
    if (one.module().equals(other.module())) {
      return one.name().compareTo(other.name());
    }
    int byName = name(one).compareTo(name(other));
    return byName != 0
        ? byName
        : one.module().owner().url().compareTo(other.module().owner().url());
  }

  private static String name(Type.RecordOf record) {
    return record.module().qualifier() + ":" + record.name();
  }

  private static int rank(Type type) {
    return switch (type) {
      case Primitive primitive ->
          switch (primitive) {
            case ANY -> 0;
            case BOOLEAN -> 1;
            case ERROR -> 2;
            case NONE -> 6;
            case NUMBER -> 7;
            case STRING -> 9;
          };
      case Type.Function _ -> 3;
      case Type.ListOf _ -> 4;
      case Type.MapOf _ -> 5;
      case Type.RecordOf _ -> 8;
      case Type.Union _ -> 10;
      case Type.Unknown _ -> 11;
    };
  }
}
