package nib.engine.objectfile.bitcode;

import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;

/// Reads bits, the lowest of a byte first (LLVM documentation, "LLVM Bitcode File Format":
/// "Primitives").
final class BitInput {

  private final ByteView bytes;
  private long bit;

  /// @param bytes starts where words of 32 bits are aligned to
  BitInput(ByteView bytes) {
    this.bytes = bytes;
  }

  /// Whether no word is left.
  boolean ended() {
    return bit / 8 > bytes.size() - 4;
  }

  /// The next bits as a number.
  long fixed(int width) throws MalformedFileException {
    long value = 0;
    for (int done = 0; done < width; ) {
      int within = (int) (bit & 7);
      int more = Math.min(8 - within, width - done);
      long part = bytes.u8(bit >> 3) >> within & ((1 << more) - 1);
      value |= part << done;
      done += more;
      bit += more;
    }
    return value;
  }

  /// A number in groups of `width` bits, the highest of each telling whether another follows.
  long variable(int width) throws MalformedFileException {
    long more = 1L << (width - 1);
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += width - 1) {
      long group = fixed(width);
      value |= (group & (more - 1)) << shift;
      if ((group & more) == 0) {
        return value;
      }
    }
    throw bytes.malformed(bit >> 3, "a number of more than 64 bits");
  }

  void align() {
    bit = (bit + 31) & ~31L;
  }

  /// The next bytes; the words after them are aligned again.
  ByteView blob(long length) throws MalformedFileException {
    align();
    var blob = bytes.slice(bit >> 3, length);
    bit += 8 * length;
    align();
    return blob;
  }

  /// The next words as an input of their own.
  BitInput words(long count) throws MalformedFileException {
    align();
    var words = new BitInput(bytes.slice(bit >> 3, 4 * count));
    bit += 32 * count;
    return words;
  }
}
