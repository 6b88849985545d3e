package nib.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import nib.engine.Workbench;
import nib.engine.diagnostic.FailureException;
import nib.engine.symbols.OpenLibrary;

/// What the commands of one run share: the console, and a workbench that is opened by the first who
/// asks.
final class Invocation implements AutoCloseable {

  private final Console console;
  private final Workbenches workbenches;
  private Optional<Workbench> workbench = Optional.empty();

  Invocation(Console console, Workbenches workbenches) {
    this.console = console;
    this.workbenches = workbenches;
  }

  Console console() {
    return console;
  }

  Workbench workbench() {
    if (workbench.isEmpty()) {
      workbench = Optional.of(workbenches.commands().get());
    }
    return workbench.get();
  }

  /// Opens a library for a listing; no workbench is needed for that.
  OpenLibrary openLibrary(Path file) throws FailureException {
    return OpenLibrary.open(file);
  }

  /// The window's own.
  Supplier<Workbench> windowsWorkbench() {
    return workbenches.window();
  }

  @Override
  public void close() {
    workbench.ifPresent(Workbench::close);
  }
}
