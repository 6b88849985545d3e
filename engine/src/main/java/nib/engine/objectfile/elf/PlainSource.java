package nib.engine.objectfile.elf;

import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;

/// Where [PlainElf] and [PlainDebug] have an object's bytes from: an array that has all of them, or
/// a file of which as little is read as can be.
final class PlainSource {

  /// A larger piece is rare. The memory that pieces are read into serves the next object as well.
  private static final int MOST = 1 << 24;

  private static final int LEAST = 1 << 12;

  private byte[] array = {};
  private int from;
  private ByteView file = ByteView.of(array);
  private boolean whole;
  private long size;

  /// From now on, an object whose bytes are at `at` of an array.
  void in(byte[] bytes, int at, int length) {
    array = bytes;
    from = at;
    size = length;
    whole = true;
  }

  /// From now on, an object in a file.
  void in(ByteView content) {
    file = content;
    size = content.size();
    whole = false;
  }

  /// The object's size in bytes.
  long size() {
    return size;
  }

  /// Whether the object has such bytes.
  boolean has(long at, long length) {
    return at >= 0 && length >= 0 && at <= size && length <= size - at;
  }

  /// Some bytes of an object in an array, until the same piece takes others.
  static final class Piece {

    private byte[] room = new byte[LEAST];
    private byte[] bytes = room;
    private int at;

    byte[] bytes() {
      return bytes;
    }

    /// Where they begin in the array.
    int at() {
      return at;
    }

    /// Takes what `other` has, from `offset` of it on.
    void within(Piece other, int offset) {
      bytes = other.bytes;
      at = other.at + offset;
    }
  }

  /// Puts bytes of the object into a piece.
  ///
  /// @return false where the object has no such bytes
  boolean take(Piece piece, long at, long length) {
    if (!has(at, length)) {
      return false;
    }
    if (whole) {
      piece.bytes = array;
      piece.at = from + (int) at;
      return true;
    }
    if (length > MOST) {
      return false;
    }
    if (piece.room.length < length) {
      piece.room = new byte[Math.max((int) length, 2 * piece.room.length)];
    }
    piece.bytes = piece.room;
    piece.at = 0;
    try {
      file.copy(at, piece.room, 0, (int) length);
      return true;
    } catch (MalformedFileException e) {
      return false; // it became shorter; whoever reads every object says so
    }
  }
}
