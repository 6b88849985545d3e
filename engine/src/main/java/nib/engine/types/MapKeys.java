package nib.engine.types;

import nib.engine.diagnostic.TypeProblem;
import nib.engine.syntax.TypeSyntax;

/// Finds map types whose keys cannot be compared. The compiler makes a function that hashes and
/// compares keys for every map type that a module so much as mentions, and fails where it cannot
/// (`lib/hir-mir/src/transformation/map_context/module.rs`).
final class MapKeys {

  private final LinkedScope scope;
  private final Complaints complaints;

  MapKeys(LinkedScope scope, Complaints complaints) {
    this.scope = scope;
    this.complaints = complaints;
  }

  void check(TypeSyntax type) {
    switch (type) {
      case TypeSyntax.Named _, TypeSyntax.Missing _ -> {}
      case TypeSyntax.ListOf(var element, _) -> check(element);
      case TypeSyntax.Union(var members, _) -> members.forEach(this::check);
      case TypeSyntax.Function(var parameters, var result, _) -> {
        parameters.forEach(this::check);
        check(result);
      }
      case TypeSyntax.MapOf(var key, var value, _) -> {
        check(key);
        check(value);
        var resolved = scope.quietly(key);
        scope
            .incomparable(resolved)
            .ifPresent(reason ->
                complaints.error(
                    key.span(),
                    () ->
                        new TypeProblem.MapKeyNotComparable(
                            resolved.written(), reason.part().written(), reason.fields()),
                    reason::declared));
      }
    }
  }
}
