package nib.engine.symbols;

/// The order in which `nm` lists one object's symbols: by the bytes of their names, then by size,
/// then by value.
///
/// Sorts numbers of rows, since boxed ones and a chain of comparators took most of the time of a
/// listing.
abstract class NameOrder {

  /// Fewer rows than this are inserted one by one.
  private static final int FEW = 7;

  /// For each row the start of its name, which decides nearly always.
  private long[] starts = {};

  private int[] scratch = {};

  /// Sorts the first `count` rows; equal ones keep their order.
  ///
  /// @param startOf for each row the first eight bytes of its name, the first one highest, with
  ///   zeros behind a shorter one
  final void sort(int[] rows, int count, long[] startOf) {
    starts = startOf;
    if (count < FEW) {
      insert(rows, 0, count);
      return;
    }
    if (scratch.length < count) {
      scratch = new int[Math.max(count, 2 * scratch.length)];
    }
    System.arraycopy(rows, 0, scratch, 0, count);
    sort(scratch, rows, 0, count);
  }

  /// Sorts `rows` between two places, of which `other` has the same there. Merges halves, so
  /// hostile names cost no more than others.
  private void sort(int[] other, int[] rows, int from, int to) {
    if (to - from < FEW) {
      insert(rows, from, to);
      return;
    }
    int middle = (from + to) >>> 1;
    sort(rows, other, from, middle);
    sort(rows, other, middle, to);
    int left = from;
    int right = middle;
    for (int at = from; at < to; at++) {
      boolean first = right >= to || (left < middle && compare(other[left], other[right]) <= 0);
      rows[at] = first ? other[left++] : other[right++];
    }
  }

  private void insert(int[] rows, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int row = rows[i];
      int at = i;
      while (at > from && compare(rows[at - 1], row) > 0) {
        rows[at] = rows[at - 1];
        at--;
      }
      rows[at] = row;
    }
  }

  private int compare(int one, int other) {
    long start = starts[one];
    long otherStart = starts[other];
    if (start != otherStart) {
      return start + Long.MIN_VALUE < otherStart + Long.MIN_VALUE ? -1 : 1; // without signs
    }
    int byName = compareNames(one, other);
    if (byName != 0) {
      return byName;
    }
    int bySize = Long.compareUnsigned(size(one), size(other));
    return bySize != 0 ? bySize : Long.compareUnsigned(value(one), value(other));
  }

  /// The order of two names' bytes that start alike.
  abstract int compareNames(int one, int other);

  /// The size that rows of one name are sorted by.
  abstract long size(int row);

  /// The value that rows of one name and one size are sorted by.
  abstract long value(int row);
}
