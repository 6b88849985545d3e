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
    var open = paths.stream().map(Path::toAbsolutePath).toList();
    try {
      nib.app.Main.launch(invocation.windowsWorkbench(), open);
    } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
      throw unopened(e);
    }
    return Status.FINE;
  }

  /// Why there is no window, from what JavaFX says when it finds no display or not its libraries.
  static FailureException unopened(Throwable why) {
    String said = String.valueOf(why.getMessage());
    return said.contains("DISPLAY")
        ? new FailureException(
            "no window can be opened on the display " + System.getenv("DISPLAY"),
            "set DISPLAY to one that is there and yours, or use the command line, `nib --help`")
        : new FailureException(
            "libraries that windows are drawn with are not on this machine: " + said,
            "install GTK 3 and libXtst (on Debian: apt-get install libgtk-3-0 libxtst6), or use the "
                + "command line, `nib --help`");
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
