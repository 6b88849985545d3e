package nib.engine.symbols;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import nib.engine.archive.ArchiveReader;
import nib.engine.binary.MalformedFileException;

/// Opens the members that an index leads to, each once and a few at a time.
final class MembersAt<T> {

  /// Makes something of a member; runs in several threads.
  interface Reader<T> {

    T read(long offset, Batches.Item item) throws MalformedFileException;

    /// What to make of a place where no member is.
    T nothing(long offset, MalformedFileException why);
  }

  private final LibraryFile library;
  private final Reader<T> reader;
  private final long[] members;
  private final AtomicReferenceArray<T> results;
  private final AtomicInteger next = new AtomicInteger();

  private MembersAt(LibraryFile library, long[] members, Reader<T> reader) {
    this.library = library;
    this.reader = reader;
    this.members = members;
    this.results = new AtomicReferenceArray<>(members.length);
  }

  /// What `reader` makes of the members at `offsets`, in their order in the archive.
  ///
  /// @param offsets of members' headers, in any order, one or many times; negative ones are none
  static <T> List<T> read(LibraryFile library, long[] offsets, Reader<T> reader)
      throws MalformedFileException {
    var all = new MembersAt<>(library, distinct(offsets), reader);
    Callable<Boolean> work = all::work;
    Team.results(Collections.nCopies(Math.min(Batches.THREADS, all.members.length), work));
    var results = new ArrayList<T>(all.members.length);
    for (int i = 0; i < all.members.length; i++) {
      results.add(all.results.get(i));
    }
    return results;
  }

  private static long[] distinct(long[] offsets) {
    // An array of so many would be sorted by parts of the library that the virtual machine makes
    // when they are first used, which takes longer than reading a hundred members.
    var sorted = new TreeSet<Long>();
    for (long offset : offsets) {
      if (offset >= 0) {
        sorted.add(offset);
      }
    }
    var distinct = new long[sorted.size()];
    int count = 0;
    for (long offset : sorted) {
      distinct[count++] = offset;
    }
    return distinct;
  }

  /// Opens members until none is left.
  private boolean work() throws MalformedFileException {
    var finder = new ArchiveReader.Finder(library.view());
    for (int i = next.getAndIncrement(); i < members.length; i = next.getAndIncrement()) {
      results.set(i, one(finder, members[i]));
    }
    return true;
  }

  private T one(ArchiveReader.Finder finder, long offset) {
    try {
      var member = finder.at(offset);
      return reader.read(
          offset, new Batches.Item(member, member.content().windowed(), finder.thin()));
    } catch (MalformedFileException e) {
      return reader.nothing(offset, e);
    }
  }
}
