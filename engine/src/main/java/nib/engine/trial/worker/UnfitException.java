package nib.engine.trial.worker;

/// Why a worker has no value to send back, and the cure. Checked: whoever catches it knows whether
/// the function has been called.
final class UnfitException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String what;
  private final String cure;

  UnfitException(String what, String cure) {
    super(what);
    this.what = what;
    this.cure = cure;
  }

  String what() {
    return what;
  }

  String cure() {
    return cure;
  }
}
