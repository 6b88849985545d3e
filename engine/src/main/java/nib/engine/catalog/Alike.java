package nib.engine.catalog;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The rows of each name: where a symbol is defined, and which members need it.
public final class Alike {

  private final SymbolCatalog catalog;
  private final int[] start;
  private final int[] rows;

  /// Gathers the rows of a catalog by their names.
  public Alike(SymbolCatalog catalog) {
    this.catalog = catalog;
    start = new int[catalog.names().size() + 1];
    rows = new int[catalog.rows()];
    for (int row = 0; row < rows.length; row++) {
      start[catalog.nameNumber(row) + 1]++;
    }
    for (int i = 1; i < start.length; i++) {
      start[i] += start[i - 1];
    }
    var next = Arrays.copyOf(start, start.length - 1);
    for (int row = 0; row < rows.length; row++) {
      rows[next[catalog.nameNumber(row)]++] = row;
    }
  }

  /// The definitions that a reference to the row's name from another member can resolve to.
  public int[] definers(int row) {
    return alike(row).filter(catalog::linkable).toArray();
  }

  /// The members' rows that need the row's name from elsewhere.
  public int[] needers(int row) {
    return alike(row).filter(one -> !catalog.defined(one)).toArray();
  }

  private IntStream alike(int row) {
    int name = catalog.nameNumber(row);
    return Arrays.stream(rows, start[name], start[name + 1]);
  }
}
