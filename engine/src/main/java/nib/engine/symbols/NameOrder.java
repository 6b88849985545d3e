package nib.engine.symbols;

import java.util.Arrays;
import nib.engine.objectfile.SymbolTable;

/// The order in which `nm` lists one object's symbols: by the bytes of their names, then by size,
/// then by value.
///
/// Sorts numbers of rows, since boxed ones and a chain of comparators took most of the time of a
/// listing.
final class NameOrder {

  /// Fewer rows than this are inserted one by one.
  private static final int FEW = 7;

  private final SymbolTable symbols;
  private final NmMarks marks;

  /// For each row the start of its name, which decides nearly always.
  private final long[] starts;

  private NameOrder(SymbolTable symbols, NmMarks marks) {
    this.symbols = symbols;
    this.marks = marks;
    this.starts = new long[symbols.size()];
  }

  /// The rows of a table that are listed, sorted.
  static int[] of(SymbolTable symbols, NmMarks marks) {
    var order = new NameOrder(symbols, marks);
    var rows = new int[symbols.size()];
    int count = 0;
    for (int row = 0; row < rows.length; row++) {
      if (!marks.omits(row)) {
        order.starts[row] = symbols.nameStart(row);
        rows[count++] = row;
      }
    }
    rows = Arrays.copyOf(rows, count);
    order.sort(rows.clone(), rows, 0, count);
    return rows;
  }

  /// Sorts `rows` between two places, of which `scratch` has the same there; equal ones keep their
  /// order. Merges halves, so hostile names cost no more than others.
  private void sort(int[] scratch, int[] rows, int from, int to) {
    if (to - from < FEW) {
      insert(rows, from, to);
      return;
    }
    int middle = (from + to) >>> 1;
    sort(rows, scratch, from, middle);
    sort(rows, scratch, middle, to);
    int left = from;
    int right = middle;
    for (int at = from; at < to; at++) {
      boolean first = right >= to || (left < middle && compare(scratch[left], scratch[right]) <= 0);
      rows[at] = first ? scratch[left++] : scratch[right++];
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
    int byName = symbols.compareNames(one, other);
    if (byName != 0) {
      return byName;
    }
    int bySize = Long.compareUnsigned(marks.size(one), marks.size(other));
    return bySize != 0 ? bySize : Long.compareUnsigned(marks.value(one), marks.value(other));
  }
}
