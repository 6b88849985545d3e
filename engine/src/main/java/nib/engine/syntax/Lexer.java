package nib.engine.syntax;

import java.util.List;
import nib.engine.syntax.Token.Kind;

/// Cuts a module's text into tokens.
///
/// Some places differ from what a reader of other languages expects:
///
/// - `\(` is one sign, the opening of a lambda and of a function type;
/// - a sign with one of the characters `+ - * / = < > & | ! ?` must not be followed by `=`, so
///   `x?==y` has no reading, and neither have `+=` and `===`: they are `UNKNOWN`;
/// - a number's sign belongs to the literal where an operand is expected, so `-` is always a token
///   of its own here and the parser decides;
/// - behind `0b`, `0x` and an exponent's `e` there have to be digits. Where there are none the
///   whole run of letters is one malformed `NUMBER`.
///
/// Every character of the text is blank, in a comment, or in exactly one token.
public final class Lexer {

  private static final int BLANK = 1;
  private static final int LETTER = 2;
  private static final int DIGIT = 3;

  /// What the ASCII characters are; 0 for those that begin a sign or nothing.
  private static final byte[] CLASSES = classes();

  private final String text;
  private final boolean byLine;
  private final Tokens tokens;
  private int at;

  private Lexer(String text, boolean byLine) {
    this.text = text;
    this.byLine = byLine;
    this.tokens = new Tokens(text);
  }

  /// All tokens of a text, comments included, with one of kind `END` as the last. The list cannot
  /// be changed.
  public static List<Token> lex(String text) {
    return tokens(text);
  }

  static Tokens tokens(String text) {
    return new Lexer(text, false).lex();
  }

  /// The tokens of a broken text, where string literals are taken to end with their lines.
  static Tokens tokensByLine(String text) {
    return new Lexer(text, true).lex();
  }

  private Tokens lex() {
    while (true) {
      while (at < text.length() && is(text.charAt(at), BLANK)) {
        at++;
      }
      if (at == text.length()) {
        tokens.add(Kind.END, Sign.NONE, at, at);
        return tokens;
      }
      next(text.charAt(at));
    }
  }

  private void next(char first) {
    int start = at;
    if (is(first, LETTER)) {
      word();
    } else if (is(first, DIGIT) || (first == '.' && is(peek(1), DIGIT))) {
      at = NumberReader.end(text, at);
      tokens.add(Kind.NUMBER, Sign.NONE, start, at);
    } else if (first == '"') {
      Kind kind = string();
      tokens.add(kind, Sign.NONE, start, at);
    } else if (first == '#') {
      comment();
      tokens.add(Kind.COMMENT, Sign.NONE, start, at);
    } else {
      sign(first);
    }
  }

