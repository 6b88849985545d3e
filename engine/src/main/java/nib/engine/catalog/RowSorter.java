package nib.engine.catalog;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.IntFunction;

/// Sorts the rows of a catalog: every column becomes a number for each row first, so that sorting
/// only counts. Any thread may ask.
public final class RowSorter {

  /// What rows are sorted by.
  public enum Key {
    MEMBER,
    /// As the file has it.
    RAW_NAME,
    /// As people read it.
    READABLE_NAME,
    KIND,
    BINDING,
    SECTION,
    SIZE,
    LETTER
  }

  /// One column of an order.
  public record Wish(Key key, boolean ascending) {}

  private final SymbolCatalog catalog;
  private final Optional<ReadableNames> readable;
  private final ConcurrentMap<Key, Ranks> ranks = new ConcurrentHashMap<>();

  /// For each row its place among the values of a column, from 0 to below `count`.
  @SuppressWarnings("ArrayRecordComponent") // nobody compares ranks
  private record Ranks(int[] ofRow, int count) {}

  /// A sorter of a catalog's rows.
  ///
  /// @param readable without them readable names sort as the files have them
  public RowSorter(SymbolCatalog catalog, Optional<ReadableNames> readable) {
    this.catalog = catalog;
    this.readable = readable;
  }

  /// All rows in the order of these columns, the first before the others; rows that are equal in
  /// all of them stay in the order of the catalog.
  public int[] sort(List<Wish> wishes) throws InterruptedException {
    var rows = new int[catalog.rows()];
    Arrays.setAll(rows, i -> i);
    for (var wish : wishes.reversed()) {
      rows = count(rows, ranks(wish.key()), wish.ascending());
    }
    return rows;
  }

  private static int[] count(int[] rows, Ranks ranks, boolean ascending)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    int highest = ranks.count() - 1;
    var start = new int[ranks.count() + 1];
    for (int row : rows) {
      start[place(ranks.ofRow()[row], highest, ascending) + 1]++;
    }
    for (int i = 1; i < start.length; i++) {
      start[i] += start[i - 1];
    }
    var sorted = new int[rows.length];
    for (int row : rows) {
      sorted[start[place(ranks.ofRow()[row], highest, ascending)]++] = row;
    }
    return sorted;
  }

  private static int place(int rank, int highest, boolean ascending) {
    return ascending ? rank : highest - rank;
  }

  private Ranks ranks(Key key) {
    return ranks.computeIfAbsent(key, this::rank);
  }

  private Ranks rank(Key key) {
    return switch (key) {
      case MEMBER -> members();
      case RAW_NAME -> names(catalog.names()::compare);
      case READABLE_NAME ->
          names(
              readable
                  .<Comparator<Integer>>map(names -> names::compare)
                  .orElse(catalog.names()::compare));
      case KIND -> words(Traits.kinds(), Traits::kindWords, row -> kind(row));
      case BINDING -> words(Traits.BOUNDS, Traits::boundWords, row -> bound(row));
      case SECTION -> sections();
      case SIZE -> sizes();
      case LETTER -> of(catalog::letter, 256);
    };
  }

  private int kind(int row) {
    return Traits.kindNumber(catalog.traits(row));
  }

  private int bound(int row) {
    return Traits.boundNumber(catalog.traits(row));
  }

  private Ranks names(Comparator<Integer> order) {
    return through(order(catalog.names().size(), order), catalog::nameNumber);
  }

  private Ranks words(
      int count, IntFunction<String> words, java.util.function.IntUnaryOperator of) {
    return through(order(count, Comparator.comparing(words::apply)), of);
  }

  /// The rank of each of `count` things.
  private static int[] order(int count, Comparator<Integer> order) {
    var things = new Integer[count];
    Arrays.setAll(things, i -> i);
    Arrays.parallelSort(things, order);
    var rank = new int[count];
    for (int i = 0; i < count; i++) {
      rank[things[i]] = i;
    }
    return rank;
  }

  private Ranks through(int[] rank, java.util.function.IntUnaryOperator thing) {
    return of(row -> rank[thing.applyAsInt(row)], rank.length);
  }

  private Ranks of(java.util.function.IntUnaryOperator rank, int count) {
    var ofRow = new int[catalog.rows()];
    Arrays.setAll(ofRow, rank);
    return new Ranks(ofRow, count);
  }

  private Ranks members() {
    var members = catalog.members();
    var rank =
        order(
            members.size(),
            Comparator.<Integer, String>comparing(number -> members.get(number).shown())
                .thenComparing(number -> number));
    var ofRow = new int[catalog.rows()];
    for (int member = 0; member < members.size(); member++) {
      Arrays.fill(ofRow, catalog.start(member), catalog.end(member), rank[member]);
    }
    return new Ranks(ofRow, rank.length);
  }

  private Ranks sections() {
    // Each name once; the row that stands for it says how it goes on.
    var known = new java.util.HashMap<Long, Integer>();
    var standing = new java.util.ArrayList<Integer>();
    var number = new int[catalog.rows()];
    for (int row = 0; row < number.length; row++) {
      long own = catalog.sectionHasName(row) ? catalog.nameNumber(row) + 1L : 0;
      long name = (long) catalog.sectionNumber(row) << 32 | own;
      Integer before = known.putIfAbsent(name, standing.size());
      number[row] = before == null ? standing.size() : before;
      if (before == null) {
        standing.add(row);
      }
    }
    var texts = standing.stream().map(catalog::section).toArray(String[]::new);
    return through(
        order(texts.length, Comparator.comparing(thing -> texts[thing])), row -> number[row]);
  }

  /// Where a size means nothing it is smaller than all others.
  private Ranks sizes() {
    var sizes = new long[catalog.rows()];
    Arrays.setAll(sizes, this::size);
    var different = sizes.clone();
    Arrays.parallelSort(different);
    int count = 0;
    for (int i = 0; i < different.length; i++) {
      if (i == 0 || different[i] != different[i - 1]) {
        different[count++] = different[i];
      }
    }
    int end = count;
    return of(row -> Arrays.binarySearch(different, 0, end, sizes[row]), end);
  }

  private long size(int row) {
    return catalog.defined(row) ? catalog.size(row) : -1;
  }
}
