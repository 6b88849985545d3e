package nib.app.editor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;

/// What keys do while the text has the keyboard. Tab belongs to the text; Ctrl+Tab and F6 lead out
/// of it.
final class CodeKeys {

  private static final Set<String> CLOSING = Set.of(")", "]", "}");

  private final CodeArea code;
  private final EditorViewModel model;
  private final CodePort port;
  private final Map<KeyCombination, Runnable> bound = new LinkedHashMap<>();

  CodeKeys(CodeArea code, EditorViewModel model, CodePort port) {
    var commands = model.commands();
    this.code = code;
    this.model = model;
    this.port = port;
    on("Enter", commands::enter);
    on("Shift+Enter", commands::enter);
    on("Tab", () -> indent(commands::indent, TraversalDirection.NEXT));
    on("Shift+Tab", () -> indent(commands::outdent, TraversalDirection.PREVIOUS));
    on("Ctrl+Tab", () -> code.requestFocusTraversal(TraversalDirection.NEXT));
    on("Ctrl+Shift+Tab", () -> code.requestFocusTraversal(TraversalDirection.PREVIOUS));
    on("Shortcut+Z", commands::undo);
    on("Shortcut+Shift+Z", commands::redo);
    on("Shortcut+Y", commands::redo);
    on("Shortcut+Shift+C", commands::comment);
    on("Shortcut+Shift+M", commands::jump);
    on("Shortcut+I", model::explain);
    on("Alt+Up", commands::moveUp);
    on("Alt+Down", commands::moveDown);
    on("Alt+Shift+Down", commands::copyDown);
    code.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    code.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
  }

  private void on(String keys, Runnable command) {
    bound.put(KeyCombination.valueOf(keys), command);
  }

  private void pressed(KeyEvent event) {
    if (port.keeps(event)) {
      event.consume();
      return;
    }
    bound.entrySet().stream()
        .filter(binding -> binding.getKey().match(event))
        .findFirst()
        .ifPresent(binding -> {
          event.consume();
          binding.getValue().run();
        });
  }

  private void typed(KeyEvent event) {
    if (CLOSING.contains(event.getCharacter()) && model.commands().close(event.getCharacter())) {
      event.consume();
      port.heardTyping(event.getCharacter());
    }
  }

  /// In a text that is only looked at, Tab leads on as it does everywhere.
  private void indent(Runnable command, TraversalDirection otherwise) {
    if (model.pageProperty().get().editable()) {
      command.run();
    } else {
      code.requestFocusTraversal(otherwise);
    }
  }
}
