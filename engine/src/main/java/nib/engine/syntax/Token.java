package nib.engine.syntax;

import nib.engine.text.Excerpt;
import nib.engine.text.Span;

/// The smallest piece of a module's text that means something, or a comment.
///
/// @param text as written
public record Token(Kind kind, String text, Span span) {

  private static final int LONGEST_SHOWN = 40;

  /// What a token is. Signs are one kind; their text tells them apart.
  public enum Kind {
    WORD,
    KEYWORD,
    NUMBER,
    STRING,
    /// A string literal that the file, or the line, ends in.
    OPEN_STRING,
    SIGN,
    COMMENT,
    /// Characters that begin no token.
    UNKNOWN,
    END
  }

  /// The token as a message names it.
  String shown() {
    return kind == Kind.END ? "the end of the file" : "`%s`".formatted(shortened());
  }

  private String shortened() {
    int end = 0;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return Excerpt.of(text.substring(0, end), LONGEST_SHOWN);
  }
}
