package nib.app.editor;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.fxmisc.richtext.CodeArea;

/// What a right click on the text offers.
final class CodeMenu extends ContextMenu {

  CodeMenu(CodeArea code, EditCommands commands) {
    getItems()
        .addAll(
            item("Undo", "Shortcut+Z", commands::undo),
            item("Redo", "Shortcut+Shift+Z", commands::redo),
            new SeparatorMenuItem(),
            item("Cut", "Shortcut+X", code::cut),
            item("Copy", "Shortcut+C", code::copy),
            item("Paste", "Shortcut+V", code::paste),
            item("Select all", "Shortcut+A", code::selectAll),
            new SeparatorMenuItem(),
            item("Comment lines, or no longer", "Shortcut+Shift+C", commands::comment));
  }

  private static MenuItem item(String words, String keys, Runnable action) {
    var item = new MenuItem(words);
    // Shown beside the words; the text's own keys run the command.
    item.setAccelerator(KeyCombination.valueOf(keys));
    item.setOnAction(_ -> action.run());
    return item;
  }
}
