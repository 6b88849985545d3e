package nib.engine.symbols;

import java.util.Arrays;
import nib.engine.objectfile.SymbolTable;

/// The order of a table's symbols.
final class SymbolOrder extends NameOrder {

  private final SymbolTable symbols;
  private final NmMarks marks;

  private SymbolOrder(SymbolTable symbols, NmMarks marks) {
    this.symbols = symbols;
    this.marks = marks;
  }

  /// The rows of a table that are listed, sorted.
  static int[] of(SymbolTable symbols, NmMarks marks) {
    var starts = new long[symbols.size()];
    var rows = new int[symbols.size()];
    int count = 0;
    for (int row = 0; row < rows.length; row++) {
      if (!marks.omits(row)) {
        starts[row] = symbols.nameStart(row);
        rows[count++] = row;
      }
    }
    new SymbolOrder(symbols, marks).sort(rows, count, starts);
    return Arrays.copyOf(rows, count);
  }

  @Override
  int compareNames(int one, int other) {
    return symbols.compareNames(one, other);
  }

  @Override
  long size(int row) {
    return marks.size(row);
  }

  @Override
  long value(int row) {
    return marks.value(row);
  }
}
