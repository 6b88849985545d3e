package nib.cli;

import java.nio.file.Path;
import java.util.List;
import nib.engine.diagnostic.FailureException;

/// The way from the command line to the window.
final class Window {

  private Window() {}

  static int open(Invocation invocation, List<Path> paths) throws FailureException {
    if (!displayed()) {
      throw new FailureException(
          "there is no display to open a window on",
          "use the command line, `nib --help`, or set DISPLAY");
    }
    nib.app.Main.launch(
        invocation.windowsWorkbench(), paths.stream().map(Path::toAbsolutePath).toList());
    return Status.FINE;
  }

  /// Whether this machine shows windows: always on other systems, with a server named on Unix.
  static boolean displayed() {
    String system = System.getProperty("os.name", "");
    if (system.startsWith("Windows") || system.startsWith("Mac")) {
      return true;
    }
    return System.getProperty("glass.platform") != null || isSet("DISPLAY");
  }

  private static boolean isSet(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isEmpty();
  }
}
