package nib.app.symbols;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import nib.engine.catalog.Alike;
import nib.engine.catalog.ReadableNames;
import nib.engine.catalog.RowFinder;
import nib.engine.catalog.RowQuery;
import nib.engine.catalog.RowSorter;
import nib.engine.catalog.SymbolCatalog;
import nib.engine.diagnostic.FailureException;

/// A catalog and what answers questions about it. Any thread may ask.
final class Shelf {

  private final SymbolCatalog catalog;
  private final boolean readable;
  private final RowFinder finder;
  private final RowSorter sorter;
  private final AtomicReference<Optional<Alike>> alike = new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<Ordered>> ordered =
      new AtomicReference<>(Optional.empty());

  /// All rows in the order that was asked for last.
  @SuppressWarnings("ArrayRecordComponent") // nobody compares orders
  private record Ordered(List<RowSorter.Wish> wishes, int[] rows) {}

  Shelf(SymbolCatalog catalog, Optional<ReadableNames> names) {
    this.catalog = catalog;
    this.readable = names.isPresent();
    this.finder = new RowFinder(catalog, names);
    this.sorter = new RowSorter(catalog, names);
  }

  SymbolCatalog catalog() {
    return catalog;
  }

  /// Whether names as people read them are searched and sorted, and not only those of the files.
  boolean readable() {
    return readable;
  }

  RowList rows(RowQuery query, List<RowSorter.Wish> wishes)
      throws FailureException, InterruptedException {
    return new RowList(catalog, finder.rows(query, order(wishes)));
  }

  RowList named(String words, int most) throws InterruptedException {
    return new RowList(catalog, finder.named(words, most));
  }

  private int[] order(List<RowSorter.Wish> wishes) throws InterruptedException {
    var known = ordered.get().filter(one -> one.wishes().equals(wishes));
    if (known.isPresent()) {
      return known.get().rows();
    }
    int[] rows = wishes.isEmpty() ? finder.natural() : sorter.sort(wishes);
    ordered.set(Optional.of(new Ordered(wishes, rows)));
    return rows;
  }

  /// What defines the row's name and what needs it.
  Kin kin(SymbolRow row) {
    var known = alike.get().orElseGet(() -> new Alike(catalog));
    alike.set(Optional.of(known));
    return new Kin(
        row,
        new RowList(catalog, known.definers(row.number())),
        new RowList(catalog, known.needers(row.number())));
  }
}
