package nib.cli;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nib.engine.diagnostic.FailureException;

/// The way from the command line to the window.
final class Window {

  /// What JavaFX needs on Linux and does not bring with it.
  private static final List<String> LIBRARIES = List.of("libgtk-3.so.0", "libXtst.so.6");

  private Window() {}

  static int open(Invocation invocation, List<Path> paths) throws FailureException {
    if (!displayed()) {
      throw new FailureException(
          "there is no display to open a window on",
          "use the command line, `nib --help`, or set DISPLAY");
    }
    var missing = missingLibrary();
    if (missing.isPresent()) {
      throw withoutLibrary(missing.get());
    }
    var open = paths.stream().map(Path::toAbsolutePath).toList();
    try {
      nib.app.Main.launch(invocation.windowsWorkbench(), open);
    } catch (UnsupportedOperationException e) {
      if (String.valueOf(e.getMessage()).contains("DISPLAY")) {
        throw withoutDisplay();
      }
      throw e;
    }
    return Status.FINE;
  }

  private static FailureException withoutDisplay() {
    return new FailureException(
        "no window can be opened on the display " + System.getenv("DISPLAY"),
        "set DISPLAY to one that is there and yours, or use the command line, `nib --help`");
  }

  static FailureException withoutLibrary(String library) {
    return new FailureException(
        library + ", which windows are drawn with, is not on this machine",
        "install GTK 3 and libXtst (on Debian: apt-get install libgtk-3-0 libxtst6), or use the "
            + "command line, `nib --help`");
  }

  /// What JavaFX would not find, which it says with a stack trace. What is found stays loaded for
  /// it.
  private static Optional<String> missingLibrary() {
    boolean linux = System.getProperty("os.name", "").equals("Linux");
    return linux && System.getProperty("glass.platform") == null
        ? LIBRARIES.stream().filter(library -> !isThere(library)).findFirst()
        : Optional.empty();
  }

  @SuppressWarnings("restricted") // nothing of the library is called
  static boolean isThere(String library) {
    try {
      SymbolLookup.libraryLookup(library, Arena.global());
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
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
