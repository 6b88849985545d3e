package nib.app.assist;

import java.util.Optional;
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

  /// The part of a name that a character belongs to, of those that quotes divide; empty where it
  /// belongs to none.
  static Optional<Span> at(String text, int offset) {
    if (!isPart(text, offset)) {
      return Optional.empty();
    }
    int start = offset;
    while (isPart(text, start - 1)) {
      start--;
    }
    int end = offset;
    while (isPart(text, end)) {
      end++;
    }
    return Optional.of(new Span(start, end));
  }

  private static boolean isPart(String text, int at) {
    return at >= 0 && at < text.length() && belongs(text.charAt(at)) && text.charAt(at) != '\'';
  }

  /// Where what is written of a name ends, behind a caret in it, when another one takes its place:
  /// a name without a quote leaves what stands behind a quote, and one that ends in a quote, too.
  static int endBehind(String text, int caret, String written) {
    int end = caret;
    while (end < text.length() && belongs(text.charAt(end))) {
      if (text.charAt(end) == '\'') {
        if (written.endsWith("'")) {
          return end + 1;
        }
        if (!written.contains("'")) {
          return end;
        }
      }
      end++;
    }
    return end;
  }

  /// The offset itself, or the character before it where a name ends: a caret stands between two
  /// characters, and people mean the name that it touches.
  static int onto(String text, int offset) {
    int within = Math.clamp(offset, 0, text.length());
    boolean here = within < text.length() && belongs(text.charAt(within));
    return !here && within > 0 && belongs(text.charAt(within - 1)) ? within - 1 : within;
  }
}
