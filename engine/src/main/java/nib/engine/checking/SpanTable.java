package nib.engine.checking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import nib.engine.text.Span;

/// Facts about nodes of a tree, which are told apart by identity and found by their spans.
///
/// A node is added when all that is inside of it has been, so that they come in order by
/// themselves: the one that ends first, then the inner one. Two lists are all there is; a hash
/// table takes four times the room.
final class SpanTable<K, V> {

  private static final int IN_ORDER = Integer.MAX_VALUE;

  private final Function<K, Span> span;
  private final ArrayList<K> keys = new ArrayList<>();
  private final ArrayList<V> values = new ArrayList<>();
  private long last = Long.MIN_VALUE;

  /// The first node that comes before the one added before it.
  private int broken = IN_ORDER;

  SpanTable(Function<K, Span> span) {
    this.span = span;
  }

  void add(K key, V value) {
    long place = place(key);
    if (place < last && broken == IN_ORDER) {
      broken = keys.size();
    }
    last = place;
    keys.add(key);
    values.add(value);
  }

  int size() {
    return keys.size();
  }

  K key(int at) {
    return keys.get(at);
  }

  V value(int at) {
    return values.get(at);
  }

  /// Puts what was added from there on into order, when it was not walked through in the order of
  /// the text.
  void settle(int from) {
    if (broken < from || broken == IN_ORDER) {
      return;
    }
    sort(from);
    last = place(keys.getLast());
    boolean late = from > 0 && place(keys.get(from)) < place(keys.get(from - 1));
    broken = late ? from : IN_ORDER;
  }

  private void sort(int from) {
    var some = List.copyOf(keys.subList(from, keys.size()));
    var theirs = List.copyOf(values.subList(from, values.size()));
    var sorted =
        IntStream.range(0, some.size())
            .boxed()
            .sorted(Comparator.comparingLong(at -> place(some.get(at))))
            .toList();
    for (int i = 0; i < sorted.size(); i++) {
      keys.set(from + i, some.get(sorted.get(i)));
      values.set(from + i, theirs.get(sorted.get(i)));
    }
  }

  /// Nothing is added after this.
  void close() {
    settle(0);
    keys.trimToSize();
    values.trimToSize();
  }

  @SuppressWarnings("ReferenceEquality") // nodes are told apart by identity
  Optional<V> get(K key) {
    long place = place(key);
    for (int at = first(place); at < keys.size() && place(keys.get(at)) == place; at++) {
      if (keys.get(at) == key) {
        return Optional.of(values.get(at));
      }
    }
    return Optional.empty();
  }

  private int first(long place) {
    int low = 0;
    int high = keys.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (place(keys.get(middle)) < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Orders nodes by their ends; of those that end together the inner one comes first.
  private long place(K key) {
    var at = span.apply(key);
    return ((long) at.end() << Integer.SIZE) - at.start();
  }
}
