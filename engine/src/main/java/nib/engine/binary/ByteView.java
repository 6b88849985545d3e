package nib.engine.binary;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A run of bytes in a file: every access is checked, every complaint names the place in the whole
/// file. A view of a part remembers where the part lies.
///
/// Offsets are 64-bit, for archives beyond 2 GiB. A view of a [MappedFile] is good until that is
/// closed.
public final class ByteView {

  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final long LOW_BITS = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  private final MemorySegment bytes;
  private final long base;
  private final boolean bigEndian;

  ByteView(MemorySegment bytes, long base, boolean bigEndian) {
    this.bytes = bytes;
    this.base = base;
    this.bigEndian = bigEndian;
  }

  /// A view of bytes that lie in no file; its offsets count from their start.
  public static ByteView of(byte[] bytes) {
    return new ByteView(MemorySegment.ofArray(bytes.clone()).asReadOnly(), 0, false);
  }

  public long size() {
    return bytes.byteSize();
  }

  /// Where this view starts in the file.
  public long base() {
    return base;
  }

  /// The same bytes with numbers in the given order; a new view is little-endian.
  public ByteView ordered(ByteOrder order) {
    return new ByteView(bytes, base, order.equals(ByteOrder.BIG_ENDIAN));
  }

  public ByteView slice(long at, long length) throws MalformedFileException {
    check(at, length);
    return new ByteView(bytes.asSlice(at, length), base + at, bigEndian);
  }

  public int u8(long at) throws MalformedFileException {
    check(at, 1);
    try {
      return Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, at));
    } catch (InternalError e) {
      throw cutShort(at, e);
    }
  }

  public int u16(long at) throws MalformedFileException {
    check(at, 2);
    try {
      short raw = bytes.get(SHORT, at);
      return Short.toUnsignedInt(bigEndian ? Short.reverseBytes(raw) : raw);
    } catch (InternalError e) {
      throw cutShort(at, e);
    }
  }

  public long u32(long at) throws MalformedFileException {
    check(at, 4);
    try {
      int raw = bytes.get(INT, at);
      return Integer.toUnsignedLong(bigEndian ? Integer.reverseBytes(raw) : raw);
    } catch (InternalError e) {
      throw cutShort(at, e);
    }
  }

  /// Eight bytes as they are: a value of 2⁶³ or more comes out negative, and as an offset or a
  /// length every method here refuses it.
  public long u64(long at) throws MalformedFileException {
    check(at, 8);
    return rawLong(at);
  }

  public byte[] copy(long at, int length) throws MalformedFileException {
    check(at, length);
    try {
      var copy = new byte[length];
      MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, copy, 0, length);
      return copy;
    } catch (InternalError e) {
      throw cutShort(at, e);
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
    check(at, 1);
    int length = lengthOfName(at, Math.min(most + 1L, size() - at));
    if (length > most) {
      throw malformed(at, "a name longer than %d bytes".formatted(most));
    }
    return RawText.decode(copy(at, length));
  }

  private int lengthOfName(long at, long limit) throws MalformedFileException {
    long length = 0;
    while (length <= limit - Long.BYTES) {
      long word = rawLong(at + length, false);
      // The lowest set bit marks the first zero byte; higher ones may be wrong.
      long zeros = (word - LOW_BITS) & ~word & HIGH_BITS;
      if (zeros != 0) {
        return (int) length + Long.numberOfTrailingZeros(zeros) / Byte.SIZE;
      }
      length += Long.BYTES;
    }
    while (length < limit) {
      if (u8(at + length) == 0) {
        return (int) length;
      }
      length++;
    }
    if (at + limit == size()) {
      throw malformed(at, "a name without an end");
    }
    return (int) length;
  }

  private long rawLong(long at) throws MalformedFileException {
    return rawLong(at, bigEndian);
  }

  private long rawLong(long at, boolean reversed) throws MalformedFileException {
    try {
      long raw = bytes.get(LONG, at);
      return reversed ? Long.reverseBytes(raw) : raw;
    } catch (InternalError e) {
      throw cutShort(at, e);
    }
  }

  /// A complaint about the byte at `at` of this view.
  public MalformedFileException malformed(long at, String what) {
    return new MalformedFileException(base + at, what);
  }

  private void check(long at, long length) throws MalformedFileException {
    if (at < 0 || length < 0 || at > size() - length) {
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

  /// The system says SIGBUS when a mapped page has no file behind it any more; the JVM makes an
  /// InternalError of that.
  private MalformedFileException cutShort(long at, InternalError cause) {
    var exception = malformed(at, "the file was cut short while it was read");
    exception.initCause(cause);
    return exception;
  }
}
