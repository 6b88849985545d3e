package nib.engine.symbols;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import nib.engine.archive.ArchiveIndex;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.NameSet;

/// Where an archive's index has some names: for each the first entry, and how many there are.
final class IndexSearch {

  static final long NOWHERE = -1;

  /// An index of fewer bytes is read before a second thread has begun.
  private static final long WORTH_THREADS = 1 << 16;

  private final NameSet wanted;
  private final long[] first;
  private final int[] count;

  private IndexSearch(NameSet wanted) {
    this.wanted = wanted;
    this.first = new long[wanted.size()];
    this.count = new int[wanted.size()];
    Arrays.fill(first, NOWHERE);
  }

  /// A search that found nothing, for archives without an index.
  static IndexSearch nothing(NameSet wanted) {
    return new IndexSearch(wanted);
  }

  static IndexSearch of(ArchiveIndex index, NameSet wanted) throws MalformedFileException {
    boolean large = index.table().size() >= WORTH_THREADS;
    var parts = new ArrayList<Part>();
    for (var piece : index.pieces(large ? Batches.THREADS : 1)) {
      parts.add(new Part(index, piece, wanted));
    }
    var whole = new IndexSearch(wanted);
    long before = 0;
    for (var part : Team.results(parts)) {
      whole.add(part.search, before);
      before += part.entries;
    }
    if (before < index.count()) {
      throw index
          .table()
          .malformed(0, "%d names for %d symbols in the index".formatted(before, index.count()));
    }
    return whole;
  }

  /// The first entry of the name at `position` of the wanted ones, or [#NOWHERE].
  long first(int position) {
    return first[position];
  }

  /// How many entries the name has.
  int count(int position) {
    return count[position];
  }

  /// The search of a part, which may run in a thread of its own.
  private static final class Part implements Callable<Part>, ArchiveIndex.Visitor {

    private final ArchiveIndex index;
    private final ArchiveIndex.Piece piece;
    private final IndexSearch search;
    private long entries;

    Part(ArchiveIndex index, ArchiveIndex.Piece piece, NameSet wanted) {
      this.index = index;
      this.piece = piece;
      this.search = new IndexSearch(wanted);
    }

    @Override
    public Part call() throws MalformedFileException {
      entries = index.forEach(piece, this);
      return this;
    }

    @Override
    public void entry(byte[] bytes, int at, int length, long entry) {
      search.note(bytes, at, length, entry);
    }
  }

  private void note(byte[] bytes, int at, int length, long entry) {
    int position = wanted.find(bytes, at, length);
    if (position >= 0) {
      if (first[position] == NOWHERE) {
        first[position] = entry;
      }
      count[position]++;
    }
  }

  /// Adds what a later part found, whose entries count from `before`.
  private void add(IndexSearch later, long before) {
    for (int i = 0; i < first.length; i++) {
      if (first[i] == NOWHERE && later.first[i] != NOWHERE) {
        first[i] = before + later.first[i];
      }
      count[i] += later.count[i];
    }
  }
}
