package nib.engine.symbols;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import nib.engine.archive.ArchiveReader;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.NameSet;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.objectfile.SymbolTable;
import org.jspecify.annotations.Nullable;

/// Opens the members that an index names for wanted names, each once, a few at a time.
final class IndexedMembers {

  /// What became of a member.
  ///
  /// @param remark what is wrong with it, or empty
  /// @param definitions its wanted symbols, of which `positions` says the names' positions
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  record Opened(String remark, Member.@Nullable Read definitions, int[] positions) {

    private static final int[] NONE = {};
  }

  private final LibraryFile library;
  private final NameSet wanted;

  /// For each wanted name where the index says that its member begins, or -1.
  private final long[] offsets;

  /// The members to open, in their order.
  private final long[] members;

  private final Opened[] opened;
  private final AtomicInteger next = new AtomicInteger();

  private IndexedMembers(LibraryFile library, NameSet wanted, long[] offsets) {
    this.library = library;
    this.wanted = wanted;
    this.offsets = offsets;
    this.members = distinct(offsets);
    this.opened = new Opened[members.length];
  }

  /// What became of the members at `offsets`, in their order.
  static List<Opened> open(LibraryFile library, NameSet wanted, long[] offsets)
      throws MalformedFileException {
    var all = new IndexedMembers(library, wanted, offsets);
    Callable<Boolean> work = all::work;
    Team.results(Collections.nCopies(Math.min(Batches.THREADS, all.members.length), work));
    return List.of(all.opened);
  }

  private static long[] distinct(long[] offsets) {
    var sorted = offsets.clone();
    Arrays.sort(sorted);
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (sorted[i] >= 0 && (count == 0 || sorted[count - 1] != sorted[i])) {
        sorted[count++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, count);
  }

  /// Opens members until none is left; runs in several threads.
  private boolean work() throws MalformedFileException {
    var finder = new ArchiveReader.Finder(library.view());
    var reader = new MemberReader(library.path(), SymbolFilter.DEFINITIONS);
    var seen = new int[wanted.size()];
    for (int i = next.getAndIncrement(); i < members.length; i = next.getAndIncrement()) {
      opened[i] = one(finder, reader, i, seen);
    }
    return true;
  }

  private Opened one(ArchiveReader.Finder finder, MemberReader reader, int number, int[] seen) {
    try {
      var member = finder.at(members[number]);
      var item = new Batches.Item(member, member.content().windowed(), finder.thin());
      return reader.read(item) instanceof Member.Read read
          ? wanted(read, number, seen)
          : new Opened("", null, Opened.NONE);
    } catch (MalformedFileException e) {
      String remark =
          "the index of %s leads to offset 0x%x, where no member is: %s"
              .formatted(library.path(), members[number], e.what());
      return new Opened(remark, null, Opened.NONE);
    }
  }

  /// What is wanted of a member, its first definition of each name.
  ///
  /// @param seen for each name the last member, counted from 1, that was found to define it
  private Opened wanted(Member.Read member, int number, int[] seen) {
    var symbols = member.object().symbols();
    SymbolTable.NameFinder names = wanted::find;
    var rows = new int[8];
    var positions = new int[8];
    int count = 0;
    for (int i = 0; i < symbols.size(); i++) {
      int position = symbols.findName(i, names);
      if (position >= 0 && seen[position] != number + 1 && offsets[position] == members[number]) {
        seen[position] = number + 1;
        if (count == rows.length) {
          rows = Arrays.copyOf(rows, 2 * count);
          positions = Arrays.copyOf(positions, 2 * count);
        }
        rows[count] = i;
        positions[count++] = position;
      }
    }
    return new Opened("", member.only(Arrays.copyOf(rows, count)), Arrays.copyOf(positions, count));
  }
}
