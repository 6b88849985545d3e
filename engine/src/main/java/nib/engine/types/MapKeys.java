package nib.engine.types;

import java.util.List;
import java.util.Optional;
import nib.engine.diagnostic.Related;
import nib.engine.diagnostic.TypeProblem;
import nib.engine.syntax.TypeSyntax;
import nib.engine.types.Incomparable.Step;

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
        TypeRelations.incomparable(resolved, scope::definition)
            .ifPresent(reason ->
                complaints.error(
                    key.span(),
                    () ->
                        new TypeProblem.MapKeyNotComparable(
                            resolved.written(), reason.part().written(), fields(reason)),
                    () -> declared(reason)));
      }
    }
  }

  /// The first fields on the way to what cannot be compared: `Point.x`.
  private static List<String> fields(Incomparable reason) {
    return reason.path().stream()
        .flatMap(step -> field(step).stream())
        .map(one -> one.record().name() + "." + one.field())
        .limit(Complaints.MOST_RELATED)
        .toList();
  }

  private List<Related> declared(Incomparable reason) {
    return reason.path().stream()
        .flatMap(step -> field(step).stream())
        .limit(Complaints.MOST_RELATED)
        .flatMap(one ->
            scope.definition(one.record()).stream()
                .flatMap(definition -> definition.field(one.field()).stream()))
        .map(field -> Complaints.at(Related.Role.DECLARED_HERE, field.anchor()))
        .toList();
  }

  private static Optional<Step.OfField> field(Step step) {
    return switch (step) {
      case Step.OfField field -> Optional.of(field);
      case Step.OfPart _ -> Optional.empty();
    };
  }
}
