package nib.engine.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nib.engine.catalog.RowQuery.Text;
import nib.engine.diagnostic.FailureException;

/// Finds the rows of a catalog that a query wants. Names are looked into once each and not once a
/// row; a word that only got longer is looked for among the last one's names. Any thread may ask.
public final class RowFinder {

  /// Names that one thread looks into at a time.
  private static final int BLOCK = 1 << 13;

  private final SymbolCatalog catalog;
  private final Optional<ReadableNames> readable;
  private final AtomicReference<List<WordHits>> last = new AtomicReference<>(List.of());
  private final AtomicLong looked = new AtomicLong();

  /// The names that have a word.
  private record WordHits(String word, BitSet names) {}

  /// A finder over a catalog.
  ///
  /// @param readable its names for people; without them only names as the files have them are found
  public RowFinder(SymbolCatalog catalog, Optional<ReadableNames> readable) {
    this.catalog = catalog;
    this.readable = readable;
  }

  /// How many names it has looked into.
  long looked() {
    return looked.get();
  }

  /// The wanted rows, in their order in the catalog.
  public int[] rows(RowQuery query) throws FailureException, InterruptedException {
    return rows(query, natural());
  }

  /// The wanted rows, in the order that all rows are given in.
  public int[] rows(RowQuery query, int[] order) throws FailureException, InterruptedException {
    if (query.everything()) {
      return order;
    }
    var kept = keep(query);
    var rows = new int[kept.cardinality()];
    int count = 0;
    for (int row : order) {
      if (kept.get(row)) {
        rows[count++] = row;
      }
    }
    return rows;
  }

  /// The first rows whose name has every word.
  public int[] named(String line, int most) throws InterruptedException {
    var names = new BitSet();
    names.set(0, catalog.names().size());
    if (RowQuery.words(line) instanceof Text.Words(var words)) {
      for (String word : words) {
        names.and(names(word));
      }
    }
    return IntStream.range(0, catalog.rows())
        .filter(row -> names.get(catalog.nameNumber(row)))
        .limit(most)
        .toArray();
  }

  /// Every row in the catalog's own order.
  public int[] natural() {
    return IntStream.range(0, catalog.rows()).toArray();
  }

  private BitSet keep(RowQuery query) throws FailureException, InterruptedException {
    int from = query.members().map(wanted -> catalog.start(wanted.from())).orElse(0);
    int to = query.members().map(wanted -> catalog.end(wanted.to() - 1)).orElse(catalog.rows());
    var kept = new BitSet(catalog.rows());
    kept.set(from, to);
    if (query.side() != RowQuery.Side.ALL || query.kind().isPresent()) {
      for (int row = from; row < to; row++) {
        if (!query.side().keeps(catalog.traits(row))
            || (query.kind().isPresent() && query.kind().get() != catalog.kind(row))) {
          kept.clear(row);
        }
      }
    }
    switch (query.text()) {
      case Text.Words(var words) -> keepWords(words, kept);
      case Text.Expression(var pattern) -> keepNames(matching(pattern), kept);
    }
    return kept;
  }

  private void keepNames(BitSet names, BitSet kept) {
    for (int row = kept.nextSetBit(0); row >= 0; row = kept.nextSetBit(row + 1)) {
      if (!names.get(catalog.nameNumber(row))) {
        kept.clear(row);
      }
    }
  }

  private void keepWords(List<String> words, BitSet kept) throws InterruptedException {
    var hits = new ArrayList<WordHits>();
    for (String word : words) {
      var found = new WordHits(word, names(word));
      hits.add(found);
      keepWord(found, kept);
    }
    if (!hits.isEmpty()) {
      last.set(List.copyOf(hits));
    }
  }

  private void keepWord(WordHits hits, BitSet kept) {
    byte[] word = ByteSearch.lower(hits.word());
    var members = members(hits.word());
    var sections = new SectionHits(catalog, word);
    long kinds = mask(Traits.kinds(), hits.word(), Traits::kindWords);
    long bounds = mask(Traits.BOUNDS, hits.word(), Traits::boundWords);
    int member = 0;
    for (int row = kept.nextSetBit(0); row >= 0; row = kept.nextSetBit(row + 1)) {
      while (catalog.end(member) <= row) {
        member++;
      }
      int traits = catalog.traits(row);
      boolean keeps =
          hits.names().get(catalog.nameNumber(row))
              || members.get(member)
              || (kinds >>> Traits.kindNumber(traits) & 1) != 0
              || (bounds >>> Traits.boundNumber(traits) & 1) != 0
              || sections.has(row);
      if (!keeps) {
        kept.clear(row);
      }
    }
  }

