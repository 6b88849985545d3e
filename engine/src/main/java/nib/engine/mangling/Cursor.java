package nib.engine.mangling;

/// A place in a mangled name, and the few ways to move on from it.
final class Cursor {

  /// What [#peek] says at the end.
  static final char END = '\0';

  private static final int DEEPEST = 200;
  private static final int MOST_DIGITS = 9;

  private final String text;
  private int at;
  private int depth;

  Cursor(String text, int at) {
    this.text = text;
    this.at = at;
  }

  boolean atEnd() {
    return at == text.length();
  }

  int position() {
    return at;
  }

  void moveTo(int position) throws NotUnderstood {
    if (position < 0 || position > text.length()) {
      throw new NotUnderstood();
    }
    at = position;
  }

  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : END;
  }

  boolean peekIs(String expected) {
    return text.startsWith(expected, at);
  }

  char next() throws NotUnderstood {
    if (atEnd()) {
      throw new NotUnderstood();
    }
    return text.charAt(at++);
  }

  boolean take(char expected) {
    boolean there = !atEnd() && text.charAt(at) == expected;
    at += there ? 1 : 0;
    return there;
  }

  boolean take(String expected) {
    boolean there = text.startsWith(expected, at);
    at += there ? expected.length() : 0;
    return there;
  }

  void expect(char expected) throws NotUnderstood {
    if (!take(expected)) {
      throw new NotUnderstood();
    }
  }

  String take(int length) throws NotUnderstood {
    if (length > text.length() - at) {
      throw new NotUnderstood();
    }
    at += length;
    return text.substring(at - length, at);
  }

  String rest() {
    String rest = text.substring(at);
    at = text.length();
    return rest;
  }

  /// Decimal digits, none included.
  String digits() {
    int start = at;
    while (isDigit(peek())) {
      at++;
    }
    return text.substring(start, at);
  }

  /// A number as the mangling writes it: `n` stands for the minus sign.
  String signedDigits() {
    return take('n') ? "-" + digits() : digits();
  }

  /// A number that has to be there.
  int number() throws NotUnderstood {
    String digits = digits();
    if (digits.isEmpty() || digits.length() > MOST_DIGITS) {
      throw new NotUnderstood();
    }
    return Integer.parseInt(digits);
  }

  /// One level deeper; a name nested beyond any real one is not understood. The opposite of
  /// [#leave].
  void enter() throws NotUnderstood {
    if (++depth > DEEPEST) {
      throw new NotUnderstood();
    }
  }

  void leave() {
    depth--;
  }

  static boolean isDigit(char one) {
    return one >= '0' && one <= '9';
  }
}
