package nib.engine.process;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Runs programs on this machine, without anything to read on standard input.
///
/// A program that still runs when this process is told to end (Ctrl+C, a signal, closing the
/// window) is ended as well, with everything it started.
public final class SystemCommands implements Commands {

  /// How the JDK tells why the system did not start a program, by version and system: `error=2, No
  /// such file`, `error: 2 (No such file)`.
  private static final Pattern REASON =
      Pattern.compile("error[:=] ?\\d+(?:, | \\()(?<why>.*?)\\)?\\s*$", Pattern.DOTALL);

  @Override
  public Completion run(CommandLine line, OutputListener listener) throws InterruptedException {
    if (!Files.isDirectory(line.directory())) {
      return new Completion.NotStarted("there is no folder " + line.directory());
    }
    Process process;
    try {
      process = builder(line).start();
    } catch (IOException e) {
      return new Completion.NotStarted(reason(e));
    }
    var output = new ProcessOutput(process, listener);
    try (var _ = ProcessTree.endAtExit(process)) {
      output.read();
      boolean ended = process.waitFor(line.limit().toNanos(), TimeUnit.NANOSECONDS);
      if (!ended) {
        ProcessTree.end(process);
      }
      output.finish();
      return ended
          ? new Completion.Exited(process.exitValue())
          : new Completion.TimedOut(line.limit());
    } catch (InterruptedException e) {
      ProcessTree.end(process);
      throw e;
    } finally {
      output.close();
    }
  }

  private static ProcessBuilder builder(CommandLine line) {
    var builder = new ProcessBuilder(line.command()).directory(line.directory().toFile());
    line.environment()
        .forEach((name, value) -> {
          if (value.isEmpty()) {
            builder.environment().remove(name);
          } else {
            builder.environment().put(name, value);
          }
        });
    return builder;
  }

  private static String reason(IOException e) {
    String message = String.valueOf(e.getMessage());
    var match = REASON.matcher(message);
    return match.find() ? message.substring(match.start("why"), match.end("why")) : message;
  }
}
