package nib.engine.diagnostic;

/// What can be wrong with a module's text.
public sealed interface SyntaxProblem extends Problem {

  record UnexpectedToken(String found, String expected) implements SyntaxProblem {}

  record NestedTooDeeply(int deepest) implements SyntaxProblem {}

  record UnclosedBracket(String open) implements SyntaxProblem {}

  record UnknownCharacter(String character) implements SyntaxProblem {}

  record UnclosedString() implements SyntaxProblem {}

  record UnknownConvention(String written) implements SyntaxProblem {}

  /// `what` may not stand after `after`: the order of a module's statements is fixed.
  record OutOfOrder(String what, String after) implements SyntaxProblem {}
}
