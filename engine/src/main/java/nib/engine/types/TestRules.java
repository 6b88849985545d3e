package nib.engine.types;

import java.util.List;
import nib.engine.diagnostic.TypeProblem;
import nib.engine.packages.ModuleKind;
import nib.engine.syntax.ModuleSyntax.FunctionDefinition;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.types.Type.Primitive;

/// The rule of a test module: its public functions are tests, which take nothing and return `none |
/// error` and nothing else (`lib/hir-mir/src/test_function.rs`).
final class TestRules {

  private static final Type RESULT = TypeRelations.union(List.of(Primitive.NONE, Primitive.ERROR));

  private final LinkedScope scope;
  private final Complaints complaints;

  TestRules(LinkedScope scope, Complaints complaints) {
    this.scope = scope;
    this.complaints = complaints;
  }

  void check() {
    if (scope.module().kind() == ModuleKind.TEST) {
      scope.module().syntax().functions().stream()
          .filter(one -> Name.isPublic(one.name().text()))
          .forEach(this::test);
    }
  }

  private void test(FunctionDefinition function) {
    String name = function.name().text();
    if (!function.parameters().isEmpty()) {
      complaints.error(
          function.parameters().getFirst().name().span(),
          () -> new TypeProblem.TestParameters(name));
    }
    var result = scope.quietly(function.result());
    if (!result.equals(RESULT) && result.unknown().isEmpty()) {
      complaints.error(
          function.result().span(), () -> new TypeProblem.TestResult(name, result.written()));
    }
  }
}
