package nib.engine.syntax;

import nib.engine.syntax.Token.Kind;
import nib.engine.text.SourceText;

/// Parses a module by recursive descent, one method for one production.
///
/// It always makes a module, whatever the text is: where something is missing it leaves a hole,
/// says so once, and goes on at the next bracket, statement or definition. Trees are at most
/// [Nesting#DEEPEST] levels deep.
public final class Parser {

  private Parser() {}

  public static Parsed parse(SourceText source) {
    var tokens = Lexer.tokens(source.text());
    var whole = new Attempt(source, tokens);
    if (whole.errors() == 0 || !spansLines(tokens)) {
      return whole.parsed();
    }
    // A forgotten quote turns what is in quotes inside out up to the end of the file. Few strings
    // span lines, so a reading in which none does is the better one if it makes more sense.
    var byLine = new Attempt(source, Lexer.tokensByLine(source.text()));
    boolean better =
        isOpen(tokens) ? byLine.errors() <= whole.errors() : byLine.errors() < whole.errors();
    return (better ? byLine : whole).parsed();
  }

  private static boolean isOpen(Tokens tokens) {
    return tokens.size() > 1 && tokens.kind(tokens.size() - 2) == Kind.OPEN_STRING;
  }

  private static boolean spansLines(Tokens tokens) {
    String text = tokens.whole();
    for (int i = 0; i < tokens.size(); i++) {
      Kind kind = tokens.kind(i);
      if (kind == Kind.OPEN_STRING || kind == Kind.STRING) {
        int line = text.indexOf('\n', tokens.start(i), tokens.end(i));
        if (line >= 0) {
          return true;
        }
      }
    }
    return false;
  }

  /// The text as its tokens were cut in one way.
  private static final class Attempt {

    private final Complaints complaints;
    private final CleanTokens clean;
    private final ModuleSyntax module;

    private Attempt(SourceText source, Tokens tokens) {
      complaints = new Complaints(source);
      clean = CleanTokens.of(tokens, complaints);
      module = new ModuleParser(new TokenStream(clean, complaints)).module();
      LiteralChecker.check(clean.tokens(), complaints);
    }

    private long errors() {
      return complaints.errors();
    }

    private Parsed parsed() {
      return new Parsed(module, clean.tokens(), clean.comments(), complaints.inOrder());
    }
  }
}
