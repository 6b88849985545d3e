package nib.app.trial;

/// A string literal in a text field: its quotes are left away, its escapes stay as they are
/// written.
final class StringField {

  private StringField() {}

  /// The literal of what a field holds. A bare quote is escaped; a backslash takes the next
  /// character along, whatever it is: whether that is an escape is for the engine to say.
  static String quoted(String text) {
    var out = new StringBuilder("\"");
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        out.append('\\');
      }
      out.append(c);
      if (c == '\\' && at + 1 < text.length()) {
        at++;
        out.append(text.charAt(at));
      }
    }
    return out.append('"').toString();
  }

  /// The inside of a string literal, its escapes left as they are.
  static String unquoted(String literal) {
    boolean quotes = literal.length() >= 2 && literal.startsWith("\"") && literal.endsWith("\"");
    return quotes ? literal.substring(1, literal.length() - 1) : literal;
  }

  /// Whether the text ends in the middle of an escape, which would take the closing quote along.
  static boolean endsInEscape(String text) {
    int backslashes = 0;
    while (backslashes < text.length() && text.charAt(text.length() - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }
}
