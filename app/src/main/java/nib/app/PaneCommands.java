package nib.app;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import nib.app.Drawer.Tab;
import nib.app.prototype.PrototypeViewModel;
import nib.app.style.Look;
import nib.app.symbols.ExplorerViewModel;
import nib.app.symbols.ExplorerViewModel.Mode;
import nib.app.table.Clip;

/// What can be done with the panes around the text.
final class PaneCommands {

  private PaneCommands() {}

  static List<Command> of(Drawer drawer) {
    return List.of(
        Command.of("Findings", "Ctrl+1", () -> drawer.toggle(Tab.FINDINGS), "Ctrl+1"),
        Command.of("Build output", "Ctrl+2", () -> drawer.toggle(Tab.BUILD), "Ctrl+2"),
        Command.of("Symbols", "Ctrl+3", () -> drawer.toggle(Tab.SYMBOLS), "Ctrl+3"),
        Command.of("Trials", "Ctrl+4", () -> drawer.toggle(Tab.TRIALS), "Ctrl+4"),
        Command.of("Usages", "Ctrl+5", () -> drawer.toggle(Tab.USAGES), "Ctrl+5"),
        Command.of("Picture of a call", "Ctrl+6", () -> drawer.toggle(Tab.PICTURE), "Ctrl+6"));
  }

  static List<Command> of(PrototypeViewModel prototype) {
    return List.of(
        Command.of("Copy the prototype", "Ctrl+Alt+C", () -> copy(prototype), "Ctrl+Alt+C"),
        Command.of("Prototype in the next language", "Ctrl+Alt+P", prototype::turn, "Ctrl+Alt+P"));
  }

  static List<Command> of(ExplorerViewModel explorer) {
    var mode = explorer.modeProperty();
    var symbols = explorer.symbols();
    return List.of(
        Command.of(
            "Symbols of an archive", "Ctrl+Alt+1", () -> mode.set(Mode.SYMBOLS), "Ctrl+Alt+1"),
        Command.of("Sizes in an archive", "Ctrl+Alt+2", () -> mode.set(Mode.SIZES), "Ctrl+Alt+2"),
        Command.of("Compare archives", "Ctrl+Alt+3", () -> mode.set(Mode.COMPARE), "Ctrl+Alt+3"),
        Command.of("Bytes of a member", "Ctrl+Alt+4", () -> mode.set(Mode.HEADER), "Ctrl+Alt+4"),
        Command.of("Raw names of symbols", "Ctrl+R", () -> flip(symbols.rawProperty()), "Ctrl+R"),
        Command.of(
            "Filter symbols by a regular expression",
            "Ctrl+Alt+R",
            () -> flip(symbols.expressionProperty()),
            "Ctrl+Alt+R"),
        Command.of("Symbols without a filter", "", symbols::showEverything));
  }

  private static void flip(BooleanProperty property) {
    property.set(!property.get());
  }

  static List<Command> of(Look look) {
    return List.of(
        Command.of("Light or dark", "Ctrl+Shift+L", look::flip, "Ctrl+Shift+L"),
        Command.of(
            "Larger text",
            "Ctrl +",
            look::larger,
            "Ctrl+Plus",
            "Ctrl+Equals",
            "Ctrl+Shift+Equals",
            "Ctrl+Add"),
        Command.of("Smaller text", "Ctrl -", look::smaller, "Ctrl+Minus", "Ctrl+Subtract"),
        Command.of("Text as drawn", "Ctrl+0", look::natural, "Ctrl+0"));
  }

  private static void copy(PrototypeViewModel prototype) {
    String text = prototype.shownProperty().get().text();
    if (!text.isEmpty()) {
      Clip.copy(text);
    }
  }
}
