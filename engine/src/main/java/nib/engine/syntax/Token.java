package nib.engine.syntax;

import nib.engine.text.Span;

/// The smallest piece of a module's text that means something, or a comment.
///
/// @param text as written
public record Token(Kind kind, String text, Span span) {

  /// What a token is. Signs are one kind; their text tells them apart.
  public enum Kind {
    WORD,
    KEYWORD,
    NUMBER,
    STRING,
    /// A string literal that the file ends in.
    OPEN_STRING,
    SIGN,
    COMMENT,
    /// A character that begins no token.
    UNKNOWN,
    END
  }

  boolean is(String sign) {
    return text.equals(sign) && (kind == Kind.SIGN || kind == Kind.KEYWORD);
  }

  /// The token as a message names it.
  String shown() {
    return kind == Kind.END ? "the end of the file" : "`%s`".formatted(shortened());
  }

  private String shortened() {
    String line = text.lines().findFirst().orElse("");
    return line.length() > 40 ? line.substring(0, 40) + "…" : line;
  }
}
