package nib.app.editor;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.fxmisc.richtext.CodeArea;

/// Tells which character the pointer is on while Ctrl is held, and shows that a click leads on.
final class LinkPointer {

  private static final PseudoClass LINKING = PseudoClass.getPseudoClass("linking");

  private final CodeArea code;
  private final CodePort port;
  private Optional<Point2D> pointer = Optional.empty();

  LinkPointer(CodeArea code, CodePort port) {
    this.code = code;
    this.port = port;
    code.addEventFilter(MouseEvent.MOUSE_MOVED, this::moved);
    code.addEventFilter(MouseEvent.MOUSE_EXITED, _ -> left());
    code.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, true));
    code.addEventFilter(KeyEvent.KEY_RELEASED, event -> key(event, false));
    code.focusedProperty().addListener((_, _, _) -> port.point(Optional.empty()));
    port.linkProperty()
        .addListener((_, _, link) -> code.pseudoClassStateChanged(LINKING, link.isPresent()));
  }

  private void moved(MouseEvent event) {
    pointer = Optional.of(new Point2D(event.getX(), event.getY()));
    point(event.isShortcutDown());
  }

  private void left() {
    pointer = Optional.empty();
    point(false);
  }

  private void key(KeyEvent event, boolean down) {
    if (event.getCode() == KeyCode.CONTROL || event.getCode() == KeyCode.COMMAND) {
      point(down && event.isShortcutDown());
    } else if (down) {
      // Ctrl and another key is some other command.
      point(false);
    }
  }

  private void point(boolean held) {
    port.point(
        pointer
            .filter(_ -> held)
            .flatMap(at -> {
              var hit = code.hit(at.getX(), at.getY()).getCharacterIndex();
              return hit.isPresent() ? Optional.of(hit.getAsInt()) : Optional.empty();
            }));
  }
}
