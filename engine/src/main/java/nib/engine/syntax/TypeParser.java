package nib.engine.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.diagnostic.SyntaxProblem;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.syntax.Token.Kind;
import nib.engine.text.Span;

/// Parses types.
///
/// A function type's result reaches as far as it can: `\(number) number | none` returns a union
/// (`lib/parse/src/parser.rs`).
final class TypeParser {

  private final TokenStream tokens;
  private final Separated separated;

  TypeParser(TokenStream tokens) {
    this.tokens = tokens;
    this.separated = new Separated(tokens);
  }

  TypeSyntax type() {
    var nesting = tokens.nesting();
    if (!nesting.enter()) {
      separated.tooDeep();
      return new TypeSyntax.Missing(tokens.hole());
    }
    var type = tokens.is(Sign.LAMBDA) ? function() : union();
    nesting.leave();
    return type;
  }

  /// Whether a type begins here. A word before `=` is the name of what comes next.
  boolean starts() {
    return tokens.sign().opens() || (tokens.isWord() && tokens.sign(1) != Sign.ASSIGN);
  }

  private TypeSyntax function() {
    int start = tokens.position();
    tokens.next();
    var parameters = separated.list(start, "a type", this::starts, this::type);
    tokens.close(start, "`,` or `)`");
    var result = type();
    return new TypeSyntax.Function(parameters, result, tokens.from(start));
  }

  private TypeSyntax union() {
    int start = tokens.position();
    var first = atom();
    if (!tokens.is(Sign.OR)) {
      return first;
    }
    var members = new ArrayList<>(List.of(first));
    while (tokens.accept(Sign.OR)) {
      members.add(member());
    }
    return new TypeSyntax.Union(members, tokens.from(start, first.span()));
  }

  /// A function's type among the members needs parentheses: its result would take in what follows.
  private TypeSyntax member() {
    if (!tokens.is(Sign.LAMBDA)) {
      return atom();
    }
    tokens.complain(new SyntaxProblem.FunctionInUnion());
    return type();
  }

  private TypeSyntax atom() {
    if (!starts()) {
      tokens.unexpected("a type");
      return new TypeSyntax.Missing(tokens.hole());
    }
    int start = tokens.position();
    if (tokens.isWord()) {
      return named();
    }
    Sign open = tokens.sign();
    tokens.next();
    var inner = type();
    if (open == Sign.BRACE) {
      tokens.expect(Sign.COLON);
      var value = type();
      tokens.close(start, "`}`");
      return new TypeSyntax.MapOf(inner, value, tokens.from(start));
    }
    tokens.close(start, "`%s`".formatted(open.closing().text()));
    return open == Sign.SQUARE ? new TypeSyntax.ListOf(inner, tokens.from(start)) : inner;
  }

  private TypeSyntax named() {
    return named(QualifiedName.parse(tokens));
  }

  static TypeSyntax.Named named(QualifiedName name) {
    return new TypeSyntax.Named(name.qualifier().map(Name::text), name.name().text(), name.span());
  }

  /// `x` or `Module'x`, without a blank around the quote.
  record QualifiedName(Optional<Name> qualifier, Name name, Span span) {

    /// Parses the name that begins with the word here.
    static QualifiedName parse(TokenStream tokens) {
      var first = tokens.word();
      if (!tokens.is(Sign.QUOTE) || !tokens.joined(0)) {
        return new QualifiedName(Optional.empty(), first, first.span());
      }
      tokens.next();
      if (tokens.kind() == Kind.WORD && tokens.joined(0)) {
        var second = tokens.word();
        if (tokens.is(Sign.QUOTE) && tokens.joined(0)) {
          tooLong(tokens);
        }
        return new QualifiedName(Optional.of(first), second, first.span().to(second.span()));
      }
      tokens.unexpected("a name directly behind `'`");
      var hole = tokens.hole();
      return new QualifiedName(Optional.of(first), new Name("", hole), first.span().to(hole));
    }

    /// The prefix of a name is one word; people write the module's whole path.
    private static void tooLong(TokenStream tokens) {
      tokens.complain(new SyntaxProblem.PathAsPrefix());
      while (tokens.is(Sign.QUOTE) && tokens.joined(0)) {
        tokens.next();
        if (tokens.isWord() && tokens.joined(0)) {
          tokens.next();
        }
      }
    }
  }
}
