package nib.engine.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs programs on this machine.
///
/// A program's children are found through the system's process table, so one that detaches itself
/// from its parent before the program ends is not ended with it.
public final class SystemCommands implements Commands {

  /// A longer line is cut into lines of this length, so that a program without line ends cannot
  /// fill the memory.
  private static final int LONGEST_LINE = 16 * 1024;

  /// How long a program that has ended is waited for to finish writing. A child that it left behind
  /// may hold its streams open for ever.
  private static final long LAST_WORDS_SECONDS = 2;

  @Override
  public Completion run(CommandLine line, OutputListener listener) throws InterruptedException {
    if (!Files.isDirectory(line.directory())) {
      return new Completion.NotStarted("there is no folder " + line.directory());
    }
    Process process;
    try {
      process = start(line);
    } catch (IOException e) {
      return new Completion.NotStarted(reason(e));
    }
    var readers =
        List.of(
            reader(process.getInputStream(), false, listener),
            reader(process.getErrorStream(), true, listener));
    try {
      if (!process.waitFor(line.limit().toNanos(), TimeUnit.NANOSECONDS)) {
        end(process);
        finish(readers);
        return new Completion.TimedOut(line.limit());
      }
      finish(readers);
      return new Completion.Exited(process.exitValue());
    } catch (InterruptedException e) {
      end(process);
      throw e;
    }
  }

  private static Process start(CommandLine line) throws IOException {
    var builder = new ProcessBuilder(line.command()).directory(line.directory().toFile());
    line.environment()
        .forEach((name, value) -> {
          if (value.isEmpty()) {
            builder.environment().remove(name);
          } else {
            builder.environment().put(name, value);
          }
        });
    var process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private static String reason(IOException e) {
    String message = String.valueOf(e.getMessage());
    int colon = message.lastIndexOf("error=");
    int comma = message.indexOf(", ", Math.max(0, colon));
    return colon >= 0 && comma >= 0 ? message.substring(comma + 2) : message;
  }

  /// Ends a program and everything it started, children first remembered, then ended, so that none
  /// is lost when its parent goes.
  static void end(Process process) {
    var all = new ArrayList<>(process.descendants().toList());
    process.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
  }

  private static Thread reader(InputStream stream, boolean error, OutputListener listener) {
    return Thread.ofPlatform()
        .daemon()
        .name("output of a command")
        .start(() -> readLines(stream, error, listener));
  }

  private static void readLines(InputStream stream, boolean error, OutputListener listener) {
    var line = new byte[LONGEST_LINE];
    int length = 0;
    try (stream) {
      var chunk = new byte[8192];
      for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
        for (int i = 0; i < count; i++) {
          if (chunk[i] == '\n' || length == LONGEST_LINE) {
            tell(listener, error, line, length);
            length = 0;
          }
          if (chunk[i] != '\n') {
            line[length++] = chunk[i];
          }
        }
      }
    } catch (IOException e) {
      // The stream went with the program; what came before it is what there is.
    }
    if (length > 0) {
      tell(listener, error, line, length);
    }
  }

  private static void tell(OutputListener listener, boolean error, byte[] line, int length) {
    int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    String text = new String(line, 0, end, StandardCharsets.UTF_8);
    synchronized (listener) {
      listener.line(error, text);
    }
  }

  private static void finish(List<Thread> readers) throws InterruptedException {
    for (var reader : readers) {
      reader.join(TimeUnit.SECONDS.toMillis(LAST_WORDS_SECONDS));
    }
  }
}
