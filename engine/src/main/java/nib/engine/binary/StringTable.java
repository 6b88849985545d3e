package nib.engine.binary;

/// NUL-terminated names in one run of bytes, which symbols point into.
///
/// A hostile table lets a million entries share the tail of one long name, so what may be read out
/// of it is bounded by its own size and the number of its users; an honest one stays far below.
public final class StringTable {

  private static final long OVERLAP = 16;
  private static final long SHARE = 64;

  private final ByteView view;
  private final byte[] bytes;
  private final int size;
  private long left;

  /// @param users how many names will be asked for
  public StringTable(ByteView view, long users) throws MalformedFileException {
    this(view, view.bytes(), users);
  }

  private StringTable(ByteView view, byte[] bytes, long users) {
    this.view = view;
    this.bytes = bytes;
    this.size = (int) view.size();
    this.left = OVERLAP * view.size() + SHARE * users;
  }

  /// A table that is good until `scratch` has others.
  public static StringTable brief(ByteView view, long users, Scratch scratch)
      throws MalformedFileException {
    var loaded = scratch.load(view);
    return new StringTable(loaded, loaded.startingBytes(), users);
  }

  /// Makes room for the names of `users` more.
  public void allow(long users) {
    left += SHARE * users;
  }

  /// An array that begins with all the bytes. Nobody may write to it.
  public byte[] bytes() {
    return bytes;
  }

  /// The length of the name at `offset`, which has to end within the table.
  public int length(long offset) throws MalformedFileException {
    if (offset < 0 || offset >= size) {
      throw view.malformed(
          0, "the name at %s of %d bytes".formatted(Long.toUnsignedString(offset), size));
    }
    int length = CString.end(bytes, (int) offset, size) - (int) offset;
    if (offset + length == size) {
      throw view.malformed(offset, "a name without an end");
    }
    return spent(offset, length);
  }

  /// The length of the name in a field of `room` bytes, which it may fill without a NUL.
  public int lengthWithin(int offset, int room) {
    return CString.end(bytes, offset, offset + room) - offset;
  }

  /// The name itself.
  public String at(long offset) throws MalformedFileException {
    return RawText.decode(bytes, (int) offset, length(offset));
  }

  private int spent(long offset, int length) throws MalformedFileException {
    left -= length;
    if (left < 0) {
      throw view.malformed(offset, "names that overlap more than any producer's do");
    }
    return length;
  }
}
