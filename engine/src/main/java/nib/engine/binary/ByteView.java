package nib.engine.binary;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A run of bytes in a file: every access is checked, every complaint names the place in the whole
/// file. A view of a part remembers where the part lies.
///
/// Offsets are 64-bit, for archives beyond 2 GiB. A view of an [OpenFile] reads when it is asked,
/// is good until that is closed, and fails with [ReadFailedException] when the disk does; what is
/// looked at again and again is [#loaded()] first.
public final class ByteView {

  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  /// The bytes, where they are in memory; otherwise `store` has them.
  private final byte @Nullable [] array;

  private final @Nullable Store store;

  /// Where the view starts in the array or the store.
  private final long from;

  private final long size;
  private final long base;
  private final boolean bigEndian;

  ByteView(Store store, long from, long size) {
    this(null, store, from, size, from, false);
  }

  private ByteView(
      byte @Nullable [] array,
      @Nullable Store store,
      long from,
      long size,
      long base,
      boolean bigEndian) {
    this.array = array;
    this.store = store;
    this.from = from;
    this.size = size;
    this.base = base;
    this.bigEndian = bigEndian;
  }

  /// A view of bytes that lie in no file; its offsets count from their start.
  public static ByteView of(byte[] bytes) {
    return at(0, bytes.clone());
  }

  /// A view of bytes that were made of those at `base` of a file, such as inflated ones. Nobody may
  /// write to them any more.
  public static ByteView at(long base, byte[] bytes) {
    return new ByteView(bytes, null, 0, bytes.length, base, false);
  }

  public long size() {
    return size;
  }

  /// Where this view starts in the file.
  public long base() {
    return base;
  }

  /// The same bytes with numbers in the given order; a new view is little-endian.
  public ByteView ordered(ByteOrder order) {
    return new ByteView(array, store, from, size, base, order.equals(ByteOrder.BIG_ENDIAN));
  }

  public boolean bigEndian() {
    return bigEndian;
  }

  public ByteView slice(long at, long length) throws MalformedFileException {
    check(at, length);
    return new ByteView(array, store, from + at, length, base + at, bigEndian);
  }

  /// The same bytes in memory, at most 2 GiB of them.
  public ByteView loaded() throws MalformedFileException {
    return array != null ? this : new ByteView(bytes(), null, 0, size, base, bigEndian);
  }

  /// The same bytes in `room`, where they stay until somebody writes to it; where they begin an
  /// array already, there.
  ByteView loadedInto(byte[] room) throws MalformedFileException {
    if (array != null && from == 0) {
      return this;
    }
    copy(0, room, 0, (int) size);
    return new ByteView(room, null, 0, size, base, bigEndian);
  }

  /// The same bytes for one reader alone. Views of a file share a window of a few thousand bytes
  /// for small reads, which several threads would take from each other again and again.
  public ByteView windowed() {
    return store == null ? this : new ByteView(null, store.alone(), from, size, base, bigEndian);
  }

  /// The bytes in an array, which nobody may write to: it may be the view's own.
  public byte[] bytes() throws MalformedFileException {
    if (array != null && from == 0 && size == array.length) {
      return array;
    }
    if (size > LONGEST_ARRAY) {
      throw malformed(0, "%,d bytes in one table".formatted(size));
    }
    return copy(0, (int) size);
  }

  /// The same, with the view's bytes at its start and perhaps others behind them.
  byte[] startingBytes() throws MalformedFileException {
    return array != null && from == 0 ? array : bytes();
  }

  public int u8(long at) throws MalformedFileException {
    check(at, 1);
    return get(at);
  }

  public int u16(long at) throws MalformedFileException {
    check(at, 2);
    int first = get(at);
    int second = get(at + 1);
    return bigEndian ? first << 8 | second : second << 8 | first;
  }

  public long u32(long at) throws MalformedFileException {
    check(at, 4);
    return Integer.toUnsignedLong(int32(at));
  }

