package nib.app.style;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import nib.app.Settings;

/// How the window looks: its theme and its scale, both remembered.
public final class Look {

  private static final double STEP = 1.1;
  private static final double SMALLEST = 0.7;
  private static final double LARGEST = 2.5;

  private final ObjectProperty<Theme> theme;
  private final ReadOnlyDoubleWrapper scale;

  public Look(Settings settings) {
    theme = new SimpleObjectProperty<>(Theme.named(settings.get(Settings.THEME)));
    scale = new ReadOnlyDoubleWrapper(clamp(settings.number(Settings.SCALE, 1)));
    theme.addListener((_, _, now) -> settings.put(Settings.THEME, now.setting()));
    scale.addListener((_, _, now) ->
        settings.put(Settings.SCALE, String.format(Locale.ROOT, "%.3f", now.doubleValue())));
  }

  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  public ReadOnlyDoubleProperty scaleProperty() {
    return scale.getReadOnlyProperty();
  }

  /// From dark to light or the other way, whatever it was before.
  public void flip() {
    theme.set(theme.get().dark() ? Theme.LIGHT : Theme.DARK);
  }

  public void larger() {
    scale.set(clamp(scale.get() * STEP));
  }

  public void smaller() {
    scale.set(clamp(scale.get() / STEP));
  }

  public void natural() {
    scale.set(1);
  }

  /// Dresses a scene, now and whenever the look changes.
  public void dress(Scene scene) {
    Theme.dress(scene);
    theme.addListener((_, _, now) -> {
      now.apply();
      // What floats over the scene takes its colours from it, and may be painted first.
      scene.getRoot().applyCss();
    });
    scale.addListener((_, _, now) -> Theme.scale(scene, now.doubleValue()));
    theme.get().apply();
    Theme.scale(scene, scale.get());
  }

  private static double clamp(double wish) {
    return Math.clamp(wish, SMALLEST, LARGEST);
  }
}
