package nib.engine.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.diagnostic.SyntaxProblem;
import nib.engine.syntax.Block.Statement;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.syntax.Token.Kind;
import nib.engine.text.Span;

/// Parses blocks and their statements. A mistake ends at the next line that a statement begins, or
/// with the block.
final class BlockParser {

  /// Whose block it is.
  enum Place {
    FUNCTION("`{` and the function's body"),
    BEFORE_ELSE("`{` and a block"),
    LAST("`{` and a block");

    private final String words;

    Place(String words) {
      this.words = words;
    }
  }

  private final TokenStream tokens;
  private final ExpressionParser expressions;

  BlockParser(TokenStream tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  Block block(Place place) {
    if (!tokens.is(Sign.BRACE)) {
      return withoutBrace(place);
    }
    int open = tokens.position();
    int complaints = tokens.complaintCount();
    tokens.next();
    var statements = new ArrayList<Statement>();
    while (tokens.closesAnother(open) || !tokens.accept(Sign.CLOSE_BRACE)) {
      if (starts()) {
        complaints = statements.isEmpty() ? complaints : tokens.complaintCount();
        statements.add(statement());
      } else if (endsUnclosed(open, place)) {
        tokens.complain(new SyntaxProblem.UnclosedBracket("{"), tokens.all().span(open));
        tokens.keepQuiet();
        break;
      } else {
        stray();
      }
    }
    var span = tokens.from(open);
    if (tokens.complaintCount() == complaints) {
      check(statements, span);
    }
    return new Block(statements, span);
  }

  private void check(List<Statement> statements, Span span) {
    if (statements.isEmpty()) {
      tokens.mistake(new SyntaxProblem.EmptyBlock(), span);
    } else if (statements.getLast().name().isPresent()) {
      var name = statements.getLast().name().get();
      tokens.mistake(new SyntaxProblem.LastStatementNamed(name.text()), name.span());
    }
  }

  private boolean starts() {
    return expressions.starts() || startsWithName();
  }

  private boolean startsWithName() {
    return (tokens.isWord() || tokens.kind() == Kind.KEYWORD) && tokens.sign(1) == Sign.ASSIGN;
  }

  private Statement statement() {
    int start = tokens.position();
    Optional<Name> name = Optional.empty();
    if (startsWithName()) {
      if (!tokens.isWord()) {
        tokens.complain(new SyntaxProblem.KeywordAsName(tokens.text()));
      }
      name = Optional.of(tokens.word());
      tokens.next();
    }
    var expression = expressions.statement();
    return new Statement(name, expression, tokens.from(start));
  }

  private boolean endsUnclosed(int open, Place place) {
    if (tokens.atEnd()
        || tokens.closesAnother(open)
        || (tokens.is(Sign.ELSE) && place == Place.BEFORE_ELSE)) {
      return true;
    }
    int partner = tokens.sign().closes() ? tokens.partner(tokens.position()) : Brackets.NONE;
    return partner != Brackets.NONE && partner < open;
  }

  private void stray() {
    // What the line before lacks is another matter.
    if (tokens.firstOnLine()) {
      tokens.hear();
    }
    if (tokens.kind() == Kind.KEYWORD && !tokens.is(Sign.EXPORT)) {
      tokens.complain(new SyntaxProblem.MisplacedKeyword(tokens.text(), "a statement"));
    } else {
      tokens.stray("a statement or `}`");
    }
    do {
      tokens.skip();
    } while (!endsStray());
  }

  private boolean endsStray() {
    return tokens.atEnd()
        || tokens.is(Sign.CLOSE_BRACE)
        || startsWithName()
        || (starts() && tokens.firstOnLine());
  }

  /// What stands in the place of a block: its statements, if somebody forgot the brace; else all up
  /// to a brace on the same line.
  private Block withoutBrace(Place place) {
    tokens.unexpected(place.words);
    if (starts()) {
      int start = tokens.position();
      var statements = new ArrayList<Statement>();
      do {
        statements.add(statement());
      } while (place == Place.FUNCTION && starts());
      if (tokens.is(Sign.CLOSE_BRACE) && tokens.partner(tokens.position()) == Brackets.NONE) {
        tokens.next();
      }
      return new Block(statements, tokens.from(start));
    }
    while (!endsHeader()) {
      tokens.next();
    }
    return tokens.is(Sign.BRACE) ? block(place) : new Block(List.of(), tokens.hole());
  }

  private boolean endsHeader() {
    return tokens.atEnd()
        || tokens.is(Sign.BRACE)
        || tokens.is(Sign.CLOSE_BRACE)
        || tokens.is(Sign.ELSE)
        || tokens.firstOnLine();
  }
}
