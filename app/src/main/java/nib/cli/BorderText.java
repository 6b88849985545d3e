package nib.cli;

import java.util.List;
import nib.engine.DependencyView;
import nib.engine.DependencyView.State;
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

  /// @param dependencies whether to go on with the borders of what the package depends on
  void print(OpenedPackage opened, boolean dependencies) {
    long imports = count(opened.entries(), Direction.IMPORT);
    long exports = count(opened.entries(), Direction.EXPORT);
    console.line(
        "%s: %s package, %s, %s"
            .formatted(
                console.bold(opened.name()),
                opened.kind(),
                Packages.count(imports, "foreign import", "foreign imports"),
                Packages.count(exports, "foreign export", "foreign exports")));
    sections(opened.entries());
    if (dependencies) {
      opened.dependencies().forEach(this::dependency);
    }
  }

  private void dependency(DependencyView view) {
    console.blank();
    String title = "%s (%s)".formatted(console.bold(view.name()), view.url());
    switch (view.state()) {
      case State.Read(_, var entries) -> {
        console.line(
            "%s: %s, %s"
                .formatted(
                    title,
                    Packages.count(
                        count(entries, Direction.IMPORT), "foreign import", "foreign imports"),
                    Packages.count(
                        count(entries, Direction.EXPORT), "foreign export", "foreign exports")));
        sections(entries);
      }
      case State.Git(var command) -> {
        console.line(title + ": not fetched");
        console.line("      " + console.dim(command));
      }
      case State.Unavailable(var why) -> {
        console.line("%s: %s".formatted(title, why.what()));
        console.line("      " + console.dim(why.cure()));
      }
    }
  }

  private static long count(List<Entry> entries, Direction direction) {
    return entries.stream().filter(one -> one.direction() == direction).count();
  }

  private void sections(List<Entry> entries) {
    section(entries, Direction.IMPORT, "Imports");
    section(entries, Direction.EXPORT, "Exports");
  }

  private void section(List<Entry> entries, Direction direction, String title) {
    if (count(entries, direction) == 0) {
      return;
    }
    console.blank();
    console.line(console.bold(title));
    entries.stream().filter(one -> one.direction() == direction).forEach(this::entry);
  }

  private void entry(Entry entry) {
    console.line(
        "  %s  %s  %s"
            .formatted(
                console.bold(entry.symbol()),
                entry.convention() == Convention.C ? "\"c\"" : entry.convention().word(),
                entry.penType()));
    console.line("      " + entry.prototypes().c().text());
    entry.remarks().forEach(remark -> console.line("      " + console.dim("note: " + remark)));
    console.line("      " + console.dim(console.shown(entry.location())));
  }
}
