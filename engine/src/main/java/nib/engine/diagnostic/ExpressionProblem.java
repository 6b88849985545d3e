package nib.engine.diagnostic;

/// What can be wrong in a function's body (`lib/hir/src/analysis/error.rs`).
public sealed interface ExpressionProblem extends Problem {

  /// A value of one type stands where another is needed.
  ///
  /// @param found the value's type, as Pen source
  /// @param expected the type that it has to be, or be a part of
  record TypesNotMatched(String found, String expected) implements ExpressionProblem {}
}
