package nib.app.style;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// Every icon of the window, by what it stands for. One set: Material.
public enum Icons {
  ALIAS(Material2AL.LABEL),
  ARCHIVE(Material2AL.ARCHIVE),
  BACK(Material2AL.ARROW_BACK),
  BUILD(Material2MZ.PLAY_ARROW),
  BUILT_IN(Material2AL.EXTENSION),
  CALL(Material2MZ.PLAY_ARROW),
  CHECK(Material2AL.DONE_ALL),
  CLOSE(Material2AL.CLOSE),
  COPY(Material2AL.CONTENT_COPY),
  DRAWER(Material2AL.KEYBOARD_ARROW_DOWN),
  EXPORT(Material2AL.CALL_MADE),
  FIELD(Material2MZ.SHORT_TEXT),
  FOLDED(Material2AL.KEYBOARD_ARROW_RIGHT),
  FOLDER(Material2AL.FOLDER_OPEN),
  FORWARD(Material2AL.ARROW_FORWARD),
  FUNCTION(Material2AL.FUNCTIONS),
  GO(Material2AL.ARROW_FORWARD),
  HELP(Material2AL.HELP_OUTLINE),
  IMPORT(Material2AL.CALL_RECEIVED),
  KEYWORD(Material2MZ.VPN_KEY),
  LOCAL(Material2AL.ADJUST),
  MODULE(Material2AL.INSERT_DRIVE_FILE),
  PACKAGE(Material2AL.EXTENSION),
  RECORD(Material2MZ.VIEW_AGENDA),
  SAVE(Material2MZ.SAVE),
  SEARCH(Material2MZ.SEARCH),
  SETTINGS(Material2MZ.SETTINGS),
  TERMINAL(Material2AL.CODE),
  THEME(Material2AL.BRIGHTNESS_4),
  UNFOLDED(Material2AL.KEYBOARD_ARROW_DOWN),
  UP(Material2AL.KEYBOARD_ARROW_UP);

  @SuppressWarnings("ImmutableEnumChecker") // Ikonli's icons are enum constants.
  private final Ikon ikon;

  Icons(Ikon ikon) {
    this.ikon = ikon;
  }

  /// A fresh node of the icon, in the text's colour.
  public FontIcon node() {
    return new FontIcon(ikon);
  }

  /// The icon beside a line of a list.
  public static FontIcon small(Icons icon) {
    var node = icon.node();
    node.getStyleClass().add("small-icon");
    return node;
  }

  /// A button that is nothing but the icon; `words` are its tooltip and its accessible name.
  public Button button(String words) {
    var button = new Button(words, node());
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().addAll("flat", "icon-button");
    button.setAccessibleText(words);
    button.setTooltip(new Tooltip(words));
    return button;
  }

  /// A button with the icon and a word.
  public Button labelled(String words) {
    return new Button(words, node());
  }
}
