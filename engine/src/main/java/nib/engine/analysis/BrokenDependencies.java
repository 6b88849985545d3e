package nib.engine.analysis;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.PackageProblem;
import nib.engine.diagnostic.Related;
import nib.engine.diagnostic.Severity;
import nib.engine.packages.Dependency;
import nib.engine.packages.LinkedPackage;
import nib.engine.packages.PackageId;

/// Finds the packages that an open one depends on and that do not compile: then it does not either.
/// Each is said once, at the entry of `pen.json` that leads to it. Those that are open themselves
/// speak for themselves.
final class BrokenDependencies {

  private final Analysis analysis;
  private final LinkedPackage opened;
  private final Set<Path> seen;
  private final List<Diagnostic> found = new ArrayList<>();

  /// A package on the way, and the key that its dependent knows it by.
  private record Step(String key, PackageId id) {}

  private BrokenDependencies(Analysis analysis, LinkedPackage opened) {
    this.analysis = analysis;
    this.opened = opened;
    this.seen =
        analysis.graph().opened().stream()
            .flatMap(id -> analysis.graph().find(id).stream())
            .map(one -> one.pen().root())
            .collect(Collectors.toCollection(HashSet::new));
  }

  static List<Diagnostic> of(Analysis analysis, LinkedPackage opened) {
    var search = new BrokenDependencies(analysis, opened);
    opened
        .dependencies()
        .forEach((key, dependency) -> {
          if (dependency instanceof Dependency.Read(_, var id)) {
            search.follow(key, id);
          }
        });
    return search.found;
  }

  private void follow(String entry, PackageId first) {
    var waiting = new ArrayDeque<>(List.of(new Step(entry, first)));
    while (!waiting.isEmpty()) {
      var step = waiting.remove();
      var linked = analysis.graph().find(step.id());
      if (linked.isPresent() && seen.add(linked.get().pen().root())) {
        look(entry, step, linked.get());
        linked
            .get()
            .dependencies()
            .forEach((key, dependency) -> {
              if (dependency instanceof Dependency.Read(_, var id)) {
                waiting.add(new Step(key, id));
              }
            });
      }
    }
  }

  private void look(String entry, Step step, LinkedPackage linked) {
    var errors =
        analysis.diagnostics(step.id()).stream()
            .filter(one -> one.severity() == Severity.ERROR)
            .toList();
    if (errors.isEmpty()) {
      return;
    }
    var first = errors.getFirst();
    var places = opened.pen().manifest().places();
    var span = places.dependency(entry);
    found.add(
        new Diagnostic(
            Severity.ERROR,
            new PackageProblem.BrokenPackage(
                step.key(),
                step.key().equals(entry) ? "" : entry,
                linked.pen().root().toString(),
                errors.size(),
                first.message()),
            places.source().locate(span),
            span,
            List.of(new Related(Related.Role.FOUND_HERE, first.location(), first.span()))));
  }
}
