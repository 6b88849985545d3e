package nib.app.editor;

import java.util.Optional;
import javafx.scene.input.MouseEvent;
import org.fxmisc.richtext.CodeArea;

/// Tells which character of the source the pointer is on.
final class PartPointer {

  private PartPointer() {}

  static void watch(CodeArea code, DeclaredParts parts) {
    code.addEventFilter(
        MouseEvent.MOUSE_MOVED,
        event -> {
          var hit = code.hit(event.getX(), event.getY()).getCharacterIndex();
          parts.hover(hit.isPresent() ? Optional.of(hit.getAsInt()) : Optional.empty());
        });
    code.addEventFilter(MouseEvent.MOUSE_EXITED, _ -> parts.hover(Optional.empty()));
  }
}
