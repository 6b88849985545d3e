package nib.engine.syntax;

/// Finds where a number literal ends.
///
/// A literal is binary, hexadecimal or decimal: digits with a point among them, before or behind,
/// and an exponent. Its prefixes are lower case. Source: `number_literal` in
/// `lib/parse/src/parser.rs` and the float recogniser of the `nom` library that it calls.
final class NumberReader {

  private final String text;
  private int at;

  private NumberReader(String text, int at) {
    this.text = text;
    this.at = at;
  }

  /// Behind the literal that starts at `start` with a digit, or with a point and a digit. What went
  /// wrong in a malformed one is part of it.
  static int end(String text, int start) {
    var reader = new NumberReader(text, start);
    reader.number();
    return reader.at;
  }

  private void number() {
    if (text.startsWith("0b", at)) {
      at += 2;
      int first = at;
      pass(NumberReader::isBinaryDigit);
      passRest(first);
      pass(Lexer::isDigit);
    } else if (text.startsWith("0x", at)) {
      at += 2;
      int first = at;
      pass(NumberReader::isHexadecimalDigit);
      passRest(first);
    } else {
      decimal();
    }
  }

  private void decimal() {
    pass(Lexer::isDigit);
    // `1...xs` cannot be, but whoever writes it forgot a comma and means no `1.` and `..`.
    if (peek(0) == '.' && !text.startsWith("...", at)) {
      at++;
      pass(Lexer::isDigit);
    }
    if (peek(0) == 'e' || peek(0) == 'E') {
      at += peek(1) == '+' || peek(1) == '-' ? 2 : 1;
      int first = at;
      pass(Lexer::isDigit);
      passRest(first);
    }
  }

  /// Passes what stands in the place of digits where there are none.
  private void passRest(int first) {
    if (at == first) {
      at = Lexer.endOfWord(text, at);
    }
  }

  private void pass(CharacterSet set) {
    while (at < text.length() && set.contains(text.charAt(at))) {
      at++;
    }
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
  }

  static boolean isBinaryDigit(char c) {
    return c == '0' || c == '1';
  }

  static boolean isHexadecimalDigit(char c) {
    return Lexer.isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  @FunctionalInterface
  private interface CharacterSet {
    boolean contains(char c);
  }
}
