package nib.app.editor;

/// How a file came to differ from what the editor knows of it.
///
/// Nothing is overwritten before a person chose: neither the unsaved text nor the file.
sealed interface Conflict {

  /// Somebody else wrote it.
  record Changed(String onDisk) implements Conflict {}

  /// It is not there any more.
  record Gone() implements Conflict {}
}
