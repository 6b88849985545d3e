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
  ARCHIVE(Material2AL.ARCHIVE),
  BUILD(Material2MZ.PLAY_ARROW),
  CALL(Material2MZ.PLAY_ARROW),
  CHECK(Material2AL.DONE_ALL),
  CLOSE(Material2AL.CLOSE),
  COPY(Material2AL.CONTENT_COPY),
  DRAWER(Material2AL.KEYBOARD_ARROW_DOWN),
  FOLDER(Material2AL.FOLDER_OPEN),
  GO(Material2AL.ARROW_FORWARD),
  HELP(Material2AL.HELP_OUTLINE),
  HOME(Material2AL.HOME),
  MODULE(Material2AL.INSERT_DRIVE_FILE),
  SEARCH(Material2MZ.SEARCH),
  TERMINAL(Material2AL.CODE),
  UP(Material2AL.KEYBOARD_ARROW_UP),
  THEME(Material2AL.BRIGHTNESS_4);

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
