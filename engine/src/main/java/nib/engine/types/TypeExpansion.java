package nib.engine.types;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import nib.engine.diagnostic.TypeProblem;
import nib.engine.syntax.TypeSyntax;

/// Makes canonical types of written ones (`lib/hir/src/analysis/type_canonicalizer.rs`).
///
/// A few lines of aliases can stand for more parts than there are atoms; a type that has more than
/// [#LARGEST] is a problem where it becomes so, and [Type.Unknown] with all that it is a part of.
final class TypeExpansion {

  /// Parts of a type, aliases expanded.
  static final int LARGEST = 2_048;

  /// Types inside one another, aliases expanded. Whoever walks a type by recursion counts on it.
  static final int DEEPEST = 400;

  private static final Type TOO_LARGE = new Type.Unknown("…", "it is too large");

  private final BiFunction<TypeSyntax.Named, Complaints, Sized> names;
  private final Complaints complaints;

  /// @param names the meaning of a name; says itself what is wrong with it
  TypeExpansion(BiFunction<TypeSyntax.Named, Complaints, Sized> names, Complaints complaints) {
    this.names = names;
    this.complaints = complaints;
  }

  Sized expand(TypeSyntax syntax) {
    return switch (syntax) {
      case TypeSyntax.Named named -> names.apply(named, complaints);
      case TypeSyntax.Missing _ -> Sized.one(new Type.Unknown("?", "the type is missing"));
      case TypeSyntax.ListOf(var element, _) ->
          composed(syntax, List.of(element), parts -> new Type.ListOf(parts.getFirst()));
      case TypeSyntax.MapOf(var key, var value, _) ->
          composed(
              syntax,
              List.of(key, value),
              parts -> new Type.MapOf(parts.getFirst(), parts.getLast()));
      case TypeSyntax.Function(var parameters, var result, _) -> {
        var written = new ArrayList<>(parameters);
        written.add(result);
        yield composed(
            syntax,
            written,
            parts -> new Type.Function(parts.subList(0, parts.size() - 1), parts.getLast()));
      }
      case TypeSyntax.Union(var members, _) -> composed(syntax, members, TypeRelations::union);
    };
  }

  private Sized composed(
      TypeSyntax syntax, List<TypeSyntax> written, Function<List<Type>, Type> composition) {
    var parts = written.stream().map(this::expand).toList();
    var types = parts.stream().map(Sized::type).toList();
    if (types.contains(TOO_LARGE)) {
      return Sized.one(TOO_LARGE);
    }
    var type = composition.apply(types);
    // A union can have fewer members than were written.
    var sized = syntax instanceof TypeSyntax.Union ? Sized.of(type) : Sized.of(type, parts);
    if (sized.parts() <= LARGEST && sized.depth() <= DEEPEST) {
      return sized;
    }
    complaints.error(syntax.span(), () -> new TypeProblem.TypeTooLarge(LARGEST, DEEPEST));
    return Sized.one(TOO_LARGE);
  }
}
