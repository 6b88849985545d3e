package nib.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nib.engine.Workbench;
import nib.engine.diagnostic.FailureException;

/// How the window was left: its theme, its scale, where its dividers stand. Read once before the
/// window comes up; written as it changes. A setting that cannot be kept is not worth a message.
public final class Settings {

  public static final String THEME = "window.theme";
  public static final String SCALE = "window.scale";
  public static final String SIZE = "window.size";
  public static final String MAIN = "window.divider.main";
  public static final String DRAWER_HEIGHT = "window.divider.drawer";
  public static final String FINDINGS = "columns.findings";
  public static final String SYMBOLS = "columns.explorer";
  public static final String MEMBERS = "columns.members";
  public static final String DIFFERENCES = "columns.differences";
  public static final String EXPLORER = "window.divider.explorer";
  public static final String TRIALS = "columns.trials";
  public static final String USAGES = "columns.usages";
  public static final String PROTOTYPE = "window.prototype";
  public static final String BESIDE = "picture.beside";
  public static final String OUTLINE = "window.outline";
  public static final String OUTLINE_HEIGHT = "window.divider.outline";

  private static final List<String> KEYS =
      List.of(
          THEME,
          SCALE,
          SIZE,
          MAIN,
          DRAWER_HEIGHT,
          FINDINGS,
          SYMBOLS,
          MEMBERS,
          DIFFERENCES,
          EXPLORER,
          TRIALS,
          USAGES,
          PROTOTYPE,
          BESIDE,
          OUTLINE,
          OUTLINE_HEIGHT);

  private final Workbench workbench;
  private final Background background;
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, String> unsaved = new ConcurrentHashMap<>();

  public Settings(Workbench workbench, Background background) {
    this.workbench = workbench;
    this.background = background;
  }

  /// Reads every setting. May be called from any thread before the window is up.
  public void load() {
    for (String key : KEYS) {
      try {
        workbench.setting(key).ifPresent(value -> values.put(key, value));
      } catch (FailureException _) {
        // The default serves; what is wrong with the database shows where it matters.
        return;
      }
    }
  }

  public Optional<String> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /// A setting that is a number; the default where there is none, or where it is damaged.
  public double number(String key, double otherwise) {
    try {
      return get(key).map(Double::parseDouble).filter(Double::isFinite).orElse(otherwise);
    } catch (NumberFormatException _) {
      return otherwise;
    }
  }

  public void put(String key, String value) {
    if (value.equals(values.put(key, value))) {
      return;
    }
    unsaved.put(key, value);
    background.quietly(
        () -> {
          save();
          return key;
        },
        _ -> {},
        _ -> {});
  }

  /// Writes what is not written yet; for the end of the program, which does not wait for threads.
  public synchronized void save() {
    for (String key : List.copyOf(unsaved.keySet())) {
      Optional.ofNullable(unsaved.remove(key)).ifPresent(value -> write(key, value));
    }
  }

  private void write(String key, String value) {
    try {
      workbench.remember(key, value);
    } catch (FailureException _) {
      // The window comes up as it was drawn; nothing of anybody's work is lost.
    }
  }
}
