package nib.engine.binary;

import java.io.IOException;

/// A file could not be read on: the disk failed, or what it holds is more than is kept. It is no
/// [java.io.UncheckedIOException], so that nobody who hands members on takes what went wrong while
/// something was written for this.
public final class ReadFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final IOException why;

  public ReadFailedException(IOException why) {
    super(why);
    this.why = why;
  }

  public IOException why() {
    return why;
  }
}
