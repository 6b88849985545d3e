package nib.app.style;

import javafx.scene.control.Label;

/// Words that take as many lines as they need, and are never cut short.
public final class Sentence extends Label {

  public Sentence(String words, String... styles) {
    super(words);
    getStyleClass().addAll(styles);
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
  }
}
