package nib.engine.diagnosis;

/// What is between the two sides of an entry, in one word. Shown as glyph and word, never by colour
/// alone.
public enum Verdict {
  AGREES("✓", "agrees"),
  BROKEN("✗", "broken"),
  DOUBTFUL("!", "doubtful"),
  NOT_CHECKABLE("?", "not checkable"),
  NOT_BUILT("·", "not built");

  private final String glyph;
  private final String word;

  Verdict(String glyph, String word) {
    this.glyph = glyph;
    this.word = word;
  }

  public String glyph() {
    return glyph;
  }

  public String word() {
    return word;
  }
}
