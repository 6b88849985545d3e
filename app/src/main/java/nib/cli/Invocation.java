package nib.cli;

import java.util.Optional;
import java.util.function.Supplier;
import nib.engine.Workbench;

/// What the commands of one run share: the console, and a workbench that is opened by the first who
/// asks.
final class Invocation implements AutoCloseable {

  private final Console console;
  private final Supplier<Workbench> supplier;
  private Optional<Workbench> workbench = Optional.empty();

  Invocation(Console console, Supplier<Workbench> supplier) {
    this.console = console;
    this.supplier = supplier;
  }

  Console console() {
    return console;
  }

  Workbench workbench() {
    if (workbench.isEmpty()) {
      workbench = Optional.of(supplier.get());
    }
    return workbench.get();
  }

  Supplier<Workbench> supplier() {
    return supplier;
  }

  @Override
  public void close() {
    workbench.ifPresent(Workbench::close);
  }
}
