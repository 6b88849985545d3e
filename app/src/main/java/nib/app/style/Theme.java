package nib.app.style;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Light, dark, or as the system has it.
public enum Theme {
  SYSTEM("As the system"),
  LIGHT("Light"),
  DARK("Dark");

  private static final double FONT_SIZE = 13;

  private final String words;

  Theme(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /// The theme of a remembered setting; the system's where there is none.
  public static Theme named(Optional<String> setting) {
    return setting
        .flatMap(
            name -> Stream.of(values()).filter(theme -> theme.setting().equals(name)).findFirst())
        .orElse(SYSTEM);
  }

  public String setting() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean dark() {
    return switch (this) {
      case LIGHT -> false;
      case DARK -> true;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  /// Dresses the whole program.
  public void apply() {
    Application.setUserAgentStylesheet(
        (dark() ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
  }

  /// Puts Nib's own stylesheet over the theme, and loads the fonts it names.
  public static void dress(Scene scene) {
    Stream.of("Inter-Regular.otf", "Inter-SemiBold.otf")
        .forEach(file -> Font.loadFont(resource("fonts/" + file), FONT_SIZE));
    Stream.of("JetBrainsMono-Regular.ttf", "JetBrainsMono-Bold.ttf")
        .forEach(file -> Font.loadFont(resource("fonts/" + file), FONT_SIZE));
    scene.getStylesheets().add(resource("nib.css"));
    markOpaque(scene.getRoot());
  }

  /// Marks what floats over the window, or the window's root for what menus open from it, where a
  /// window of its own cannot be seen through: a shadow would be a frame on white.
  public static void markOpaque(Node node) {
    if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
      node.getStyleClass().add("opaque-windows");
    }
  }

  /// Scales all text of a scene; 1 is the size it was drawn for.
  public static void scale(Scene scene, double factor) {
    scene
        .getRoot()
        .setStyle(String.format(Locale.ROOT, "-fx-font-size: %.1fpx;", FONT_SIZE * factor));
  }

  private static String resource(String name) {
    return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
  }
}
