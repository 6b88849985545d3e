package nib.engine.packages;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.PackageProblem;
import nib.engine.diagnostic.Related;
import nib.engine.diagnostic.Severity;
import nib.engine.syntax.ModuleSyntax.Import;

/// Finds the modules of a package that import one another. The compiler's build system refuses
/// them; between packages there can be none.
///
/// Modules are visited depth first, and each import that leads back to a module on the way closes a
/// cycle.
final class ModuleCycles {

  /// A knot of modules has more cycles than anybody wants to read.
  private static final int MOST_CYCLES = 100;

  private static final int MOST_PLACES = 16;

  /// A module on the way, and the import that leads on.
  private static final class Visit {

    private final PenModule module;
    private final Iterator<Import> left;
    private final Set<String> closed = new HashSet<>();
    private Optional<Import> onward = Optional.empty();

    Visit(PenModule module) {
      this.module = module;
      this.left = module.syntax().imports().iterator();
    }
  }

  private enum State {
    ON_THE_WAY,
    DONE
  }

  private final LinkedPackage linked;
  private final Map<String, State> states = new HashMap<>();
  private final Deque<Visit> way = new ArrayDeque<>();
  private final Map<ModuleId, List<Diagnostic>> found = new LinkedHashMap<>();
  private int count;

  private ModuleCycles(LinkedPackage linked) {
    this.linked = linked;
  }

  /// Cycles by the module whose import closes them.
  static Map<ModuleId, List<Diagnostic>> find(LinkedPackage linked) {
    var cycles = new ModuleCycles(linked);
    for (var module : linked.pen().modules()) {
      if (!cycles.states.containsKey(module.path())) {
        cycles.enter(module);
      }
      while (!cycles.way.isEmpty()) {
        cycles.step(cycles.way.element());
      }
    }
    return cycles.found;
  }

  private void enter(PenModule module) {
    states.put(module.path(), State.ON_THE_WAY);
    way.push(new Visit(module));
  }

  private void step(Visit visit) {
    if (!visit.left.hasNext()) {
      states.put(visit.module.path(), State.DONE);
      way.pop();
      return;
    }
    var one = visit.left.next();
    visit.onward = Optional.of(one);
    if (one.packageName().isPresent()) {
      return;
    }
    var next =
        linked
            .pen()
            .at(PackageGraph.path(one))
            .filter(module -> !module.path().equals(visit.module.path()));
    if (next.isPresent()) {
      follow(visit, one, next.get());
    }
  }

  private void follow(Visit visit, Import one, PenModule next) {
    var state = Optional.ofNullable(states.get(next.path()));
    if (state.isEmpty()) {
      enter(next);
    } else if (state.get() == State.ON_THE_WAY
        && count < MOST_CYCLES
        && visit.closed.add(next.path())) {
      count++;
      close(visit, one, next);
    }
  }

  private void close(Visit visit, Import closing, PenModule first) {
    var names = new ArrayList<String>();
    var places = new ArrayList<Related>();
    var fromTheStart = way.descendingIterator();
    boolean inside = false;
    while (fromTheStart.hasNext()) {
      var one = fromTheStart.next();
      inside |= one.module.path().equals(first.path());
      if (inside) {
        names.add(one.module.name());
        if (one != visit && places.size() < MOST_PLACES) {
          one.onward.ifPresent(onward -> places.add(place(one.module, onward)));
        }
      }
    }
    names.add(first.name());
    var span = closing.target();
    found
        .computeIfAbsent(new ModuleId(linked.id(), visit.module.path()), _ -> new ArrayList<>())
        .add(
            new Diagnostic(
                Severity.ERROR,
                new PackageProblem.ModuleCycle(names),
                visit.module.source().locate(span),
                span,
                places));
  }

  private static Related place(PenModule module, Import onward) {
    var span = onward.target();
    return new Related(Related.Role.IMPORTED_HERE, module.source().locate(span), span);
  }
}
