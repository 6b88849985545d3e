package nib.engine.archive;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
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
/// @param partial whether the archive has another one besides, which is not read: that of ARM64EC
///   (`/<ECSYMBOLS>/`), for code that x86-64 programs call
public record ArchiveIndex(Dialect dialect, boolean wide, ByteView table, boolean partial) {

  /// The only index of an archive.
  public ArchiveIndex(Dialect dialect, boolean wide, ByteView table) {
    this(dialect, wide, table, false);
  }

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
    long entries = 0;
    for (var piece : pieces(1)) {
      entries += forEach(piece, visitor);
    }
    if (entries < count()) {
      throw table.malformed(
          table.size(), "%d names for %d symbols in the index".formatted(entries, count()));
    }
  }

  /// A part of the index that can be read for itself.
  ///
  /// @param from where its names begin in the table
  /// @param to where they end
  public record Piece(long from, long to) {}

  /// Divides the index into at most `most` parts of about one size. An index of BSD's has one.
  public List<Piece> pieces(int most) throws MalformedFileException {
    if (dialect == Dialect.BSD) {
      return List.of(new Piece(0, table.size()));
    }
    var pieces = new ArrayList<Piece>();
    long from = word() * (1 + count());
    long size = (table.size() - from) / most;
    for (int i = 1; i < most; i++) {
      long to = nameBehind(Math.max(from, table.size() - (most - i) * size));
      pieces.add(new Piece(from, to));
      from = to;
    }
    pieces.add(new Piece(from, table.size()));
    return pieces;
  }

  /// Where the first name begins behind the one that `at` is in.
  private long nameBehind(long at) throws MalformedFileException {
    long here = at;
    while (here < table.size()) {
      int length = (int) Math.min(1 << 12, table.size() - here);
      int end = CString.end(table.copy(here, length), 0, length);
      if (end < length) {
        return here + end + 1;
      }
      here += length;
    }
    return here;
  }

  /// Hands every name of a part to `visitor`, counted from 0, and says how many there were. The
  /// parts can be read by several threads.
  public long forEach(Piece piece, Visitor visitor) throws MalformedFileException {
    return switch (dialect) {
      case GNU -> gnu(piece, visitor);
      case BSD -> bsd(visitor);
    };
  }

  private long gnu(Piece piece, Visitor visitor) throws MalformedFileException {
    long most = count();
    long next = piece.from(); // of what is not in the buffer yet
    var buffer = new byte[(int) Math.min(PIECE, piece.to() - next)];
    int held = 0;
    long entry = 0;
    while (entry < most && (next < piece.to() || held > 0)) {
      int more = (int) Math.min(buffer.length - held, piece.to() - next);
      table.copy(next, buffer, held, more);
      next += more;
      held += more;
      int at = 0;
      int end = CString.end(buffer, at, held);
      while (end < held && entry < most) {
        visitor.entry(buffer, at, end - at, entry);
        entry++;
        at = end + 1;
        end = CString.end(buffer, at, held);
      }
      held -= at;
      System.arraycopy(buffer, at, buffer, 0, held);
      if (entry < most && held > 0 && (next == piece.to() || held == buffer.length)) {
        throw table.malformed(next - held, "a name in the index without an end");
      }
    }
    return entry;
  }

  private long bsd(Visitor visitor) throws MalformedFileException {
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
    return count;
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
