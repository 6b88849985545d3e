package nib.engine.syntax;

import java.util.Optional;

/// The signs and keywords of the language.
///
/// Pen's own parser has no tokens: it is a scannerless grammar (`lib/parse/src/parser.rs`), and
/// these are what its combinators accept.
enum Sign {
  /// What is neither.
  NONE(""),
  LAMBDA("\\("),
  PAREN("("),
  CLOSE_PAREN(")"),
  SQUARE("["),
  CLOSE_SQUARE("]"),
  BRACE("{"),
  CLOSE_BRACE("}"),
  COMMA(","),
  COLON(":"),
  DOT("."),
  SPREAD("..."),
  QUOTE("'"),
  ASSIGN("="),
  EQUAL("==", Operator.EQUAL),
  NOT_EQUAL("!=", Operator.NOT_EQUAL),
  LESS("<", Operator.LESS),
  LESS_OR_EQUAL("<=", Operator.LESS_OR_EQUAL),
  GREATER(">", Operator.GREATER),
  GREATER_OR_EQUAL(">=", Operator.GREATER_OR_EQUAL),
  PLUS("+", Operator.ADD),
  MINUS("-", Operator.SUBTRACT),
  STAR("*", Operator.MULTIPLY),
  SLASH("/", Operator.DIVIDE),
  AND("&", Operator.AND),
  OR("|", Operator.OR),
  NOT("!"),
  TRY("?"),
  AS("as"),
  ELSE("else"),
  EXPORT("export"),
  FOR("for"),
  FOREIGN("foreign"),
  IF("if"),
  IN("in"),
  IMPORT("import"),
  TYPE("type");

  private final String text;
  private final Optional<Operator> operator;

  Sign(String text) {
    this.text = text;
    this.operator = Optional.empty();
  }

  Sign(String text, Operator operator) {
    this.text = text;
    this.operator = Optional.of(operator);
  }

  String text() {
    return text;
  }

  Optional<Operator> operator() {
    return operator;
  }

  boolean opens() {
    return closing() != NONE;
  }

  boolean closes() {
    return this == CLOSE_PAREN || this == CLOSE_SQUARE || this == CLOSE_BRACE;
  }

  /// The bracket that closes this one; `NONE` for what opens nothing.
  Sign closing() {
    if (this == LAMBDA || this == PAREN) {
      return CLOSE_PAREN;
    }
    return this == SQUARE ? CLOSE_SQUARE : this == BRACE ? CLOSE_BRACE : NONE;
  }
}