  private static long mask(int count, String word, java.util.function.IntFunction<String> words) {
    long mask = 0;
    for (int i = 0; i < count; i++) {
      mask |= words.apply(i).contains(word) ? 1L << i : 0;
    }
    return mask;
  }

  private BitSet members(String word) {
    byte[] lower = ByteSearch.lower(word);
    var found = new BitSet();
    for (int i = 0; i < catalog.members().size(); i++) {
      byte[] shown = nib.engine.binary.RawText.encode(catalog.members().get(i).shown());
      if (ByteSearch.contains(shown, 0, shown.length, lower)) {
        found.set(i);
      }
    }
    return found;
  }

  private BitSet names(String word) throws InterruptedException {
    var known = last.get();
    for (var hits : known) {
      if (hits.word().equals(word)) {
        return hits.names();
      }
    }
    var among =
        known.stream().filter(hits -> word.contains(hits.word())).map(WordHits::names).findFirst();
    byte[] lower = ByteSearch.lower(word);
    return search(
        among,
        name ->
            ByteSearch.contains(catalog.names().piece(name), lower)
                || (readable.isPresent() && readable.get().contains(name, lower)));
  }

  private BitSet matching(Pattern pattern) throws FailureException, InterruptedException {
    var caller = Thread.currentThread();
    try {
      return search(
          Optional.empty(),
          name ->
              matches(pattern, catalog.names().text(name), caller)
                  || (readable.isPresent() && matches(pattern, readable.get().text(name), caller)));
    } catch (StackOverflowError e) {
      throw new FailureException(
          "the regular expression repeats a group too often for a long name",
          "write it without a repeated group, such as [ab]* for (a|b)*",
          e);
    }
  }

  private static boolean matches(Pattern pattern, String name, Thread caller) {
    return pattern.matcher(new Interruptible(name, caller)).find();
  }

  /// What says yes or no to a name.
  @FunctionalInterface
  private interface NameTest {
    boolean keeps(int name);
  }

  private BitSet search(Optional<BitSet> among, NameTest test) throws InterruptedException {
    int count = catalog.names().size();
    var caller = Thread.currentThread();
    var blocks = new BitSet[(count + BLOCK - 1) / BLOCK];
    try {
      IntStream.range(0, blocks.length)
          .parallel()
          .forEach(block -> {
            var found = new BitSet(BLOCK);
            if (!caller.isInterrupted()) {
              search(block * BLOCK, Math.min(count, (block + 1) * BLOCK), among, test, found);
            }
            blocks[block] = found;
          });
    } catch (Interruptible.Stopped e) {
      throw interrupted();
    }
    if (caller.isInterrupted()) {
      throw interrupted();
    }
    var all = new BitSet(count);
    for (int block = 0; block < blocks.length; block++) {
      int from = block * BLOCK;
      blocks[block].stream().forEach(i -> all.set(from + i));
    }
    return all;
  }

  private static InterruptedException interrupted() {
    Thread.interrupted();
    return new InterruptedException();
  }

  private void search(int from, int to, Optional<BitSet> among, NameTest test, BitSet found) {
    int seen = 0;
    for (int name = from; name < to; name++) {
      if (among.isPresent()) {
        name = among.get().nextSetBit(name);
        if (name < 0 || name >= to) {
          break;
        }
      }
      seen++;
      if (test.keeps(name)) {
        found.set(name - from);
      }
    }
    looked.addAndGet(seen);
  }

  /// The position of a row in a list of rows, or -1.
  public static int position(int[] rows, int row) {
    // Rows in their own order are the common case.
    int found = Arrays.binarySearch(rows, row);
    if (found >= 0 && rows[found] == row) {
      return found;
    }
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] == row) {
        return i;
      }
    }
    return -1;
  }
}
