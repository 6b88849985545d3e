package nib.engine.syntax;

/// The binary operators, in groups from the weakest to the strongest (`lib/ast/src/analysis.rs`,
/// `operator_priority`).
public enum Operator {
  OR("|", 1),
  AND("&", 2),
  EQUAL("==", 3),
  NOT_EQUAL("!=", 3),
  LESS("<", 3),
  LESS_OR_EQUAL("<=", 3),
  GREATER(">", 3),
  GREATER_OR_EQUAL(">=", 3),
  ADD("+", 4),
  SUBTRACT("-", 4),
  MULTIPLY("*", 5),
  DIVIDE("/", 5);

  private final String sign;
  private final int precedence;

  Operator(String sign, int precedence) {
    this.sign = sign;
    this.precedence = precedence;
  }

  public String sign() {
    return sign;
  }

  /// How strongly it binds; a greater number binds more.
  public int precedence() {
    return precedence;
  }
}
