package nib.engine.foreign;

/// The calling conventions of foreign functions (Pen manual, "Importing functions in foreign
/// languages").
public enum Convention {
  /// `"c"`: the platform's C convention, with exactly the declared parameters.
  C("c"),
  /// The language's own: a continuation stack and a continuation come before the declared
  /// parameters, and the result goes to the continuation.
  NATIVE("native");

  private final String word;

  Convention(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
