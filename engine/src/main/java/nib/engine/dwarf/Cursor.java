package nib.engine.dwarf;

import nib.engine.binary.Bytes;
import nib.engine.binary.CString;
import nib.engine.binary.MalformedFileException;

/// Reads numbers one after the other, up to an end.
final class Cursor {

  private final byte[] bytes;
  private final boolean big;
  private final Complaints complaints;

  /// Where reading stands, and where it must stop.
  int at;

  int end;

  /// Says what is wrong at a place.
  @FunctionalInterface
  interface Complaints {
    MalformedFileException malformed(long at, String what);
  }

  Cursor(byte[] bytes, boolean big, Complaints complaints) {
    this.bytes = bytes;
    this.big = big;
    this.complaints = complaints;
    this.end = bytes.length;
  }

  int u8() throws MalformedFileException {
    if (at >= end) {
      throw beyond();
    }
    return bytes[at++] & 0xff;
  }

  /// A number of 1, 2, 3, 4 or 8 bytes.
  long fixed(int size) throws MalformedFileException {
    int from = at;
    if (size > end - from) {
      throw beyond();
    }
    at = from + size;
    return switch (size) {
      case 0 -> 0;
      case 1 -> bytes[from] & 0xff;
      case 2 -> Bytes.u16(bytes, from, big);
      case 3 -> Bytes.u24(bytes, from, big);
      case 4 -> Bytes.u32(bytes, from, big);
      default -> Bytes.i64(bytes, from, big);
    };
  }

  void skip(long length) throws MalformedFileException {
    if (length < 0 || length > end - at) {
      throw complaints.malformed(
          at, "%s bytes, %d left".formatted(Long.toUnsignedString(length), end - at));
    }
    at += (int) length;
  }

  /// Goes behind the NUL of a text.
  void skipText() throws MalformedFileException {
    int last = CString.end(bytes, Math.min(at, end), end);
    if (last >= end) {
      throw complaints.malformed(at, "a text without an end");
    }
    at = last + 1;
  }

  /// An unsigned number in base 128; what does not fit into 64 bits is dropped.
  long uleb() throws MalformedFileException {
    if (at < end && bytes[at] >= 0) {
      return bytes[at++];
    }
    return longUleb();
  }

  /// Two unsigned numbers in base 128 at once, the first in the upper byte, where each has one
  /// byte; otherwise -1, and nothing is read.
  int two() {
    if (at + 1 >= end || bytes[at] < 0 || bytes[at + 1] < 0) {
      return -1;
    }
    at += 2;
    return bytes[at - 2] << Byte.SIZE | bytes[at - 1];
  }

  private long longUleb() throws MalformedFileException {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      int more = u8();
      if (shift < Long.SIZE) {
        number |= (long) (more & 0x7f) << shift;
      }
      if (more < 0x80) {
        return number;
      }
    }
  }

  /// A signed number in base 128.
  long sleb() throws MalformedFileException {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      int more = u8();
      if (shift < Long.SIZE) {
        number |= (long) (more & 0x7f) << shift;
      }
      if (more < 0x80) {
        int width = shift + 7;
        return width < Long.SIZE && (more & 0x40) != 0 ? number | -1L << width : number;
      }
    }
  }

  private MalformedFileException beyond() {
    return complaints.malformed(at, "a number beyond the end of what it belongs to");
  }
}
