package nib.engine.syntax;

import java.util.BitSet;
import nib.engine.diagnostic.SyntaxProblem;
import nib.engine.syntax.Token.Kind;
import nib.engine.text.Span;

/// A text's tokens as the parser wants them: without comments, and without characters that the
/// language does not know, which are complained about here so that they disturb nothing else.
///
/// @param comments all comments
/// @param quiet the tokens that stand behind something that was taken out: what the parser finds
///   wrong with it is an echo.
record CleanTokens(Tokens tokens, Tokens comments, BitSet quiet) {

  static CleanTokens of(Tokens all, Complaints complaints) {
    return new Cleaning(all, complaints).clean();
  }

  /// One run over the tokens.
  private static final class Cleaning {

    private final Tokens all;
    private final Complaints complaints;
    private final Tokens kept;
    private final Tokens comments;
    private final BitSet quiet = new BitSet();

    private Cleaning(Tokens all, Complaints complaints) {
      this.all = all;
      this.complaints = complaints;
      this.kept = new Tokens(all.whole());
      this.comments = new Tokens(all.whole());
    }

    private CleanTokens clean() {
      int i = 0;
      while (i < all.size()) {
        int word = endOfForeignWord(i);
        if (word > i) {
          foreignWord(i, word);
          i = word;
        } else {
          token(i++);
        }
      }
      return new CleanTokens(kept, comments, quiet);
    }

    private void token(int i) {
      switch (all.kind(i)) {
        case COMMENT -> comments.add(Kind.COMMENT, Sign.NONE, all.span(i));
        case UNKNOWN -> {
          complaints.error(StrayText.problem(all.text(i)), all.span(i));
          quiet.set(kept.size());
        }
        case OPEN_STRING -> {
          complaints.error(
              new SyntaxProblem.UnclosedString(), new Span(all.start(i), all.start(i) + 1));
          quiet.set(kept.size());
          kept.add(all.kind(i), Sign.NONE, all.start(i), all.end(i));
          quiet.set(kept.size());
        }
        case WORD, KEYWORD, NUMBER, STRING, SIGN, END ->
            kept.add(all.kind(i), all.sign(i), all.start(i), all.end(i));
      }
    }

    /// Behind the tokens that are one word with a foreign letter in it; `from` where there is none.
    private int endOfForeignWord(int from) {
      boolean foreign = isForeign(from);
      if (!foreign && all.kind(from) != Kind.WORD && all.kind(from) != Kind.KEYWORD) {
        return from;
      }
      int end = from + 1;
      while (end < all.size() && all.start(end) == all.end(end - 1) && isPartOfWord(end)) {
        foreign |= isForeign(end);
        end++;
      }
      return foreign ? end : from;
    }

    private boolean isPartOfWord(int i) {
      return switch (all.kind(i)) {
        case WORD, KEYWORD, NUMBER -> true;
        case UNKNOWN -> isForeign(i);
        case STRING, OPEN_STRING, SIGN, COMMENT, END -> false;
      };
    }

    private boolean isForeign(int i) {
      return all.kind(i) == Kind.UNKNOWN
          && Lexer.isForeignLetter(all.whole().codePointAt(all.start(i)));
    }

    private void foreignWord(int from, int end) {
      var span = new Span(all.start(from), all.end(end - 1));
      complaints.error(
          new SyntaxProblem.ForeignLetters(all.whole().substring(span.start(), span.end())), span);
      kept.add(Kind.WORD, Sign.NONE, span);
    }
  }
}
