package nib.engine.oracle;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Runs programs that tests compare with. A missing one is said aloud, never passed over.
public final class Tool {

  private static final long LIMIT_MINUTES = 2;

  private Tool() {}

  /// What the program wrote to standard output, one character a byte. Fails the test when the
  /// program is missing or fails.
  public static String run(Path folder, String... command) {
    return run(folder, Path.of("/dev/null"), command);
  }

  /// The same with the program's standard input from a file.
  public static String run(Path folder, Path input, String... command) {
    if (!isInstalled(command[0])) {
      fail("this test needs `%s`; install it (%s)".formatted(command[0], packages(command[0])));
    }
    try {
      var output = Files.createTempFile("tool", ".out");
      var errors = Files.createTempFile("tool", ".err");
      try {
        var process =
            new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        assertTrue(process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES), "timed out: " + command[0]);
        String said = Files.readString(errors, StandardCharsets.ISO_8859_1);
        assertTrue(process.exitValue() == 0, () -> String.join(" ", command) + " failed:\n" + said);
        return Files.readString(output, StandardCharsets.ISO_8859_1);
      } finally {
        Files.delete(output);
        Files.delete(errors);
      }
    } catch (IOException e) {
      return fail("cannot run " + command[0], e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fail("interrupted", e);
    }
  }

  /// Leaves the test out, with a message, where the program is not installed.
  public static void assume(String program) {
    assumeTrue(isInstalled(program), () -> "left out: `%s` is not installed".formatted(program));
  }

  /// A library that comes with the C or C++ compiler, such as `libc.a`.
  public static Path compilerLibrary(String name) {
    var path = Path.of(run(Path.of("."), "gcc", "-print-file-name=" + name).strip());
    assertTrue(path.isAbsolute(), () -> "the compiler has no " + name);
    return path;
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
  }

  private static String packages(String program) {
    return "apt-get install "
        + switch (program) {
          case "gcc", "g++", "clang", "rustc", "valgrind" -> program;
          case "clang++" -> "clang";
          default -> "binutils llvm";
        };
  }
}
