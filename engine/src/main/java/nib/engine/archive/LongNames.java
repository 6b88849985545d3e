package nib.engine.archive;

import java.util.Optional;
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

  static final long OVERLAP = 16;
  static final long SHARE = 64;

  /// A table of at most this many bytes is kept in memory, enough for two hundred thousand names.
  private static final long SMALL = 8 << 20;

  private final ByteView table;
  private final Optional<byte[]> inMemory;
  private long left;

  LongNames(ByteView table) throws MalformedFileException {
    this(table, table.size() <= SMALL ? Optional.of(table.bytes()) : Optional.empty());
  }

  private LongNames(ByteView table, Optional<byte[]> inMemory) {
    this.table = table;
    this.inMemory = inMemory;
    this.left = OVERLAP * table.size();
  }

  /// The same table for another reader, who has read no names yet.
  LongNames again() {
    return new LongNames(table, inMemory);
  }

  long size() {
    return table.size();
  }

  String at(long offset) throws MalformedFileException {
    byte[] names;
    int start = 0;
    if (inMemory.isPresent()) {
      names = inMemory.get();
      start = (int) offset;
    } else {
      names = table.copy(offset, (int) Math.min(table.size() - offset, LONGEST + 1L));
    }
    int length = length(names, start, offset);
    left += SHARE - length;
    if (left < 0) {
      throw table.malformed(offset, "names that overlap more than any archiver's do");
    }
    return RawText.decode(names, start, length);
  }

  /// @param offset where the name stands in the table, for complaints
  private int length(byte[] names, int start, long offset) throws MalformedFileException {
    int limit = (int) Math.min(names.length, start + LONGEST + 1L);
    for (int i = start; i < limit; i++) {
      if (names[i] == '\n' || names[i] == 0) {
        return i > start && names[i - 1] == '/' ? i - 1 - start : i - start;
      }
    }
    throw table.malformed(offset, "a long name without an end");
  }
}
