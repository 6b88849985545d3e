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
/// Nodes are added when all that is inside of them has been, so that they come in order by
/// themselves: the one that ends first, then the inner one. Two lists are all there is; a hash
/// table takes four times the room and the time.
final class SpanTable<K, V> {

  private final Function<K, Span> span;
  private final Comparator<K> order;
  private final ArrayList<K> keys = new ArrayList<>();
  private final ArrayList<V> values = new ArrayList<>();

  SpanTable(Function<K, Span> span) {
    this.span = span;
    this.order =
        Comparator.comparingInt((K key) -> span.apply(key).end())
            .thenComparingInt(key -> -span.apply(key).start());
  }

  void add(K key, V value) {
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
    if (inOrder(from)) {
      return;
    }
    var some = List.copyOf(keys.subList(from, keys.size()));
    var theirs = List.copyOf(values.subList(from, values.size()));
    var sorted =
        IntStream.range(0, some.size())
            .boxed()
            .sorted((one, other) -> order.compare(some.get(one), some.get(other)))
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

  Optional<V> get(K key) {
    for (int at = firstLike(key); at < keys.size() && same(keys.get(at), key); at++) {
      if (keys.get(at) == key) {
        return Optional.of(values.get(at));
      }
    }
    return Optional.empty();
  }

  private boolean same(K one, K other) {
    return order.compare(one, other) == 0;
  }

  private int firstLike(K key) {
    int low = 0;
    int high = keys.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (order.compare(keys.get(middle), key) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean inOrder(int from) {
    for (int i = from + 1; i < keys.size(); i++) {
      if (order.compare(keys.get(i - 1), keys.get(i)) > 0) {
        return false;
      }
    }
    return true;
  }
}
