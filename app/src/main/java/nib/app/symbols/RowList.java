package nib.app.symbols;

import java.util.Arrays;
import javafx.collections.ObservableListBase;
import nib.engine.catalog.RowFinder;
import nib.engine.catalog.SymbolCatalog;
import org.jspecify.annotations.Nullable;

/// Rows of a catalog as a list for a table, which makes a [SymbolRow] for each that is looked at.
/// It never changes: other rows are another list.
public final class RowList extends ObservableListBase<SymbolRow> {

  private final SymbolCatalog catalog;
  private final int[] rows;

  RowList(SymbolCatalog catalog, int[] rows) {
    this.catalog = catalog;
    this.rows = rows;
  }

  @Override
  public SymbolRow get(int index) {
    return new SymbolRow(catalog, rows[index]);
  }

  @Override
  public int size() {
    return rows.length;
  }

  /// Looks at numbers only; the table asks this for what is selected.
  @Override
  public int indexOf(@Nullable Object wanted) {
    return wanted instanceof SymbolRow(var from, int row) && from.sameReading(catalog)
        ? RowFinder.position(rows, row)
        : -1;
  }

  /// A property compares its new value with the old one, a million rows at a time.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RowList list
        ? list.catalog.sameReading(catalog) && Arrays.equals(list.rows, rows)
        : super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }

  @Override
  public boolean contains(@Nullable Object wanted) {
    return indexOf(wanted) >= 0;
  }
}
