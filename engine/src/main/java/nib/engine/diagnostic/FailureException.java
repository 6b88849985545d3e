package nib.engine.diagnostic;

/// Carries a [Failure] to whoever shows it. Checked, because the caller has to say what goes on
/// without the thing that failed.
public final class FailureException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  public FailureException(Failure failure) {
    super(failure.what());
    this.failure = failure;
  }

  public FailureException(String what, String cure) {
    super(what);
    this.failure = new Failure(what, cure);
  }

  public FailureException(String what, String cure, Throwable cause) {
    super(what, cause);
    this.failure = new Failure(what, cure);
  }

  public Failure failure() {
    return failure;
  }
}
