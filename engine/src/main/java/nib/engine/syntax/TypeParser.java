package nib.engine.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.diagnostic.SyntaxProblem;
import nib.engine.syntax.Token.Kind;
import nib.engine.text.Span;

/// Parses types.
///
/// A function type's result reaches as far as it can: `\(number) number | none` returns a union
/// (`lib/parse/src/parser.rs`).
final class TypeParser {

  /// Nesting deeper than anybody writes; a file that goes deeper is told so instead of exhausting
  /// the stack.
  private static final int DEEPEST = 200;

  private final TokenStream tokens;
  private int depth;

  TypeParser(TokenStream tokens) {
    this.tokens = tokens;
  }

  TypeSyntax type() {
    if (depth == DEEPEST) {
      return tooDeep();
    }
    depth++;
    try {
      return tokens.peek().is("\\(") ? function() : union();
    } finally {
      depth--;
    }
  }

  /// Passes over the rest of the line: what the enclosing types miss then is an echo, and there are
  /// hundreds of them.
  private TypeSyntax tooDeep() {
    Span start = tokens.peek().span();
    tokens.report(new SyntaxProblem.NestedTooDeeply(DEEPEST));
    do {
      tokens.next();
    } while (!tokens.atLineStart() && tokens.peek().kind() != Kind.END);
    tokens.keepQuiet();
    return new TypeSyntax.Missing(start);
  }

  private TypeSyntax function() {
    Span start = tokens.next().span();
    var parameters = new ArrayList<TypeSyntax>();
    while (!tokens.peek().is(")") && startsType()) {
      parameters.add(type());
      if (!tokens.accept(",")) {
        break;
      }
    }
    tokens.expect(")");
    var result = type();
    return new TypeSyntax.Function(parameters, result, start.to(result.span()));
  }

  private boolean startsType() {
    var token = tokens.peek();
    return token.kind() == Kind.WORD || List.of("\\(", "(", "[", "{").stream().anyMatch(token::is);
  }

  private TypeSyntax union() {
    var first = atom();
    if (!tokens.peek().is("|")) {
      return first;
    }
    var members = new ArrayList<>(List.of(first));
    while (tokens.accept("|")) {
      members.add(atom());
    }
    return new TypeSyntax.Union(members, first.span().to(members.getLast().span()));
  }

  private TypeSyntax atom() {
    Token token = tokens.peek();
    if (token.kind() == Kind.WORD) {
      return named();
    }
    if (token.is("[")) {
      tokens.next();
      var element = type();
      tokens.expect("]");
      return new TypeSyntax.ListOf(element, token.span().to(tokens.last()));
    }
    if (token.is("{")) {
      tokens.next();
      var key = type();
      tokens.expect(":");
      var value = type();
      tokens.expect("}");
      return new TypeSyntax.MapOf(key, value, token.span().to(tokens.last()));
    }
    if (token.is("(")) {
      tokens.next();
      var inner = type();
      tokens.expect(")");
      return inner;
    }
    tokens.unexpected("a type");
    return new TypeSyntax.Missing(new Span(token.span().start(), token.span().start()));
  }

  private TypeSyntax named() {
    Token first = tokens.next();
    // A qualified name has no blanks around its quote.
    boolean qualified =
        tokens.peek().is("'")
            && tokens.peek().span().start() == first.span().end()
            && tokens.peek(1).kind() == Kind.WORD;
    if (!qualified) {
      return new TypeSyntax.Named(Optional.empty(), first.text(), first.span());
    }
    tokens.next();
    Token second = tokens.next();
    return new TypeSyntax.Named(
        Optional.of(first.text()), second.text(), first.span().to(second.span()));
  }
}
