package nib.engine.syntax;

import java.util.Set;
import java.util.function.BooleanSupplier;

/// Combinators for a grammar without tokens, and the smallest pieces of Pen.
class ReferenceCombinators {

  private static final Set<String> KEYWORDS =
      Set.of("as", "else", "export", "for", "foreign", "if", "in", "import", "type");

  private static final String OPERATOR_CHARACTERS = "+-*/=<>&|!?";

  /// Where alternatives inside alternatives take too long.
  static final class TooSlow extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /// The whole text is refused.
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Refused() {
      super("refused", null, false, false);
    }
  }

  private final String text;
  private int at;
  private int steps;
  private String word = "";

  ReferenceCombinators(String text) {
    this.text = text;
  }

  // Combinators. A parser says whether it matched, and has moved only if it did.

  boolean all(BooleanSupplier... parsers) {
    int start = at;
    for (var parser : parsers) {
      if (!parser.getAsBoolean()) {
        at = start;
        return false;
      }
    }
    return true;
  }

  static boolean any(BooleanSupplier... parsers) {
    for (var parser : parsers) {
      if (parser.getAsBoolean()) {
        return true;
      }
    }
    return false;
  }

  boolean optional(BooleanSupplier parser) {
    if (!parser.getAsBoolean()) {
      steps++;
    }
    return true;
  }

  boolean many(BooleanSupplier parser) {
    while (parser.getAsBoolean()) {
      if (++steps > 200_000) {
        throw new TooSlow();
      }
    }
    return true;
  }

  boolean some(BooleanSupplier parser) {
    return parser.getAsBoolean() && many(parser);
  }

  /// From here on there is no way back.
  boolean cut(BooleanSupplier... parsers) {
    for (var parser : parsers) {
      if (!parser.getAsBoolean()) {
        throw new Refused();
      }
    }
    return true;
  }

  /// Elements between commas, one at least, with a comma behind the last or not.
  boolean listed(BooleanSupplier element) {
    return all(
        element, () -> many(() -> all(() -> sign(","), element)), () -> optional(() -> sign(",")));
  }

  boolean listedOrNone(BooleanSupplier element) {
    return optional(() -> listed(element));
  }

  // Characters.

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\uffff';
  }

  boolean blank() {
    while (at < text.length() && " \t\r\n#".indexOf(text.charAt(at)) >= 0) {
      if (text.charAt(at) == '#') {
        while (at < text.length() && "\r\n".indexOf(text.charAt(at)) < 0) {
          at++;
        }
      } else {
        at++;
      }
    }
    return true;
  }

  boolean tag(String expected) {
    if (++steps > 2_000_000) {
      throw new TooSlow();
    }
    if (!text.startsWith(expected, at)) {
      return false;
    }
    at += expected.length();
    return true;
  }

  boolean oneOf(String characters) {
    if (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
      at++;
      return true;
    }
    return false;
  }

  boolean sign(String sign) {
    boolean operator = sign.chars().anyMatch(c -> OPERATOR_CHARACTERS.indexOf(c) >= 0);
    return all(this::blank, () -> tag(sign), () -> !operator || peek() != '=');
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  boolean keyword(String keyword) {
    return all(this::blank, () -> tag(keyword), () -> !isLetter(peek()) && !isDigit(peek()));
  }

  boolean rawIdentifier() {
    int start = at;
    if (!isLetter(peek())) {
      return false;
    }
    while (isLetter(peek()) || isDigit(peek())) {
      at++;
    }
    word = text.substring(start, at);
    if (KEYWORDS.contains(word)) {
      at = start;
      return false;
    }
    return true;
  }

  boolean identifier() {
    return all(this::blank, this::rawIdentifier);
  }

  boolean qualified() {
    return all(
        this::rawIdentifier,
        () -> optional(() -> all(() -> tag("'"), () -> cut(this::rawIdentifier))));
  }

  boolean number() {
    return all(
        this::blank,
        () -> any(this::binary, this::hexadecimal, this::decimal),
        () -> !isDigit(peek()));
  }

  boolean binary() {
    return all(() -> tag("0b"), () -> cut(() -> some(() -> oneOf("01"))));
  }

  boolean hexadecimal() {
    return all(() -> tag("0x"), () -> cut(() -> some(() -> oneOf("0123456789abcdefABCDEF"))));
  }

  boolean digits() {
    return some(() -> oneOf("0123456789"));
  }

  boolean decimal() {
    return all(
        () -> optional(() -> oneOf("+-")),
        () ->
            any(
                () ->
                    all(
                        this::digits,
                        () -> optional(() -> all(() -> tag("."), () -> optional(this::digits)))),
                () -> all(() -> tag("."), this::digits)),
        () ->
            optional(() ->
                all(
                    () -> oneOf("eE"),
                    () -> optional(() -> oneOf("+-")),
                    () -> cut(this::digits))));
  }

  boolean string() {
    return all(
        this::blank, () -> tag("\""), () -> cut(() -> many(this::character), () -> tag("\"")));
  }

  boolean character() {
    if (at < text.length() && text.charAt(at) != '\\' && text.charAt(at) != '"') {
      at++;
      return true;
    }
    String hexadecimal = "0123456789abcdefABCDEF";
    return any(
        () -> all(() -> tag("\\"), () -> oneOf("\\\"nrt")),
        () -> all(() -> tag("\\x"), () -> oneOf(hexadecimal), () -> oneOf(hexadecimal)));
  }

  /// Whether all of the text was read.
  boolean isDone() {
    return at == text.length();
  }

  /// The last identifier.
  String word() {
    return word;
  }
}
