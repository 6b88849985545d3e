package nib.engine.assist;

import java.util.Optional;
import nib.engine.text.Span;

/// What has been typed of a name in front of a caret.
///
/// @param qualifier what stands before a quote
/// @param name may be empty
/// @param span all of it
record Typed(Optional<String> qualifier, String name, Span span) {

  static Typed before(String text, int offset) {
    int start = wordStart(text, offset);
    String name = text.substring(start, offset);
    if (start >= 2 && text.charAt(start - 1) == '\'' && isWordPart(text.charAt(start - 2))) {
      int prefix = wordStart(text, start - 1);
      return new Typed(
          Optional.of(text.substring(prefix, start - 1)), name, new Span(prefix, offset));
    }
    return new Typed(Optional.empty(), name, new Span(start, offset));
  }

  int start() {
    return span.start();
  }

  private static int wordStart(String text, int end) {
    int start = end;
    while (start > 0 && isWordPart(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isWordPart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
