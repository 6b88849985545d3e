package nib.engine.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Reads both streams of a running program, and tells a listener the lines in one order.
///
/// The streams are read to their ends whatever the listener does: a program whose output nobody
/// takes stands still as soon as the pipe is full.
final class ProcessOutput implements AutoCloseable {

  /// A longer line is cut into lines of this length, so that a program without line ends cannot
  /// fill the memory.
  private static final int LONGEST_LINE = 16 * 1024;

  /// How long a program that has ended is waited for to finish writing. A child that it left behind
  /// may hold its streams open for ever.
  private static final long LAST_WORDS_MILLIS = 2000;

  private final Process process;
  private final OutputListener listener;
  private final List<Thread> readers = new ArrayList<>();
  private final Object gate = new Object();
  private boolean closed;
  private Optional<RuntimeException> failure = Optional.empty();

  ProcessOutput(Process process, OutputListener listener) {
    this.process = process;
    this.listener = listener;
  }

  void read() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // It has ended already and does not want to read anything.
    }
    readers.add(reader(process.getInputStream(), false));
    readers.add(reader(process.getErrorStream(), true));
  }

  /// Waits until all was read, but not for ever.
  void finish() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LAST_WORDS_MILLIS);
    for (var reader : readers) {
      TimeUnit.NANOSECONDS.timedJoin(reader, Math.max(1, end - System.nanoTime()));
    }
    synchronized (gate) {
      if (failure.isPresent()) {
        throw failure.get();
      }
    }
  }

  /// The listener hears nothing from here on.
  @Override
  public void close() {
    synchronized (gate) {
      closed = true;
    }
  }

  private Thread reader(InputStream stream, boolean error) {
    return Thread.ofPlatform()
        .daemon()
        .name("output of " + process.pid())
        .start(() -> readLines(stream, error));
  }

  private void readLines(InputStream stream, boolean error) {
    var line = new byte[LONGEST_LINE];
    int length = 0;
    try (stream) {
      var chunk = new byte[8192];
      for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
        for (int i = 0; i < count; i++) {
          if (chunk[i] == '\n' || length == LONGEST_LINE) {
            tell(error, line, length);
            length = 0;
          }
          if (chunk[i] != '\n') {
            line[length++] = chunk[i];
          }
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // The stream went with the program; what came before it is what there is.
    }
    if (length > 0) {
      tell(error, line, length);
    }
  }

  private void tell(boolean error, byte[] line, int length) {
    int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    String text = new String(line, 0, end, StandardCharsets.UTF_8);
    synchronized (gate) {
      if (closed || failure.isPresent()) {
        return;
      }
      try {
        listener.line(error, text);
      } catch (RuntimeException e) {
        failure = Optional.of(e);
      }
    }
  }
}
