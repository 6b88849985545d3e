package nib.engine.diagnosis;

/// What a verdict rests on, from nothing upward.
public enum Tier {
  NONE("no evidence"),
  SYMBOL("symbol");

  private final String word;

  Tier(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
