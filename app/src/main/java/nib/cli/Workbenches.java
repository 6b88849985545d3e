package nib.cli;

import java.util.function.Supplier;
import nib.engine.LocalWorkbench;
import nib.engine.Workbench;

/// Where a run gets its engine from. A command takes the variable `PEN_ROOT` before what the window
/// remembers; the window takes its setting before the variable, however it was opened.
///
/// @param commands for what runs here
/// @param window for the window, which closes it
record Workbenches(Supplier<Workbench> commands, Supplier<Workbench> window) {

  static Workbenches local() {
    return new Workbenches(LocalWorkbench::commandLine, LocalWorkbench::standard);
  }
}
