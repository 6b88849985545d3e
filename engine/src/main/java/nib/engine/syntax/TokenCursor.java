package nib.engine.syntax;

import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.syntax.Token.Kind;
import nib.engine.text.Span;

/// A place among tokens: what stands there, and how to go on.
class TokenCursor {

  private final Tokens tokens;
  private int at;

  /// Where the end is: behind it nothing is seen.
  private int end;

  /// @param tokens the last of kind `END`
  TokenCursor(Tokens tokens) {
    this.tokens = tokens;
    this.end = tokens.size() - 1;
  }

  final Tokens all() {
    return tokens;
  }

  final Kind kind() {
    return kind(0);
  }

  final Kind kind(int ahead) {
    return at + ahead >= end ? Kind.END : tokens.kind(at + ahead);
  }

  final Sign sign() {
    return sign(0);
  }

  final Sign sign(int ahead) {
    return at + ahead >= end ? Sign.NONE : tokens.sign(at + ahead);
  }

  final boolean is(Sign sign) {
    return sign() == sign;
  }

  final boolean isWord() {
    return kind() == Kind.WORD;
  }

  final boolean atEnd() {
    return at >= end;
  }

  /// The text of the token here.
  final String text() {
    return tokens.text(at);
  }

  final Span span() {
    return span(0);
  }

  final Span span(int ahead) {
    return tokens.span(Math.min(at + ahead, tokens.size() - 1));
  }

  final int start() {
    return tokens.start(at);
  }

  /// Whether nothing stands between the token before and the one `ahead`, not even a blank.
  final boolean joined(int ahead) {
    int index = at + ahead;
    return index > 0 && index < end && tokens.start(index) == tokens.end(index - 1);
  }

  /// Whether the token here is the first on its line.
  final boolean firstOnLine() {
    String text = tokens.whole();
    for (int i = start(); i > (at == 0 ? 0 : tokens.end(at - 1)); i--) {
      if (Lexer.endsLine(text.charAt(i - 1))) {
        return true;
      }
    }
    return at == 0;
  }

  /// Whether a statement `x = ...` begins here, on a line of its own: nothing else can, and what
  /// waits for more before it waits in vain.
  final boolean startsNamedStatement() {
    return isWord() && sign(1) == Sign.ASSIGN && firstOnLine();
  }

  final int position() {
    return at;
  }

  final void reset(int position) {
    at = position;
  }

  final void next() {
    if (at < end) {
      at++;
    }
  }

  final boolean accept(Sign sign) {
    if (is(sign)) {
      at++;
      return true;
    }
    return false;
  }

  /// The word here, whatever it is.
  final Name word() {
    var name = new Name(text(), span());
    at++;
    return name;
  }

  /// From the token at `position` to the last one that was passed.
  final Span from(int position) {
    int last = at == 0 ? 0 : tokens.end(at - 1);
    return new Span(Math.min(tokens.start(position), last), last);
  }

  /// The same, where what comes first may be a hole, which stands before the token.
  final Span from(int position, Span first) {
    var span = from(position);
    return new Span(Math.min(span.start(), first.start()), span.end());
  }

  /// Where something is missing: behind the last token that was passed.
  final Span hole() {
    int last = at == 0 ? 0 : tokens.end(at - 1);
    return new Span(last, last);
  }

  /// Sees nothing from the token at `index` on.
  final void endAt(int index) {
    end = index;
  }

  final int end() {
    return end;
  }
}
