package nib.engine.build;

/// What a person says when shown a script.
public enum TrustAnswer {
  /// Yes for this run; not remembered.
  ONCE,
  /// Yes to this content, wherever it stands.
  CONTENT,
  /// Yes to this folder's script, also after it changes.
  FOLDER,
  /// No; not asked again until the content changes.
  NO
}
