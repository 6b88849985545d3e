package nib.engine.archive;

import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.RawText;

/// The table of names that do not fit into headers. A name ends with a newline (GNU, with a slash
/// before it) or NUL (Microsoft).
///
/// A hostile archive lets a million headers share one long name, so what may be read out of the
/// table is bounded by its own size and the number of its users; an honest one stays far below.
final class LongNames {

  /// PATH_MAX of Linux: no file has a longer name, so no member has.
  static final int LONGEST = 4096;

  private static final long OVERLAP = 16;
  private static final long SHARE = 64;

  /// A table of at most this many bytes is kept in memory.
  private static final long SMALL = 1 << 20;

  private final ByteView table;
  private long left;

  LongNames(ByteView table) throws MalformedFileException {
    this(table.size() <= SMALL ? table.loaded() : table, OVERLAP * table.size());
  }

  private LongNames(ByteView table, long left) {
    this.table = table;
    this.left = left;
  }

  /// The same table for another reader, who has read no names yet.
  LongNames again() {
    return new LongNames(table, OVERLAP * table.size());
  }

  long size() {
    return table.size();
  }

  String at(long offset) throws MalformedFileException {
    int length = length(offset);
    left += SHARE - length;
    if (left < 0) {
      throw table.malformed(offset, "names that overlap more than any archiver's do");
    }
    return RawText.decode(table.copy(offset, length));
  }

  private int length(long at) throws MalformedFileException {
    long limit = Math.min(table.size() - at, LONGEST + 1L);
    for (int length = 0; length < limit; length++) {
      int one = table.u8(at + length);
      if (one == '\n' || one == 0) {
        boolean slash = length > 0 && table.u8(at + length - 1) == '/';
        return slash ? length - 1 : length;
      }
    }
    throw table.malformed(at, "a long name without an end");
  }
}
