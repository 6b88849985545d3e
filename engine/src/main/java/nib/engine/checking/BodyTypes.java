package nib.engine.checking;

import java.util.List;
import nib.engine.diagnostic.ExpressionProblem.MapKeyNotComparable;
import nib.engine.syntax.TypeSyntax;
import nib.engine.text.Span;
import nib.engine.types.ModuleScope;
import nib.engine.types.Type;

/// The types that are written inside of bodies.
final class BodyTypes {

  private final ModuleScope scope;
  private final Findings findings;
  private final Comparisons comparisons;

  BodyTypes(Checking checking, Comparisons comparisons) {
    this.scope = checking.scope();
    this.findings = checking.findings();
    this.comparisons = comparisons;
  }

  /// A type of a function's signature, about which its declaration's checks have spoken.
  Type quietly(TypeSyntax written) {
    return scope.resolve(written, _ -> {});
  }

  Type resolve(TypeSyntax written) {
    var type = scope.resolve(written, findings::add);
    checkKeys(written);
    return type;
  }

  /// A map's key has to be comparable. The compiler has no check for it: it fails later, when the
  /// functions that compare and hash the key are not there
  /// (`lib/hir-mir/src/transformation/collection_type.rs`).
  void checkKey(Type key, Span span) {
    comparisons
        .obstacle(key)
        .ifPresent(
            why ->
                findings.error(
                    new MapKeyNotComparable(TypeNames.one(key), why.part(), why.fields()),
                    span,
                    why.declared()));
  }

  private void checkKeys(TypeSyntax written) {
    switch (written) {
      case TypeSyntax.Named _, TypeSyntax.Missing _ -> {}
      case TypeSyntax.ListOf(var element, _) -> checkKeys(element);
      case TypeSyntax.Union(var members, _) -> checkKeys(members);
      case TypeSyntax.Function(var parameters, var result, _) -> {
        checkKeys(parameters);
        checkKeys(result);
      }
      case TypeSyntax.MapOf(var key, var value, _) -> {
        checkKey(quietly(key), key.span());
        checkKeys(key);
        checkKeys(value);
      }
    }
  }

  private void checkKeys(List<TypeSyntax> types) {
    types.forEach(this::checkKeys);
  }
}
