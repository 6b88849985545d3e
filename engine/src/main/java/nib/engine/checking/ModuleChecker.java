package nib.engine.checking;

import nib.engine.types.ModuleScope;

/// Checks the bodies of a module's functions, as the compiler does (`lib/hir/src/analysis.rs`), but
/// to the end: what is wrong in one place keeps nobody from looking at the next.
public final class ModuleChecker {

  private ModuleChecker() {}

  /// Types every expression of a module. The signatures themselves are not checked here: who
  /// resolves declarations does that.
  public static CheckedModule check(ModuleScope scope) {
    var checking = Checking.of(scope);
    var checker = new ExpressionChecker(checking);
    for (var function : scope.module().syntax().functions()) {
      var type = checker.lambda(function.lambda(), checker.types()::quietly);
      checking.facts().type(function.lambda(), type);
      checking.forget();
    }
    checking.facts().close();
    if (checking.facts().isSuspicious() && !checking.findings().anyError()) {
      new OverlookedTypes(checking).check();
    }
    return new CheckedModule(scope, checking.facts(), checking.findings().inOrder());
  }
}
