package nib.cli;

import nib.engine.Entry;
import nib.engine.OpenedPackage;
import nib.engine.foreign.Convention;
import nib.engine.foreign.Direction;

/// The border for people: each function with its Pen type, its prototype below it, and where it
/// stands.
final class BorderText {

  private final Console console;

  BorderText(Console console) {
    this.console = console;
  }

  void print(OpenedPackage opened) {
    long imports = count(opened, Direction.IMPORT);
    long exports = count(opened, Direction.EXPORT);
    console.line(
        "%s: %s package, %s, %s"
            .formatted(
                console.bold(opened.name()),
                opened.kind(),
                Packages.count(imports, "foreign import", "foreign imports"),
                Packages.count(exports, "foreign export", "foreign exports")));
    section(opened, Direction.IMPORT, "Imports");
    section(opened, Direction.EXPORT, "Exports");
  }

  private static long count(OpenedPackage opened, Direction direction) {
    return opened.entries().stream().filter(one -> one.direction() == direction).count();
  }

  private void section(OpenedPackage opened, Direction direction, String title) {
    if (count(opened, direction) == 0) {
      return;
    }
    console.blank();
    console.line(console.bold(title));
    opened.entries().stream().filter(one -> one.direction() == direction).forEach(this::entry);
  }

  private void entry(Entry entry) {
    console.line(
        "  %s  %s  %s"
            .formatted(
                console.bold(entry.symbol()),
                entry.convention() == Convention.C ? "\"c\"" : entry.convention().word(),
                entry.penType()));
    console.line("      " + entry.prototypes().c());
    entry.remarks().forEach(remark -> console.line("      " + console.dim("note: " + remark)));
    console.line("      " + console.dim(console.shown(entry.location())));
  }
}
