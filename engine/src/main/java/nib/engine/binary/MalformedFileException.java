package nib.engine.binary;

/// Bytes that contradict the format they claim to be in, and where. Checked, because the caller has
/// to say what one bad part means for its neighbours.
public final class MalformedFileException extends Exception {

  private static final long serialVersionUID = 1L;

  private final long offset;
  private final String what;

  /// Says what is wrong at a place.
  ///
  /// @param offset in the file, in bytes, however deep the reader stood in it
  public MalformedFileException(long offset, String what) {
    super("at 0x%x: %s".formatted(offset, what));
    this.offset = offset;
    this.what = what;
  }

  public long offset() {
    return offset;
  }

  /// The complaint without its place.
  public String what() {
    return what;
  }
}
