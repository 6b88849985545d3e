package nib.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Logger;
import nib.engine.LocalWorkbench;
import nib.engine.Workbench;

/// Starts the window. Not an `Application`: Java refuses to start one from the class path.
public final class Main {

  /// Held, because a logger that nobody holds forgets its filter.
  private static final Logger JAVAFX = Logger.getLogger("javafx");

  private Main() {}

  /// Opens the window on what the arguments name, if there are any.
  public static void main(String[] args) {
    launch(LocalWorkbench::standard, Arrays.stream(args).map(Path::of).toList());
  }

  /// Opens the window, and comes back when a person closes it.
  ///
  /// @param workbench makes the engine, away from the window's thread; the window closes it
  /// @param open package folders, or one archive or object file, to open at once
  public static void launch(Supplier<Workbench> workbench, List<Path> open) {
    // JavaFX on the class path works and says that it is unsupported, on every start.
    JAVAFX.setFilter(entry ->
        !String.valueOf(entry.getMessage()).startsWith("Unsupported JavaFX configuration"));
    WorkbenchApp.launch(workbench, open);
  }
}