  /// Eight bytes as they are: a value of 2⁶³ or more comes out negative, and as an offset or a
  /// length every method here refuses it.
  public long u64(long at) throws MalformedFileException {
    check(at, 8);
    long first = Integer.toUnsignedLong(int32(at));
    long second = Integer.toUnsignedLong(int32(at + 4));
    return bigEndian ? first << 32 | second : second << 32 | first;
  }

  private int int32(long at) throws MalformedFileException {
    if (array != null) {
      int index = (int) (from + at);
      int b0 = array[index] & 0xff;
      int b1 = array[index + 1] & 0xff;
      int b2 = array[index + 2] & 0xff;
      int b3 = array[index + 3] & 0xff;
      return ordered(b0, b1, b2, b3);
    }
    int b0 = get(at);
    int b1 = get(at + 1);
    int b2 = get(at + 2);
    int b3 = get(at + 3);
    return ordered(b0, b1, b2, b3);
  }

  private int ordered(int b0, int b1, int b2, int b3) {
    return bigEndian ? b0 << 24 | b1 << 16 | b2 << 8 | b3 : b3 << 24 | b2 << 16 | b1 << 8 | b0;
  }

  private int get(long at) throws MalformedFileException {
    if (array != null) {
      return Byte.toUnsignedInt(array[(int) (from + at)]);
    }
    try {
      int got = stored().get(from + at);
      if (got == Store.END) {
        throw cutShort(at);
      }
      return got & 0xff;
    } catch (IOException e) {
      throw new ReadFailedException(e);
    }
  }

  private Store stored() {
    if (store == null) {
      throw new IllegalStateException("a view of nothing");
    }
    return store;
  }

  public byte[] copy(long at, int length) throws MalformedFileException {
    check(at, length);
    var copy = new byte[length];
    copy(at, copy, 0, length);
    return copy;
  }

  /// Copies `length` bytes from `at` on into an array that the caller has.
  public void copy(long at, byte[] into, int start, int length) throws MalformedFileException {
    check(at, length);
    if (array != null) {
      System.arraycopy(array, (int) (from + at), into, start, length);
      return;
    }
    try {
      int got = stored().read(from + at, into, start, length);
      if (got < length) {
        throw cutShort(at + got);
      }
    } catch (IOException e) {
      throw new ReadFailedException(e);
    }
  }

  /// A text field of fixed length, one character a byte.
  public String ascii(long at, int length) throws MalformedFileException {
    return new String(copy(at, length), StandardCharsets.ISO_8859_1);
  }

  /// Whether these bytes stand at `at`; false where there is no room for them.
  public boolean has(long at, String ascii) throws MalformedFileException {
    if (at < 0 || at > size() - ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (u8(at + i) != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// The NUL-terminated name at `at`, as [RawText] has it.
  ///
  /// @param most the length in bytes that the name must not exceed
  public String name(long at, int most) throws MalformedFileException {
    return RawText.decode(copy(at, nameLength(at, most)));
  }

  /// The length in bytes of the NUL-terminated name at `at`, without its end.
  ///
  /// @param most the length that it must not exceed
  public int nameLength(long at, int most) throws MalformedFileException {
    check(at, 1);
    long limit = Math.min(most + 1L, size() - at);
    int length = 0;
    while (length < limit && get(at + length) != 0) {
      length++;
    }
    if (length == size() - at) {
      throw malformed(at, "a name without an end");
    }
    if (length > most) {
      throw malformed(at, "a name longer than %d bytes".formatted(most));
    }
    return length;
  }

  /// A complaint about the byte at `at` of this view.
  public MalformedFileException malformed(long at, String what) {
    return new MalformedFileException(base + at, what);
  }

  private void check(long at, long length) throws MalformedFileException {
    if (at < 0 || length < 0 || at > size - length) {
      throw outside(at, length);
    }
  }

  private MalformedFileException outside(long at, long length) {
    if (at < 0 || at > size()) {
      return new MalformedFileException(
          base, "offset %s in %d bytes".formatted(Long.toUnsignedString(at), size()));
    }
    return malformed(
        at, "%s bytes wanted, %d left".formatted(Long.toUnsignedString(length), size() - at));
  }

  private MalformedFileException cutShort(long at) {
    return malformed(at, "the file was cut short while it was read");
  }
}
