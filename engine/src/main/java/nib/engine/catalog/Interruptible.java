package nib.engine.catalog;

/// A text that ends an endless match: a regular expression can take longer over a name than anybody
/// waits, and asks for characters all the while.
final class Interruptible implements CharSequence {

  private static final int OFTEN = 1 << 12;

  private final CharSequence text;
  private final Thread caller;
  private int asked;

  /// Thrown where the thread that asked for the match was interrupted.
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  Interruptible(CharSequence text, Thread caller) {
    this.text = text;
    this.caller = caller;
  }

  @Override
  public char charAt(int index) {
    if (++asked % OFTEN == 0 && caller.isInterrupted()) {
      throw new Stopped();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
