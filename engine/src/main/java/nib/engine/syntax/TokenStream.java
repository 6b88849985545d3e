package nib.engine.syntax;

import java.util.Optional;
import nib.engine.diagnostic.Problem;
import nib.engine.diagnostic.Related;
import nib.engine.diagnostic.SyntaxProblem;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.syntax.Token.Kind;
import nib.engine.text.Span;

/// Where a parser stands in its tokens.
///
/// What it complains about is heard at most once for each token, so that a mistake has no echo:
/// where something is missing the parser leaves a hole and stays, and all that waits for the same
/// token finds it wrong as well.
final class TokenStream {

  private final Tokens tokens;
  private final Complaints complaints;
  private final boolean[] quiet;
  private Optional<Brackets> brackets = Optional.empty();
  private final Nesting nesting = new Nesting();
  private int at;

  /// Where the end is: behind it nothing is seen.
  private int end;

  private int complainedAt = -1;
  private int complaintCount;
  private boolean attempting;
  private boolean byLayout;
  private boolean deaf;

  TokenStream(CleanTokens clean, Complaints complaints) {
    this.tokens = clean.tokens();
    this.quiet = clean.quiet();
    this.complaints = complaints;
    this.end = tokens.size() - 1;
  }

  Complaints complaints() {
    return complaints;
  }

  Tokens all() {
    return tokens;
  }

  Nesting nesting() {
    return nesting;
  }

  // What stands here.

  Kind kind() {
    return kind(0);
  }

  Kind kind(int ahead) {
    return at + ahead >= end ? Kind.END : tokens.kind(at + ahead);
  }

  Sign sign() {
    return sign(0);
  }

  Sign sign(int ahead) {
    return at + ahead >= end ? Sign.NONE : tokens.sign(at + ahead);
  }

  boolean is(Sign sign) {
    return sign() == sign;
  }

  boolean isWord() {
    return kind() == Kind.WORD;
  }

  boolean atEnd() {
    return at >= end;
  }

  /// The text of the token here.
  String text() {
    return tokens.text(at);
  }

  Span span() {
    return span(0);
  }

  Span span(int ahead) {
    return tokens.span(Math.min(at + ahead, tokens.size() - 1));
  }

  int start() {
    return tokens.start(at);
  }

  /// Whether nothing stands between the token before and the one `ahead`, not even a blank.
  boolean joined(int ahead) {
    int index = at + ahead;
    return index > 0 && index < end && tokens.start(index) == tokens.end(index - 1);
  }

