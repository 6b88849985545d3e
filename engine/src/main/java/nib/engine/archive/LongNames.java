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

  private static final long OVERLAP = 16;
  private static final long SHARE = 64;

  /// A table of at most this many bytes is kept in memory.
  private static final long SMALL = 1 << 20;

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
    int length = length(offset);
    left += SHARE - length;
    if (left < 0) {
      throw table.malformed(offset, "names that overlap more than any archiver's do");
    }
    return inMemory.isPresent()
        ? RawText.decode(inMemory.get(), (int) offset, length)
        : RawText.decode(table.copy(offset, length));
  }

  private int length(long at) throws MalformedFileException {
    if (inMemory.isPresent()) {
      return length(inMemory.get(), (int) at);
    }
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

  private int length(byte[] names, int at) throws MalformedFileException {
    int limit = Math.min(names.length, at + LONGEST + 1);
    for (int i = at; i < limit; i++) {
      if (names[i] == '\n' || names[i] == 0) {
        return i > at && names[i - 1] == '/' ? i - 1 - at : i - at;
      }
    }
    throw table.malformed(at, "a long name without an end");
  }
}
