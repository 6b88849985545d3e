package nib.app.table;

import atlantafx.base.theme.Styles;
import javafx.beans.property.StringProperty;
import javafx.scene.control.TextField;

/// A field over a list or a table: what its lines have to have in them.
public final class FilterField extends TextField {

  /// Makes a field that says what it is for, to those who see and to those who hear.
  public FilterField(String id, String words, StringProperty filter) {
    setId(id);
    setPromptText(words);
    setAccessibleText(words);
    getStyleClass().add(Styles.SMALL);
    textProperty().bindBidirectional(filter);
  }
}
