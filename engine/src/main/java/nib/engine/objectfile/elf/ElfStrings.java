package nib.engine.objectfile.elf;

import nib.engine.binary.ByteView;
import nib.engine.binary.CString;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.RawText;

/// A string table (System V ABI, "String Table"): names end with NUL and may be each other's tails.
///
/// A hostile table lets a million entries share the tail of one long name, so what may be read out
/// of it is bounded by its own size and the number of its users; an honest one stays far below.
final class ElfStrings {

  private static final long OVERLAP = 16;
  private static final long SHARE = 64;

  private final ByteView table;
  private final byte[] bytes;
  private long left;

  ElfStrings(ByteView table, long users) throws MalformedFileException {
    this.table = table;
    this.bytes = table.bytes();
    this.left = OVERLAP * table.size() + SHARE * users;
  }

  /// Makes room for the names of `users` more.
  void allow(long users) {
    left += SHARE * users;
  }

  /// The table itself, which nobody may write to.
  byte[] bytes() {
    return bytes;
  }

  String at(int offset) throws MalformedFileException {
    int length = length(offset);
    return length == 0 ? "" : RawText.decode(bytes, offset, length);
  }

  /// The length in bytes of the name at `offset`, 32 bits without a sign.
  int length(int offset) throws MalformedFileException {
    if (offset == 0) {
      return 0; // Index 0 is the empty name, also where there is no table at all.
    }
    if (offset < 0 || offset >= bytes.length) {
      throw table.malformed(
          0, "the name at %d of %d bytes".formatted(Integer.toUnsignedLong(offset), bytes.length));
    }
    int end = CString.end(bytes, offset, bytes.length);
    if (end == bytes.length) {
      throw table.malformed(offset, "a name without an end");
    }
    int length = end - offset;
    left -= length;
    if (left < 0) {
      throw table.malformed(offset, "names that overlap more than any producer's do");
    }
    return length;
  }
}