  /// The character `ahead` places further on; NUL behind the end.
  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
  }

  private void word() {
    int start = at;
    at = endOfWord(text, at);
    Sign keyword = keyword(start, at - start);
    tokens.add(keyword == Sign.NONE ? Kind.WORD : Kind.KEYWORD, keyword, start, at);
  }

  /// Behind the letters, digits and underscores from `from` on.
  static int endOfWord(String text, int from) {
    int end = from;
    while (end < text.length() && isPartOfWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private Sign keyword(int start, int length) {
    return switch (text.charAt(start)) {
      case 'a' -> keyword(Sign.AS, start, length);
      case 'e' -> keyword(length == 4 ? Sign.ELSE : Sign.EXPORT, start, length);
      case 'f' -> keyword(length == 3 ? Sign.FOR : Sign.FOREIGN, start, length);
      case 'i' ->
          length > 2
              ? keyword(Sign.IMPORT, start, length)
              : keyword(text.charAt(at - 1) == 'f' ? Sign.IF : Sign.IN, start, length);
      case 't' -> keyword(Sign.TYPE, start, length);
      default -> Sign.NONE;
    };
  }

  private Sign keyword(Sign candidate, int start, int length) {
    String word = candidate.text();
    return word.length() == length && text.startsWith(word, start) ? candidate : Sign.NONE;
  }

  private Kind string() {
    at++;
    while (at < text.length()) {
      switch (text.charAt(at)) {
        case '"' -> {
          at++;
          return Kind.STRING;
        }
        case '\\' -> at += at + 1 < text.length() && !endsLine(text.charAt(at + 1)) ? 2 : 1;
        case '\n', '\r' -> {
          if (byLine) {
            return Kind.OPEN_STRING;
          }
          at++;
        }
        default -> at++;
      }
    }
    return Kind.OPEN_STRING;
  }

  private void comment() {
    while (at < text.length() && !endsLine(text.charAt(at))) {
      at++;
    }
  }

  private void sign(char first) {
    switch (first) {
      case '(' -> take(Sign.PAREN);
      case ')' -> take(Sign.CLOSE_PAREN);
      case '[' -> take(Sign.SQUARE);
      case ']' -> take(Sign.CLOSE_SQUARE);
      case '{' -> take(Sign.BRACE);
      case '}' -> take(Sign.CLOSE_BRACE);
      case ',' -> take(Sign.COMMA);
      case ':' -> take(Sign.COLON);
      case '.' -> take(peek(1) == '.' && peek(2) == '.' ? Sign.SPREAD : Sign.DOT);
      case '\'' -> take(Sign.QUOTE);
      case '\\' -> take(peek(1) == '(' ? Sign.LAMBDA : Sign.NONE);
      default -> operator(first);
    }
  }

  private void operator(char first) {
    switch (first) {
      case '=' -> operator(Sign.ASSIGN, Sign.EQUAL);
      case '!' -> operator(Sign.NOT, Sign.NOT_EQUAL);
      case '<' -> operator(Sign.LESS, Sign.LESS_OR_EQUAL);
      case '>' -> operator(Sign.GREATER, Sign.GREATER_OR_EQUAL);
      case '+' -> operator(Sign.PLUS, Sign.NONE);
      case '-' -> operator(Sign.MINUS, Sign.NONE);
      case '*' -> operator(Sign.STAR, Sign.NONE);
      case '/' -> operator(Sign.SLASH, Sign.NONE);
      case '&' -> operator(Sign.AND, Sign.NONE);
      case '|' -> operator(Sign.OR, Sign.NONE);
      case '?' -> operator(Sign.TRY, Sign.NONE);
      default -> take(Sign.NONE);
    }
  }

  /// @param withEquals the sign that it is with one `=` behind it, if there is such a sign
  private void operator(Sign alone, Sign withEquals) {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) == '=') {
      end++;
    }
    if (end == at + 1) {
      take(alone);
    } else if (end == at + 2 && withEquals != Sign.NONE) {
      take(withEquals);
    } else {
      tokens.add(Kind.UNKNOWN, Sign.NONE, at, end);
      at = end;
    }
  }

  private void take(Sign sign) {
    int start = at;
    at = sign == Sign.NONE ? endOfUnknown() : at + sign.text().length();
    tokens.add(sign == Sign.NONE ? Kind.UNKNOWN : Kind.SIGN, sign, start, at);
  }

  /// Letters of other alphabets are one token up to the last, and so is a character that is
  /// repeated.
  private int endOfUnknown() {
    int first = text.codePointAt(at);
    boolean letters = isForeignLetter(first);
    int end = at;
    while (end < text.length()) {
      int character = text.codePointAt(end);
      if (letters ? !isForeignLetter(character) : character != first) {
        return end;
      }
      end += Character.charCount(character);
      if (first == '\\' && end < text.length() && text.charAt(end) == '(') {
        return end - 1 > at ? end - 1 : end;
      }
    }
    return end;
  }

  /// Whether somebody may have meant the character as a part of a name.
  static boolean isForeignLetter(int character) {
    return character >= 128
        && Character.isUnicodeIdentifierPart(character)
        && !Character.isIdentifierIgnorable(character);
  }

  static boolean endsLine(char c) {
    return c == '\n' || c == '\r';
  }

  static boolean isPartOfWord(char c) {
    return is(c, LETTER) || is(c, DIGIT);
  }

  static boolean isDigit(char c) {
    return is(c, DIGIT);
  }

  private static boolean is(char c, int kind) {
    return c < 128 && CLASSES[c] == kind;
  }

  private static byte[] classes() {
    var classes = new byte[128];
    for (char blank : new char[] {' ', '\t', '\r', '\n'}) {
      classes[blank] = BLANK;
    }
    for (char letter = 'a'; letter <= 'z'; letter++) {
      classes[letter] = LETTER;
      classes[Character.toUpperCase(letter)] = LETTER;
    }
    classes['_'] = LETTER;
    for (char digit = '0'; digit <= '9'; digit++) {
      classes[digit] = DIGIT;
    }
    return classes;
  }
}
