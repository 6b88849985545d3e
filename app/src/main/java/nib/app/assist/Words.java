package nib.app.assist;

import nib.engine.text.Span;

/// Names as they stand in a text: letters, digits, `_`, and the `'` that qualifies them.
final class Words {

  private Words() {}

  static boolean belongs(int character) {
    return Character.isLetterOrDigit(character) || character == '_' || character == '\'';
  }

  static boolean isName(String text) {
    return text.chars().allMatch(Words::belongs);
  }

  /// The name at an offset, or the one that ends there; empty at the offset where none is.
  static Span around(String text, int offset) {
    int at = onto(text, offset);
    int start = at;
    while (start > 0 && belongs(text.charAt(start - 1))) {
      start--;
    }
    int end = at;
    while (end < text.length() && belongs(text.charAt(end))) {
      end++;
    }
    return new Span(start, end);
  }

  /// The offset itself, or the character before it where a name ends: a caret stands between two
  /// characters, and people mean the name that it touches.
  static int onto(String text, int offset) {
    int within = Math.clamp(offset, 0, text.length());
    boolean here = within < text.length() && belongs(text.charAt(within));
    return !here && within > 0 && belongs(text.charAt(within - 1)) ? within - 1 : within;
  }
}
