package nib.engine.build;

/// Whether a script may run, and why.
public enum Trust {
  /// Nobody has been asked about this content.
  ASK,
  /// One of Nib's own sample packages, known by its content.
  SHIPPED,
  /// Somebody said yes to this content.
  CONTENT,
  /// Somebody said yes to whatever stands in this folder.
  FOLDER,
  /// Somebody said no to this content; not asked again until it changes.
  REFUSED;

  public boolean allowed() {
    return this == SHIPPED || this == CONTENT || this == FOLDER;
  }
}
