package nib.app.editor;

import javafx.scene.AccessibleAttribute;
import org.fxmisc.richtext.CodeArea;

/// A code area that tells assistive tools of the list beside it: the area keeps the keyboard, and
/// the chosen line of the list is what is spoken of.
final class SpokenArea extends CodeArea {

  private final CodePort port;

  SpokenArea(CodePort port) {
    this.port = port;
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    if (attribute == AccessibleAttribute.FOCUS_ITEM && port.spoken().isPresent()) {
      return port.spoken().get();
    }
    return super.queryAccessibleAttribute(attribute, parameters);
  }
}
