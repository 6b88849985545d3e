package nib.engine.types;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import nib.engine.diagnostic.TypeProblem;
import nib.engine.syntax.TypeSyntax;

/// Makes canonical types of written ones (`lib/hir/src/analysis/type_canonicalizer.rs`).
///
/// A few lines of aliases can stand for more parts than there are atoms; a type that has more than
/// [#LARGEST] is a problem where it becomes so, and [Type.Unknown] from there on.
final class TypeExpansion {

  /// Parts of a type, aliases expanded.
  static final int LARGEST = 4_096;

  /// Types inside one another, aliases expanded. Whoever walks a type by recursion counts on it.
  static final int DEEPEST = 400;

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
      case TypeSyntax.ListOf(var inner, _) -> {
        var element = expand(inner);
        yield limited(syntax, Sized.of(new Type.ListOf(element.type()), List.of(element)));
      }
      case TypeSyntax.MapOf(var left, var right, _) -> {
        var key = expand(left);
        var value = expand(right);
        yield limited(
            syntax, Sized.of(new Type.MapOf(key.type(), value.type()), List.of(key, value)));
      }
      case TypeSyntax.Function(var parameters, var result, _) -> {
        var parts = expand(parameters);
        var types = parts.stream().map(Sized::type).toList();
        parts.add(expand(result));
        var function = new Type.Function(types, parts.getLast().type());
        yield limited(syntax, Sized.of(function, parts));
      }
      case TypeSyntax.Union(var members, _) ->
          limited(
              syntax,
              Sized.of(TypeRelations.union(expand(members).stream().map(Sized::type).toList())));
    };
  }

  private List<Sized> expand(List<TypeSyntax> written) {
    var all = new ArrayList<Sized>();
    written.forEach(one -> all.add(expand(one)));
    return all;
  }

  private Sized limited(TypeSyntax syntax, Sized type) {
    if (type.parts() <= LARGEST && type.depth() <= DEEPEST) {
      return type;
    }
    complaints.error(syntax.span(), () -> new TypeProblem.TypeTooLarge(LARGEST, DEEPEST));
    return Sized.one(new Type.Unknown("…", "it is too large"));
  }
}
