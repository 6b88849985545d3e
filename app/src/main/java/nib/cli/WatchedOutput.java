package nib.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// Standard output, which a `PrintStream` above it takes for written whatever happens.
final class WatchedOutput extends FilterOutputStream {

  /// What the system says (`EPIPE`) when a reader such as `head` has seen enough.
  private static final String READER_LEFT = "Broken pipe";

  private Optional<String> lost = Optional.empty();

  WatchedOutput(OutputStream out) {
    super(out);
  }

  /// Why something was lost that somebody wanted to read.
  Optional<String> lost() {
    return lost;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      String why = String.valueOf(e.getMessage());
      if (lost.isEmpty() && !why.equals(READER_LEFT)) {
        lost = Optional.of(why);
      }
      throw e;
    }
  }
}
