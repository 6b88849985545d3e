package nib.engine.types;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The strongly connected components of a graph, what is pointed at before what points there
/// (Tarjan, "Depth-first search and linear graph algorithms", 1972; without recursion, because
/// chains of aliases and imports may be of any length).
final class Components<T> {

  /// A node with what is left of its successors.
  private record Visit<T>(T node, Iterator<? extends T> rest) {}

  private final Function<T, ? extends Collection<? extends T>> successors;
  private final Map<T, Integer> numbers = new HashMap<>();
  private final Map<T, Integer> lowest = new HashMap<>();
  private final ArrayDeque<Visit<T>> visits = new ArrayDeque<>();
  private final ArrayDeque<T> open = new ArrayDeque<>();
  private final Map<T, Boolean> isOpen = new HashMap<>();
  private final List<List<T>> found = new ArrayList<>();

  private Components(Function<T, ? extends Collection<? extends T>> successors) {
    this.successors = successors;
  }

  static <T> List<List<T>> of(
      Collection<T> nodes, Function<T, ? extends Collection<? extends T>> successors) {
    var components = new Components<T>(successors);
    for (var node : nodes) {
      if (!components.numbers.containsKey(node)) {
        components.explore(node);
      }
    }
    return components.found;
  }

  private void explore(T root) {
    enter(root);
    while (!visits.isEmpty()) {
      var visit = visits.getLast();
      if (visit.rest().hasNext()) {
        follow(visit.node(), visit.rest().next());
      } else {
        visits.removeLast();
        leave(visit.node());
      }
    }
  }

  private void enter(T node) {
    numbers.put(node, numbers.size());
    lowest.put(node, number(node));
    open.addLast(node);
    isOpen.put(node, true);
    visits.addLast(new Visit<>(node, successors.apply(node).iterator()));
  }

  private void follow(T from, T to) {
    if (!numbers.containsKey(to)) {
      enter(to);
    } else if (isOpen.getOrDefault(to, false)) {
      lowest.merge(from, number(to), Math::min);
    }
  }

  private void leave(T node) {
    int low = lowest.getOrDefault(node, number(node));
    if (!visits.isEmpty()) {
      lowest.merge(visits.getLast().node(), low, Math::min);
    }
    if (low != number(node)) {
      return;
    }
    var component = new ArrayList<T>();
    T last;
    do {
      last = open.removeLast();
      isOpen.put(last, false);
      component.addFirst(last);
    } while (!last.equals(node));
    found.add(component);
  }

  private int number(T node) {
    return numbers.getOrDefault(node, 0);
  }
}
