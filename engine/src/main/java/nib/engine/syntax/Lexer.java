package nib.engine.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nib.engine.syntax.Token.Kind;
import nib.engine.text.Span;

/// Cuts a module's text into tokens.
///
/// Pen's own parser has no tokens: it is a scannerless grammar (`lib/parse/src/parser.rs`). The
/// signs here are those its combinators accept. Two places differ from what a reader of other
/// languages expects:
///
/// - `\(` is one sign, the opening of a lambda and of a function type;
/// - a number's sign belongs to the literal where an operand is expected, so `-` is always a token
///   of its own here and the parser decides.
///
/// Every character of the text is blank, in a comment, or in exactly one token.
public final class Lexer {

  private static final Set<String> KEYWORDS =
      Set.of("as", "else", "export", "for", "foreign", "if", "in", "import", "type");

  /// Longer signs before their beginnings.
  private static final List<String> SIGNS =
      List.of(
          "...", "\\(", "==", "!=", "<=", ">=", "(", ")", "[", "]", "{", "}", ",", ":", ".", "'",
          "=", "<", ">", "+", "-", "*", "/", "&", "|", "!", "?");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  /// All tokens of a text, comments included, with one of kind `END` as the last.
  public static List<Token> lex(String text) {
    return new Lexer(text).lex();
  }

  private List<Token> lex() {
    while (true) {
      while (at < text.length() && isBlank(text.charAt(at))) {
        at++;
      }
      if (at == text.length()) {
        tokens.add(new Token(Kind.END, "", new Span(at, at)));
        return tokens;
      }
      int start = at;
      Kind kind = next(text.charAt(at));
      tokens.add(new Token(kind, text.substring(start, at), new Span(start, at)));
    }
  }

  private Kind next(char first) {
    if (isWordStart(first)) {
      return word();
    }
    if (isDigit(first) || (first == '.' && isDigit(peek(1)))) {
      return number();
    }
    if (first == '"') {
      return string();
    }
    if (first == '#') {
      return comment();
    }
    for (String sign : SIGNS) {
      if (text.startsWith(sign, at)) {
        at += sign.length();
        return Kind.SIGN;
      }
    }
    at += Character.charCount(text.codePointAt(at));
    return Kind.UNKNOWN;
  }

  /// The character `ahead` places further on; NUL behind the end.
  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
  }

  private Kind word() {
    int start = at;
    while (at < text.length() && (isWordStart(text.charAt(at)) || isDigit(text.charAt(at)))) {
      at++;
    }
    return KEYWORDS.contains(text.substring(start, at)) ? Kind.KEYWORD : Kind.WORD;
  }

  private Kind number() {
    if (text.startsWith("0b", at) || text.startsWith("0x", at)) {
      at += 2;
      while (at < text.length() && Character.digit(text.charAt(at), 16) >= 0) {
        at++;
      }
      return Kind.NUMBER;
    }
    digits();
    // `1...xs` is a number and a spread, as in a list literal.
    if (at < text.length() && text.charAt(at) == '.' && !text.startsWith("...", at)) {
      at++;
      digits();
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      int sign = "+-".indexOf(peek(1)) >= 0 ? 1 : 0;
      if (isDigit(peek(1 + sign))) {
        at += 1 + sign;
        digits();
      }
    }
    return Kind.NUMBER;
  }

  private void digits() {
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
  }

  private Kind string() {
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' && at + 1 < text.length() ? 2 : 1;
    }
    if (at == text.length()) {
      return Kind.OPEN_STRING;
    }
    at++;
    return Kind.STRING;
  }

  private Kind comment() {
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return Kind.COMMENT;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private static boolean isWordStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
