package nib.app;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Commands for a terminal that show the same as the window does.
public final class Terminal {

  private Terminal() {}

  public static String check(Path packageRoot, String triple) {
    return line(Stream.of("nib", "check", packageRoot.toString(), "-t", triple));
  }

  public static String build(Path packageRoot, String triple) {
    return line(Stream.of("nib", "build", packageRoot.toString(), "-t", triple));
  }

  /// A call; `--` keeps a negative number from being an option.
  public static String call(Path packageRoot, String function, List<String> arguments) {
    return line(
        Stream.concat(
            Stream.of("nib", "call", packageRoot.toString(), function, "--"), arguments.stream()));
  }

  private static String line(Stream<String> words) {
    return words.map(Terminal::quoted).collect(Collectors.joining(" "));
  }

  /// For a POSIX shell.
  private static String quoted(String word) {
    return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
