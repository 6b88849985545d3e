package nib.engine.mangling;

/// The text of a Rust name as it grows.
final class RustOutput {

  private static final int LONGEST = 1 << 16;

  private final StringBuilder text = new StringBuilder();
  private boolean silent;

  void write(String words) throws NotUnderstood {
    if (silent) {
      return;
    }
    if (text.length() + words.length() > LONGEST) {
      throw new NotUnderstood();
    }
    text.append(words);
  }

  /// Reads on and writes nothing.
  void silently(Step step) throws NotUnderstood {
    boolean outer = silent;
    silent = true;
    step.run();
    silent = outer;
  }

  boolean isSilent() {
    return silent;
  }

  String text() {
    return text.toString();
  }

  /// A part of the reading.
  @FunctionalInterface
  interface Step {
    void run() throws NotUnderstood;
  }
}
