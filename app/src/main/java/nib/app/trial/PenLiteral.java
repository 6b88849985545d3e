package nib.app.trial;

import java.util.Optional;

/// Pen literals as a form needs them: what is wrong with what is being typed, and quotes on and
/// off. The engine has the last word; this is for the moment between two keystrokes.
final class PenLiteral {

  private static final String ESCAPES = "\\\"nrt";

  private PenLiteral() {}

  /// What is wrong with a number literal; empty when nothing is.
  static Optional<String> numberProblem(String text) {
    String number = text.strip();
    if (number.isEmpty()) {
      return Optional.of("a number is needed");
    }
    boolean fine =
        number.matches("0b[01]+|0x[0-9a-fA-F]+")
            || number.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    return fine ? Optional.empty() : Optional.of("not a number: write 1, -2.5, 1e3 or 0xff");
  }

  /// What is wrong with the inside of a string literal; empty when nothing is. A bare quote is
  /// fine: [#quoted] escapes it.
  static Optional<String> stringProblem(String text) {
    for (int at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at)) {
      int length = escapeLength(text, at);
      if (length == 0) {
        return Optional.of("a backslash starts one of \\\\ \\\" \\n \\r \\t \\xHH");
      }
      at += length;
    }
    return Optional.empty();
  }

  /// The literal of a string whose escapes are already written.
  static String quoted(String text) {
    var out = new StringBuilder("\"");
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int length = c == '\\' ? Math.max(1, escapeLength(text, at)) : 1;
      if (c == '"') {
        out.append('\\');
      }
      out.append(text, at, at + length);
      at += length;
    }
    return out.append('"').toString();
  }

  /// The inside of a string literal, its escapes left as they are.
  static String unquoted(String literal) {
    boolean quotes = literal.length() >= 2 && literal.startsWith("\"") && literal.endsWith("\"");
    return quotes ? literal.substring(1, literal.length() - 1) : literal;
  }

  private static int escapeLength(String text, int at) {
    if (at + 1 >= text.length()) {
      return 0;
    }
    char kind = text.charAt(at + 1);
    if (ESCAPES.indexOf(kind) >= 0) {
      return 2;
    }
    boolean hex =
        kind == 'x'
            && at + 3 < text.length()
            && Character.digit(text.charAt(at + 2), 16) >= 0
            && Character.digit(text.charAt(at + 3), 16) >= 0;
    return hex ? 4 : 0;
  }
}
