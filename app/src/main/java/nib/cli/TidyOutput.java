package nib.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Output of commands that may go on for long. The collector that they run with, which starts
/// sooner than others, collects old objects only when all the memory that it may take is full, a
/// quarter of the machine's: until then what a listing left behind would pile up with the archive's
/// size.
class TidyOutput extends FilterOutputStream {

  /// What may pile up, in bytes, beside the young objects.
  private static final long MOST = 48L << 20;

  /// How many bytes are written between two looks.
  private static final int STEP = 1 << 12;

  private int written;
  private long kept;

  TidyOutput(OutputStream out) {
    super(out);
  }

  /// How many bytes are taken, by what is needed and what was left behind.
  long used() {
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /// Leaves what is needed.
  void collect() {
    System.gc();
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    written += Math.min(length, STEP);
    if (written >= STEP) {
      written = 0;
      tidy();
    }
  }

  private void tidy() {
    // Where much is needed a collection takes long, so then more has to be worth it.
    if (used() > kept + Math.max(MOST, kept / 2)) {
      collect();
      kept = used();
    }
  }
}
