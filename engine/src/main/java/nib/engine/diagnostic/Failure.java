package nib.engine.diagnostic;

/// Why something could not be done at all, in one sentence, and what cures it, in another.
///
/// A failure is not a finding: a finding says that the border is broken, a failure that nobody
/// could look (exit status 2 on the command line).
public record Failure(String what, String cure) {

  @Override
  public String toString() {
    return cure.isEmpty() ? what : what + "; " + cure;
  }
}
