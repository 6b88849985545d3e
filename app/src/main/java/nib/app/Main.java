package nib.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Logger;
import nib.engine.LocalWorkbench;
import nib.engine.Workbench;

/// Starts the window. Not an `Application`: Java refuses to start one from the class path.
public final class Main {

  /// Held, because a logger that nobody holds forgets its filter.
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private Main() {}

  /// Opens the window on what the first argument names, if there is one.
  public static void main(String[] args) {
    launch(LocalWorkbench::standard, Arrays.stream(args).findFirst().map(Path::of));
  }

  /// Opens the window, and comes back when a person closes it.
  ///
  /// @param workbench makes the engine, away from the window's thread; the window closes it
  /// @param open a package folder, an archive or an object file to open at once
  public static void launch(Supplier<Workbench> workbench, Optional<Path> open) {
    // JavaFX on the class path works and says that it is unsupported, on every start.
    JAVAFX.setFilter(entry ->
        !String.valueOf(entry.getMessage()).startsWith("Unsupported JavaFX configuration"));
    WorkbenchApp.launch(workbench, open);
  }
}
