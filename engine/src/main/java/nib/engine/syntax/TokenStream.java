package nib.engine.syntax;

import java.util.BitSet;
import java.util.Optional;
import nib.engine.diagnostic.Problem;
import nib.engine.diagnostic.Related;
import nib.engine.diagnostic.SyntaxProblem;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.syntax.Token.Kind;
import nib.engine.text.Span;

/// Where a parser stands among its tokens, and what it has to say about them.
///
/// What it complains about is heard at most once for each token, so that a mistake has no echo:
/// where something is missing the parser leaves a hole and stays, and all that waits for the same
/// token finds it wrong as well.
final class TokenStream extends TokenCursor {

  private static final int MOST_SPLITS = 100;

  private final Complaints complaints;
  private final BitSet quiet;
  private Optional<Brackets> brackets = Optional.empty();
  private final Nesting nesting = new Nesting();
  private int complainedAt = -1;
  private int complaintCount;
  private boolean attempting;
  private boolean byLayout;
  private boolean deaf;
  private int splits;

  TokenStream(CleanTokens clean, Complaints complaints) {
    super(clean.tokens());
    this.quiet = clean.quiet();
    this.complaints = complaints;
  }

  Complaints complaints() {
    return complaints;
  }

  Nesting nesting() {
    return nesting;
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

  // Complaints.

  /// Says what is missing here. On a line of its own, what stands here has nothing to do with it.
  void unexpected(String expected) {
    if (position() > 0 && firstOnLine()) {
      complain(
          new SyntaxProblem.MissingBehind(all().get(position() - 1).shown(), expected),
          all().span(position() - 1));
    } else {
      stray(expected);
    }
  }

  /// Says what stands here in the place of what was expected.
  void stray(String expected) {
    if (is(Sign.EXPORT)) {
      complain(new SyntaxProblem.ReservedWord(text()));
    } else if (isWord()
        && position() > 0
        && joined(0)
        && all().kind(position() - 1) == Kind.NUMBER) {
      complain(new SyntaxProblem.NumberRunsIntoName(all().text(position() - 1), text()));
    } else {
      complain(new SyntaxProblem.UnexpectedToken(all().get(position()).shown(), expected));
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
      throw new Mismatch();
    }
    complaintCount++;
    if (!deaf && complainedAt != position() && !quiet.get(position())) {
      complaints.error(problem, span, related);
    }
  }

  /// Complains that the tree gets too deep at a place. What is wrong with the rest of the
  /// definition nobody can tell: much of it is passed over.
  void tooDeep(Span span) {
    if (attempting) {
      throw new Mismatch();
    }
    complaintCount++;
    if (!deaf) {
      // It says more than what else may be wrong at this token, which is forgotten.
      complaints.error(new SyntaxProblem.NestedTooDeeply(Nesting.DEEPEST), span);
    }
    keepQuiet();
    deaf = true;
  }

  boolean isDeaf() {
    return deaf;
  }

  /// Complaints about the token here are not heard: what is wrong with it was said before it.
  void keepQuiet() {
    complainedAt = position();
  }

  /// Complaints about the token here are heard again.
  void hear() {
    complainedAt = -1;
  }

  /// How often something was amiss, heard or not.
  int complaintCount() {
    return complaintCount;
  }

  // Ways out of broken text.

  /// Where the bracket at `index` is closed; `Brackets.NONE` where it is not, or behind the end.
  int partner(int index) {
    if (brackets.isEmpty()) {
      brackets = Optional.of(new Brackets(all()));
    }
    int partner = brackets.get().partner(index);
    return partner < end() ? partner : Brackets.NONE;
  }

  /// Passes one token, and with a bracket all that it holds.
  void skip() {
    int partner = sign().opens() ? partner(position()) : Brackets.NONE;
    reset(partner > position() ? partner + 1 : Math.min(position() + 1, end()));
  }

  /// Passes the bracket that closes the one at `open`. What stands before it is passed over with
  /// one complaint; if there is no such bracket the one at `open` is said to be unclosed.
  void close(int open, String expected) {
    Sign sign = all().sign(open);
    if (accept(sign.closing())) {
      return;
    }
    int partner = partner(open);
    boolean another = sign == Sign.BRACE && Layout.belongsToAnother(all(), open, partner);
    if (partner < position() || another || leadsToStatement(partner)) {
      complain(new SyntaxProblem.UnclosedBracket(sign.text()), all().span(open));
    } else {
      unexpected(expected);
      reset(partner + 1);
    }
    keepQuiet();
  }

  /// Whether a statement begins between here and the token at `to`, not counting those in brackets.
  private boolean leadsToStatement(int to) {
    int before = position();
    while (position() < to && !startsNamedStatement()) {
      skip();
    }
    boolean statement = position() < to;
    reset(before);
    return statement;
  }

  /// Whether the bracket at `open` has a partner further on.
  boolean isClosed(int open) {
    return partner(open) >= position();
  }

  /// Whether the brace here closes the one at `open`. Where braces do not match, a brace that
  /// stands under another line than the one it would close is left to that one.
  boolean closesAnother(int open) {
    return byLayout && is(Sign.CLOSE_BRACE) && Layout.belongsToAnother(all(), open, position());
  }

  /// Sees nothing from the token at `fence` on, where something else begins.
  void fence(int fence) {
    endAt(fence);
    byLayout = !isBalanced(position(), fence);
  }

  void unfence() {
    endAt(all().size() - 1);
    byLayout = false;
  }

  /// Whether as many braces are opened as are closed.
  boolean isBalanced(int from, int to) {
    int open = 0;
    for (int i = from; i < to; i++) {
      Sign sign = all().sign(i);
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
    int before = position();
    var mark = nesting.mark();
    boolean within = attempting;
    attempting = true;
    reset(from);
    try {
      reading.run();
      return true;
    } catch (Mismatch e) {
      return false;
    } finally {
      attempting = within;
      reset(before);
      nesting.restore(mark);
    }
  }

  boolean isAttempting() {
    return attempting;
  }

  // Signs before prefixed numbers.

  /// Reads a sign, the number `0b1` behind it and the letters behind that as the compiler does: as
  /// the number `-0` and the name `b1`.
  ///
  /// @return whether it did: a text with hundreds of these is no Pen, and each takes as long as the
  ///   text is
  boolean splitNumber() {
    if (++splits > MOST_SPLITS) {
      return false;
    }
    int words = 1;
    while (kind(1 + words) == Kind.WORD || kind(1 + words) == Kind.KEYWORD) {
      if (!joined(1 + words)) {
        break;
      }
      words++;
    }
    all().splitNumber(position(), words);
    int gone = words - 1;
    if (gone > 0) {
      for (int i = position() + 2; i < all().size(); i++) {
        quiet.set(i, quiet.get(i + gone));
      }
      brackets = Optional.empty();
      endAt(end() - gone);
    }
    return true;
  }
}
