package nib.engine.syntax;

/// Ends an attempt to read the text in one of two possible ways.
final class Mismatch extends RuntimeException {

  private static final long serialVersionUID = 1;

  /// Without a stack trace: nobody reads it, and there can be many.
  Mismatch() {
    super("the text reads otherwise", null, false, false);
  }
}