  /// Whether the token here is the first on its line.
  boolean firstOnLine() {
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
  boolean startsNamedStatement() {
    return isWord() && sign(1) == Sign.ASSIGN && firstOnLine();
  }

  // Going on.

  int position() {
    return at;
  }

  void reset(int position) {
    at = position;
  }

  void next() {
    if (at < end) {
      at++;
    }
  }

  boolean accept(Sign sign) {
    if (is(sign)) {
      at++;
      return true;
    }
    return false;
  }

  boolean expect(Sign sign) {
    if (accept(sign)) {
      return true;
    }
    unexpected("`%s`".formatted(sign.text()));
    return false;
  }

  /// A name, or a hole with an empty one. A keyword on the same line was meant as one.
  Name name(String what) {
    if (isWord() && !startsNamedStatement()) {
      return word();
    }
    if (kind() == Kind.KEYWORD && !is(Sign.FOREIGN) && !firstOnLine()) {
      complain(new SyntaxProblem.KeywordAsName(text()));
      return word();
    }
    unexpected(what);
    return new Name("", hole());
  }

  /// The word here, whatever it is.
  Name word() {
    var name = new Name(text(), span());
    at++;
    return name;
  }

  /// From the token at `position` to the last one that was passed.
  Span from(int position) {
    int last = at == 0 ? 0 : tokens.end(at - 1);
    return new Span(Math.min(tokens.start(position), last), last);
  }

  /// The same, where what comes first may be a hole, which stands before the token.
  Span from(int position, Span first) {
    var span = from(position);
    return new Span(Math.min(span.start(), first.start()), span.end());
  }

  /// Where something is missing: behind the last token that was passed.
  Span hole() {
    int last = at == 0 ? 0 : tokens.end(at - 1);
    return new Span(last, last);
  }

  // Complaints.

  /// Says what is missing here. On a line of its own, what stands here has nothing to do with it.
  void unexpected(String expected) {
    if (at > 0 && firstOnLine()) {
      complain(
          new SyntaxProblem.MissingBehind(tokens.get(at - 1).shown(), expected),
          tokens.span(at - 1));
    } else {
      stray(expected);
    }
  }

  /// Says what stands here in the place of what was expected.
  void stray(String expected) {
    if (is(Sign.EXPORT)) {
      complain(new SyntaxProblem.ReservedWord(text()));
    } else if (isWord() && at > 0 && joined(0) && tokens.kind(at - 1) == Kind.NUMBER) {
      complain(new SyntaxProblem.NumberRunsIntoName(tokens.text(at - 1), text()));
    } else {
      complain(new SyntaxProblem.UnexpectedToken(tokens.get(at).shown(), expected));
    }
  }

  void complain(Problem problem) {
    complain(problem, span());
  }

  /// Complains, if nobody did at this token.
  void complain(Problem problem, Span span) {
    mistake(problem, span);
    keepQuiet();
  }

  /// Complains about what was passed before, if nobody complained at this token. That token may be
  /// wrong all the same.
  void mistake(Problem problem, Span span, Related... related) {
    if (attempting) {
      throw Mismatch.INSTANCE;
    }
    complaintCount++;
    if (!deaf && complainedAt != at && !quiet[at]) {
      complaints.error(problem, span, related);
    }
  }

  /// Complains that the tree gets too deep at a place. What is wrong with the rest of the definition
  /// nobody can tell: much of it is passed over.
  void tooDeep(Span span) {
    complain(new SyntaxProblem.NestedTooDeeply(Nesting.DEEPEST), span);
    deaf = true;
  }

  boolean isDeaf() {
    return deaf;
  }

  /// Complaints about the token here are not heard: what is wrong with it was said before it.
  void keepQuiet() {
    complainedAt = at;
  }

  /// How often something was amiss, heard or not.
  int complaintCount() {
    return complaintCount;
  }

  // Ways out of broken text.

  /// Where the bracket at `index` is closed; `Brackets.NONE` where it is not, or behind the end.
  int partner(int index) {
    if (brackets.isEmpty()) {
      brackets = Optional.of(new Brackets(tokens));
    }
    int partner = brackets.get().partner(index);
    return partner < end ? partner : Brackets.NONE;
  }

  /// Passes one token, and with a bracket all that it holds.
  void skip() {
    int partner = sign().opens() ? partner(at) : Brackets.NONE;
    at = partner > at ? partner + 1 : Math.min(at + 1, end);
  }

  /// Passes the bracket that closes the one at `open`. What stands before it is passed over with one
  /// complaint; if there is no such bracket the one at `open` is said to be unclosed.
  void close(int open, String expected) {
    Sign sign = tokens.sign(open);
    if (accept(sign.closing())) {
      return;
    }
    int partner = partner(open);
    boolean another = sign == Sign.BRACE && Layout.belongsToAnother(tokens, open, partner);
    if (partner < at || another || leadsToStatement(partner)) {
      complain(new SyntaxProblem.UnclosedBracket(sign.text()), tokens.span(open));
    } else {
      unexpected(expected);
      at = partner + 1;
    }
    keepQuiet();
  }

  /// Whether a statement begins between here and the token at `to`, not counting those in brackets.
  private boolean leadsToStatement(int to) {
    int before = at;
    while (at < to && !startsNamedStatement()) {
      skip();
    }
    boolean statement = at < to;
    at = before;
    return statement;
  }

  /// Whether the bracket at `open` has a partner further on.
  boolean isClosed(int open) {
    return partner(open) >= at;
  }

  /// Whether the brace here closes the one at `open`. Where braces do not match, a brace that stands
  /// under another line than the one it would close is left to that one.
  boolean closesAnother(int open) {
    return byLayout && is(Sign.CLOSE_BRACE) && Layout.belongsToAnother(tokens, open, at);
  }

  /// Sees nothing from the token at `fence` on, where something else begins.
  void fence(int fence) {
    end = fence;
    byLayout = !isBalanced(at, fence);
  }

  void unfence() {
    end = tokens.size() - 1;
    byLayout = false;
  }

  /// Whether as many braces are opened as are closed.
  boolean isBalanced(int from, int to) {
    int open = 0;
    for (int i = from; i < to; i++) {
      Sign sign = tokens.sign(i);
      open += sign == Sign.BRACE ? 1 : sign == Sign.CLOSE_BRACE ? -1 : 0;
    }
    return open == 0;
  }

  /// Forgets all but the first `heard` complaints.
  void forget(int heard) {
    complaints.rewind(heard);
    complainedAt = -1;
  }

  /// Forgets what was complained about: something else begins here.
  void listen() {
    complainedAt = -1;
    deaf = false;
  }

  // Attempts.

  /// Whether the text from `from` on can be read in this way without a complaint. The stream stands
  /// where it stood.
  boolean attempt(int from, Runnable reading) {
    int before = at;
    var mark = nesting.mark();
    boolean within = attempting;
    attempting = true;
    at = from;
    try {
      reading.run();
      return true;
    } catch (Mismatch e) {
      return false;
    } finally {
      attempting = within;
      at = before;
      nesting.restore(mark);
    }
  }

  boolean isAttempting() {
    return attempting;
  }

  // Signs before prefixed numbers.

  /// Reads a sign, the number `0b1` behind it and the letters behind that as the compiler does: as
  /// the number `-0` and the name `b1`.
  void splitNumber() {
    int words = 1;
    while (kind(1 + words) == Kind.WORD || kind(1 + words) == Kind.KEYWORD) {
      if (!joined(1 + words)) {
        break;
      }
      words++;
    }
    tokens.splitNumber(at, words);
    int gone = words - 1;
    if (gone > 0) {
      System.arraycopy(quiet, at + 2 + gone, quiet, at + 2, quiet.length - at - 2 - gone);
      brackets = Optional.empty();
      end -= gone;
    }
  }
}
