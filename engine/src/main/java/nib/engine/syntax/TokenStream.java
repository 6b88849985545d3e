package nib.engine.syntax;

import java.util.ArrayList;
import java.util.List;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.Problem;
import nib.engine.diagnostic.Severity;
import nib.engine.diagnostic.SyntaxProblem;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.syntax.Token.Kind;
import nib.engine.text.SourceText;
import nib.engine.text.Span;

/// Where a parser stands in its tokens, and its list of complaints: at most one for each token, so
/// that a mistake has no echo.
final class TokenStream {

  private final SourceText source;
  private final List<Token> tokens;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private int at;
  private int reportedAt = -1;

  /// @param tokens without comments, the last of kind `END`
  TokenStream(SourceText source, List<Token> tokens) {
    this.source = source;
    this.tokens = tokens;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  Token peek() {
    return tokens.get(at);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  Token next() {
    var token = tokens.get(at);
    if (token.kind() != Kind.END) {
      at++;
    }
    return token;
  }

  /// The span of the token before this one: the end of what was just parsed.
  Span last() {
    return at == 0 ? new Span(0, 0) : tokens.get(at - 1).span();
  }

  boolean accept(String sign) {
    if (peek().is(sign)) {
      at++;
      return true;
    }
    return false;
  }

  boolean expect(String sign) {
    if (accept(sign)) {
      return true;
    }
    unexpected("`%s`".formatted(sign));
    return false;
  }

  Name name(String what) {
    if (peek().kind() == Kind.WORD) {
      var token = next();
      return new Name(token.text(), token.span());
    }
    unexpected(what);
    return new Name("", new Span(peek().span().start(), peek().span().start()));
  }

  /// Says what stands here in the place of what was expected, or what it is that can stand nowhere.
  void unexpected(String expected) {
    report(
        switch (peek().kind()) {
          case UNKNOWN -> new SyntaxProblem.UnknownCharacter(peek().text());
          case OPEN_STRING -> new SyntaxProblem.UnclosedString();
          case WORD, KEYWORD, NUMBER, STRING, SIGN, COMMENT, END ->
              new SyntaxProblem.UnexpectedToken(peek().shown(), expected);
        });
  }

  void report(Problem problem) {
    if (reportedAt != at) {
      reportedAt = at;
      report(problem, peek().span());
    }
  }

  /// Complaints about the current token are not heard: what is wrong with it was said before it.
  void keepQuiet() {
    reportedAt = at;
  }

  void report(Problem problem, Span span) {
    diagnostics.add(new Diagnostic(Severity.ERROR, problem, source.locate(span), span));
  }

  /// Whether the current token is the first on its line and stands at its very beginning, where
  /// people put declarations.
  boolean atLineStart() {
    int start = peek().span().start();
    return start == 0 || source.text().charAt(start - 1) == '\n';
  }

  int position() {
    return at;
  }

  void reset(int position) {
    at = position;
  }
}
