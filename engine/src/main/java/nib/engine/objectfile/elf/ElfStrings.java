package nib.engine.objectfile.elf;

import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;

/// A string table (System V ABI, "String Table"): names end with NUL and may be each other's tails.
///
/// A hostile table lets a million entries share the tail of one long name, so what may be read out
/// of it is bounded by its own size and the number of its users; an honest one stays far below.
final class ElfStrings {

  private static final int LONGEST_NAME = 1 << 24;
  private static final long OVERLAP = 16;
  private static final long SHARE = 64;

  private final ByteView table;
  private long left;
  private long lastAt = -1;
  private String last = "";

  ElfStrings(ByteView table, long users) {
    this.table = table;
    this.left = OVERLAP * table.size() + SHARE * users;
  }

  String at(long offset) throws MalformedFileException {
    if (offset == 0) {
      return ""; // Index 0 is the empty name, also where there is no table at all.
    }
    if (offset != lastAt) {
      last = table.name(offset, LONGEST_NAME);
      lastAt = offset;
    }
    left -= last.length();
    if (left < 0) {
      throw table.malformed(offset, "names that overlap more than any producer's do");
    }
    return last;
  }
}
