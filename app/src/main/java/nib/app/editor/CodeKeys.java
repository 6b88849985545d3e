package nib.app.editor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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
  private final Map<KeyCombination, Runnable> commands = new LinkedHashMap<>();

  CodeKeys(CodeArea code, EditorViewModel model, CodePort port) {
    this.code = code;
    this.model = model;
    this.port = port;
    on("Enter", model::enter);
    on("Shift+Enter", model::enter);
    on("Tab", () -> indent(EditorViewModel::indent, TraversalDirection.NEXT));
    on("Shift+Tab", () -> indent(EditorViewModel::outdent, TraversalDirection.PREVIOUS));
    on("Ctrl+Tab", () -> code.requestFocusTraversal(TraversalDirection.NEXT));
    on("Ctrl+Shift+Tab", () -> code.requestFocusTraversal(TraversalDirection.PREVIOUS));
    on("Shortcut+Z", model::undo);
    on("Shortcut+Shift+Z", model::redo);
    on("Shortcut+Y", model::redo);
    on("Shortcut+Shift+C", model::comment);
    on("Shortcut+Shift+M", model::jump);
    on("Shortcut+I", model::explain);
    on("Alt+Up", model::moveUp);
    on("Alt+Down", model::moveDown);
    on("Alt+Shift+Down", model::copyDown);
    code.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    code.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
  }

  private void on(String keys, Runnable command) {
    commands.put(KeyCombination.valueOf(keys), command);
  }

  private void pressed(KeyEvent event) {
    if (port.keeps(event)) {
      event.consume();
      return;
    }
    commands.entrySet().stream()
        .filter(bound -> bound.getKey().match(event))
        .findFirst()
        .ifPresent(bound -> {
          event.consume();
          bound.getValue().run();
        });
  }

  private void typed(KeyEvent event) {
    if (CLOSING.contains(event.getCharacter()) && model.close(event.getCharacter())) {
      event.consume();
      port.heardTyping(event.getCharacter());
    }
  }

  /// In a text that is only looked at, Tab leads on as it does everywhere.
  private void indent(Consumer<EditorViewModel> command, TraversalDirection otherwise) {
    if (model.pageProperty().get().editable()) {
      command.accept(model);
    } else {
      code.requestFocusTraversal(otherwise);
    }
  }
}
