package nib.engine.diagnostic;

import java.util.Locale;

/// Words for problems: a message that says what is wrong, a cure that says what to do about it, and
/// a rule's name for machines. A new problem does not compile until it has all three.
public final class ProblemText {

  private ProblemText() {}

  public static String message(Problem problem) {
    return switch (problem) {
      case SyntaxProblem one -> SyntaxText.message(one);
      case PackageProblem one -> PackageText.message(one);
      case TypeProblem one -> TypeText.message(one);
      case ExpressionProblem one -> ExpressionText.message(one);
      case BorderProblem one -> BorderText.message(one);
    };
  }

  public static String cure(Problem problem) {
    return switch (problem) {
      case SyntaxProblem one -> SyntaxText.cure(one);
      case PackageProblem one -> PackageText.cure(one);
      case TypeProblem one -> TypeText.cure(one);
      case ExpressionProblem one -> ExpressionText.cure(one);
      case BorderProblem one -> BorderText.cure(one);
    };
  }

  /// The rule's name in JSON and SARIF: the record's name in kebab case, of which there is one
  /// only.
  public static String rule(Problem problem) {
    return rule(problem.getClass());
  }

  /// The rule's name of a kind of problems.
  public static String rule(Class<? extends Problem> problem) {
    return problem
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
