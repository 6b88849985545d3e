package nib.app;

import java.util.List;
import nib.app.assist.AssistViewModel;
import nib.app.outline.OutlineViewModel;

/// What can be asked about the shown text, and the ways from it and back to it.
final class TextCommands {

  private TextCommands() {}

  static List<Command> of(AssistViewModel assist, OutlineViewModel outline) {
    return List.of(
        Command.of("Go to the definition", "F12", assist::define, "F12"),
        Command.of("List usages", "Shift+F12", assist::findUsages, "Shift+F12"),
        Command.of(
            "Go to a definition of this module",
            "Ctrl+F12",
            () -> outline.wantedProperty().set(true),
            "Ctrl+F12"),
        Command.of("Complete the name", "Ctrl+Space", assist::complete, "Ctrl+Space"),
        Command.of("Back", "Alt+Left", assist.history()::back, "Alt+Left"),
        Command.of("Forward", "Alt+Right", assist.history()::forward, "Alt+Right"));
  }
}
