package nib.engine.foreign;

import java.util.Locale;

/// Which way a foreign function crosses the border.
public enum Direction {
  IMPORT,
  EXPORT;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
