package nib.engine.syntax;

import nib.engine.diagnostic.SyntaxProblem;

/// Passes over signs that other languages want and Pen does not, with one complaint for each list
/// of names and types: somebody who writes one writes them all.
final class NeedlessSigns {

  static final String BEFORE_TYPE = "between a name and its type";
  static final String BEFORE_RESULT = "before a function's result";
  static final String BETWEEN_FIELDS = "between the fields of a record";

  static final String BEFORE_IF = "before the `if` of a comprehension";

  private final TokenStream tokens;
  private boolean complained;

  NeedlessSigns(TokenStream tokens) {
    this.tokens = tokens;
  }

  void pass(Sign sign, String where) {
    if (tokens.is(sign)) {
      complain(sign.text(), where);
      tokens.next();
    }
  }

  /// Passes `->` and `=>`.
  void passArrow() {
    boolean arrow =
        (tokens.is(Sign.MINUS) || tokens.is(Sign.ASSIGN))
            && tokens.sign(1) == Sign.GREATER
            && tokens.joined(1);
    if (arrow) {
      complain(tokens.text() + ">", BEFORE_RESULT);
      tokens.next();
      tokens.next();
    }
  }

  private void complain(String sign, String where) {
    if (!complained) {
      complained = true;
      tokens.complain(new SyntaxProblem.NeedlessSign(sign, where));
    }
  }
}
