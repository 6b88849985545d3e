package nib.engine.dwarf;

/// Says that debugging information is not of the common kind that [PlainSignatures] reads, or may
/// be damaged. What it is matters to nobody: [Signatures] reads it then.
final class NotPlainException extends Exception {

  private static final long serialVersionUID = 1L;

  NotPlainException() {
    super("not plain", null, false, false);
  }

  /// Fails unless it `holds`.
  static void unless(boolean holds) throws NotPlainException {
    if (!holds) {
      throw new NotPlainException();
    }
  }
}
