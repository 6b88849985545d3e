package nib.engine.diagnostic;

import java.util.Locale;

/// How bad a problem is. In this order: an error is at or above a warning.
public enum Severity {
  NOTE,
  WARNING,
  ERROR;

  public boolean atLeast(Severity other) {
    return compareTo(other) >= 0;
  }

  /// The word people and JSON read: `error`, `warning`, `note`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
