package nib.engine.diagnostic;

import nib.engine.diagnostic.ExpressionProblem.TypesNotMatched;

/// Words for each [ExpressionProblem].
final class ExpressionText {

  private ExpressionText() {}

  static String message(ExpressionProblem problem) {
    return switch (problem) {
      case TypesNotMatched(var found, var expected) ->
          "found `%s`, expected `%s`".formatted(found, expected);
    };
  }

  static String cure(ExpressionProblem problem) {
    return switch (problem) {
      case TypesNotMatched(_, var expected) -> "give a value of type `%s`".formatted(expected);
    };
  }
}
