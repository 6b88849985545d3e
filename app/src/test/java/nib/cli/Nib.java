package nib.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import nib.engine.LocalWorkbench;
import nib.engine.Workbench;

/// Runs commands in this process, with a state and a cache of their own.
final class Nib {

  static final Path SAMPLES = Path.of("../sample-packages").toAbsolutePath().normalize();

  private final Path folder;

  Nib(Path folder) {
    this.folder = folder;
  }

  /// What a command left.
  record Result(int status, String out, String err) {}

  Result run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int status =
        Main.run(
            arguments,
            new Main.Streams(print(out), print(err)),
            new Workbenches(this::workbench, this::workbench));
    return new Result(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Workbench workbench() {
    return new LocalWorkbench(folder.resolve("state"), folder.resolve("cache"));
  }

  static String sample(String name) {
    return SAMPLES.resolve(name).toString();
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
