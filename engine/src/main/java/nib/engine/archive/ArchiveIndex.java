package nib.engine.archive;

import java.nio.ByteOrder;
import nib.engine.binary.ByteView;
import nib.engine.binary.CString;
import nib.engine.binary.MalformedFileException;

/// The symbol index of an archive: the names that its members define for others, each with the
/// offset of its member's header. Linkers look nowhere else.
///
/// - GNU (`/`, and `/SYM64/` with words of 8 bytes): a count, as many offsets, as many names,
///   numbers big-endian. Microsoft's first linker member is the same.
/// - BSD and Darwin (`__.SYMDEF`, `__.SYMDEF_64`): the size of a table, pairs of a name's place and
///   an offset, the size of the names, the names; numbers in the machine's order, nearly always
///   little-endian.
///
/// It repeats what members say. Nothing keeps it from being old or wrong, so whoever asks it looks
/// at the members too.
///
/// @param wide whether numbers have 8 bytes
public record ArchiveIndex(Dialect dialect, boolean wide, ByteView table) {

  /// Who wrote it.
  public enum Dialect {
    GNU,
    BSD
  }

  /// Names are read in pieces of this many bytes, so that memory does not grow with the index.
  private static final int PIECE = 1 << 20;

  /// Takes entries; the name is `length` bytes of `bytes` from `at` on, good for this call only.
  @FunctionalInterface
  public interface Visitor {
    void entry(byte[] bytes, int at, int length, long entry) throws MalformedFileException;
  }

  /// How many entries there are.
  public long count() throws MalformedFileException {
    return switch (dialect) {
      case GNU -> {
        long count = word(big(), 0);
        if (count < 0 || count > (table.size() - word()) / (word() + 1)) {
          throw table.malformed(
              0,
              "an index of %s symbols in %d bytes"
                  .formatted(Long.toUnsignedString(count), table.size()));
        }
        yield count;
      }
      case BSD -> {
        long size = word(table, 0);
        if (size < 0 || size % (2L * word()) != 0 || size > table.size() - 2L * word()) {
          throw table.malformed(
              0,
              "an index table of %s bytes in %d"
                  .formatted(Long.toUnsignedString(size), table.size()));
        }
        yield size / (2L * word());
      }
    };
  }

  /// Offset in the archive of the header of the member that defines entry number `entry`.
  public long member(long entry) throws MalformedFileException {
    return switch (dialect) {
      case GNU -> word(big(), word() * (1 + entry));
      case BSD -> word(table, word() * (2 + 2 * entry));
    };
  }

  /// Hands every name to `visitor`, in the index's order.
  public void forEach(Visitor visitor) throws MalformedFileException {
    switch (dialect) {
      case GNU -> gnu(visitor);
      case BSD -> bsd(visitor);
    }
  }

  private void gnu(Visitor visitor) throws MalformedFileException {
    long count = count();
    long next = word() * (1 + count); // of what is not in the buffer yet
    var buffer = new byte[(int) Math.min(PIECE, table.size() - next)];
    int held = 0;
    long entry = 0;
    while (entry < count) {
      int more = (int) Math.min(buffer.length - held, table.size() - next);
      table.copy(next, buffer, held, more);
      next += more;
      held += more;
      int at = 0;
      int end = CString.end(buffer, at, held);
      while (end < held && entry < count) {
        visitor.entry(buffer, at, end - at, entry);
        entry++;
        at = end + 1;
        end = CString.end(buffer, at, held);
      }
      held -= at;
      System.arraycopy(buffer, at, buffer, 0, held);
      if (entry < count && (next == table.size() || held == buffer.length)) {
        throw table.malformed(next - held, "a name in the index without an end");
      }
    }
  }

  private void bsd(Visitor visitor) throws MalformedFileException {
    long count = count();
    long namesAt = word() * (2 + 2 * count);
    byte[] names = table.slice(namesAt, table.size() - namesAt).bytes();
    var pairs = table.slice(word(), 2 * count * word()).loaded();
    long left = 16L * names.length + 64 * count; // names may share bytes, but not that much
    for (long entry = 0; entry < count; entry++) {
      long at = word(pairs, 2 * entry * word());
      if (at < 0 || at >= names.length) {
        throw table.malformed(word() * (1 + 2 * entry), "the name at %d".formatted(at));
      }
      int length = CString.end(names, (int) at, names.length) - (int) at;
      left -= length;
      if (left < 0) {
        throw table.malformed(namesAt + at, "names that overlap more than any archiver's do");
      }
      visitor.entry(names, (int) at, length, entry);
    }
  }

  private int word() {
    return wide ? 8 : 4;
  }

  private ByteView big() {
    return table.ordered(ByteOrder.BIG_ENDIAN);
  }

  private long word(ByteView view, long at) throws MalformedFileException {
    return wide ? view.u64(at) : view.u32(at);
  }
}
