package nib.engine.mangling;

/// A mangled name that breaks the grammar or uses a part of it that is not known here. It has no
/// message, because it ends in the name being shown as it is.
final class NotUnderstood extends Exception {

  private static final long serialVersionUID = 1L;

  NotUnderstood() {
    super(null, null, false, false);
  }
}
