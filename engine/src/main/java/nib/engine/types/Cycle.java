package nib.engine.types;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Finds the way from a node back to itself.
final class Cycle {

  private Cycle() {}

  /// The shortest cycle through a node that is on one: the node first, and not again at the end.
  static <T> List<T> through(T start, Function<T, ? extends Collection<T>> successors) {
    var before = new HashMap<T, T>();
    var waiting = new ArrayDeque<T>(List.of(start));
    while (!waiting.isEmpty()) {
      var node = waiting.remove();
      for (var next : successors.apply(node)) {
        if (next.equals(start)) {
          return path(start, node, before);
        }
        if (before.putIfAbsent(next, node) == null) {
          waiting.add(next);
        }
      }
    }
    return List.of(start);
  }

  private static <T> List<T> path(T start, T end, Map<T, T> before) {
    var path = new ArrayList<T>(List.of(end));
    while (!path.getLast().equals(start)) {
      path.add(before.get(path.getLast()));
    }
    return List.copyOf(path.reversed());
  }
}
