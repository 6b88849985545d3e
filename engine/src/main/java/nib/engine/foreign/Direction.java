package nib.engine.foreign;

/// Which way a foreign function crosses the border.
public enum Direction {
  IMPORT,
  EXPORT;

  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
