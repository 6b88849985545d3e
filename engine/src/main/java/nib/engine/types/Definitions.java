package nib.engine.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.packages.ModuleId;
import nib.engine.packages.ModuleKind;
import nib.engine.packages.PackageGraph;
import nib.engine.packages.PenModule;

/// What all modules of a graph define, and what their names mean to each other.
///
/// Modules know each other by their interfaces alone: the public names with their types, and the
/// fields of the records that these lead to. Where things stand is no part of an interface. A
/// module's scope is kept as the same object as long as its [PenModule] is the same object and the
/// interfaces that it sees are equal, so an edit within a function's body changes one scope only.
///
/// Places are looked up in the newest graph: each `Definitions` that was made from an earlier one
/// belongs to one line with it, and all scopes of the line show where things stand now. So there is
/// one line for one workbench, and an earlier member of it is not asked any more once there is a
/// later one. Diagnostics hold places and do not move: those of [#diagnostics] are made anew where
/// there are any, and so should be those of a body that point into another file that has changed.
public final class Definitions {

  private final LiveGraph live;
  private final Map<ModuleId, Entry> entries = new LinkedHashMap<>();
  private final Map<ModuleId, List<Diagnostic>> diagnostics = new ConcurrentHashMap<>();

  /// A module that was linked.
  private record Entry(LinkedScope scope, ModuleInterface face) {}

  private Definitions(LiveGraph live) {
    this.live = live;
  }

  /// Links the modules of a graph.
  ///
  /// @param previous those of an earlier state of the same packages, from which all that did not
  ///   change is taken over
  public static Definitions of(PackageGraph graph, Optional<Definitions> previous) {
    var live = previous.map(earlier -> earlier.live).orElseGet(LiveGraph::new);
    live.update(graph);
    var definitions = new Definitions(live);
    definitions.link(previous.map(earlier -> earlier.entries).orElse(Map.of()));
    previous.ifPresent(definitions::takeOver);
    return definitions;
  }

  private void link(Map<ModuleId, Entry> earlier) {
    var modules = live.modules();
    var targets = new HashMap<ModuleId, Set<ModuleId>>();
    modules.forEach((id, module) -> targets.put(id, targets(id, module)));
    var shapes = new HashMap<ModuleId, RecordShapes>();
    for (var component :
        Components.of(modules.keySet(), id -> targets.getOrDefault(id, Set.of()))) {
      var cycle = Set.copyOf(component);
      for (var id : component) {
        var module = live.module(id).orElseThrow();
        var entry = entry(id, module, cycle, Optional.ofNullable(earlier.get(id)), shapes);
        entries.put(id, entry);
        shapes.put(id, entry.face().shape());
      }
    }
  }

  private Set<ModuleId> targets(ModuleId id, PenModule module) {
    var targets = new LinkedHashSet<ModuleId>();
    module.syntax().imports().forEach(one -> live.target(id, one).ifPresent(targets::add));
    Contexts.modules(live.graph(), id)
        .values()
        .forEach(one -> one.filter(live.modules()::containsKey).ifPresent(targets::add));
    return targets;
  }

  /// @param cycle modules that import each other, or this one alone: imports among them lead
  ///   nowhere
  private Entry entry(
      ModuleId id,
      PenModule module,
      Set<ModuleId> cycle,
      Optional<Entry> earlier,
      Map<ModuleId, RecordShapes> shapes) {
    var links = new ArrayList<Linked>();
    for (var one : module.syntax().imports()) {
      links.add(new Linked(one, face(live.target(id, one).filter(to -> !cycle.contains(to)))));
    }
    var parts = new ArrayList<Contexts.Part>();
    Contexts.modules(live.graph(), id)
        .forEach((key, from) -> parts.add(new Contexts.Part(key, from, face(from))));
    Optional<Contexts> contexts =
        id.kind() == ModuleKind.MAIN ? Optional.of(new Contexts(parts)) : Optional.empty();
    if (earlier.filter(one -> one.scope().isFor(module, links, contexts)).isPresent()) {
      return earlier.get();
    }
    var scope = new LinkedScope(id, module, links, contexts, live);
    var face = InterfaceBuilder.build(scope, shapes).orEqual(earlier.map(Entry::face));
    return new Entry(scope, face);
  }

  private Optional<ModuleInterface> face(Optional<ModuleId> module) {
    return module.flatMap(id -> Optional.ofNullable(entries.get(id))).map(Entry::face);
  }

  /// Where nothing was wrong, nothing is while the scope is the same.
  private void takeOver(Definitions previous) {
    previous.diagnostics.forEach((id, found) -> {
      var before = previous.entries.get(id);
      if (found.isEmpty() && before != null && before.equals(entries.get(id))) {
        diagnostics.put(id, found);
      }
    });
  }

  /// A module's scope.
  ///
  /// @throws NoSuchElementException when the graph has no such module
  public ModuleScope scope(ModuleId module) {
    return linked(module);
  }

  private LinkedScope linked(ModuleId module) {
    return Optional.ofNullable(entries.get(module)).map(Entry::scope).orElseThrow();
  }

  /// What is wrong with a module's declarations, outside of its functions' bodies, in the order of
  /// the text.
  ///
  /// @throws NoSuchElementException when the graph has no such module
  public List<Diagnostic> diagnostics(ModuleId module) {
    return diagnostics.computeIfAbsent(
        module, id -> new DeclarationRules(linked(id), live).check());
  }
}
