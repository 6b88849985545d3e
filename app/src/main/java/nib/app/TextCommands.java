package nib.app;

import java.util.List;
import nib.app.assist.AssistViewModel;
import nib.app.editor.EditorViewModel;
import nib.app.outline.OutlineViewModel;

/// What can be done to the shown text and asked about it, and the ways from it and back to it.
final class TextCommands {

  private TextCommands() {}

  /// What edits the shown text. Keys that are given here work everywhere; the others only in the
  /// text, which binds them itself.
  static List<Command> of(EditorViewModel editor) {
    var edit = editor.commands();
    return List.of(
        Command.of("Replace in the text", "Ctrl+H", () -> editor.find().open(true), "Ctrl+H"),
        Command.of("Next match", "F3", editor.find()::next, "F3"),
        Command.of("Match before", "Shift+F3", editor.find()::previous, "Shift+F3"),
        Command.of("Undo in the text", "Ctrl+Z", edit::undo),
        Command.of("Redo in the text", "Ctrl+Shift+Z", edit::redo),
        Command.of("Indent lines (F6 or Ctrl+Tab leaves the text)", "Tab", edit::indent),
        Command.of("Outdent lines", "Shift+Tab", edit::outdent),
        Command.of("Comment lines, or no longer", "Ctrl+Shift+C", edit::comment),
        Command.of("Move lines up", "Alt+Up", edit::moveUp),
        Command.of("Move lines down", "Alt+Down", edit::moveDown),
        Command.of("Copy lines down", "Alt+Shift+Down", edit::copyDown),
        Command.of("Matching bracket", "Ctrl+Shift+M", edit::jump),
        Command.of("What is known of this place", "Ctrl+I", editor::explain));
  }

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
