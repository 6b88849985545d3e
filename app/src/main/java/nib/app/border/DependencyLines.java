package nib.app.border;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nib.app.project.DependencyEntry;
import nib.app.project.Homes;
import nib.engine.DependencyView;
import nib.engine.DependencyView.State;
import nib.engine.OpenedPackage;

/// The lines of what a package depends on; a dependency's own lines are folded away until somebody
/// wants them.
final class DependencyLines {

  /// A dependency of one package.
  private record Key(Path root, String url) {}

  private final Set<Key> unfolded = new HashSet<>();

  void toggle(OpenedPackage view, DependencyView dependency) {
    var key = new Key(view.root(), dependency.url());
    if (!unfolded.remove(key)) {
      unfolded.add(key);
    }
  }

  List<BorderItem> of(OpenedPackage view) {
    var lines = new ArrayList<BorderItem>();
    var problems = Homes.problems(view);
    for (var dependency : view.dependencies()) {
      boolean open = unfolded.contains(new Key(view.root(), dependency.url()));
      long wrong = Homes.root(dependency).map(problems::get).orElse(0L);
      lines.add(new BorderItem.OfDependency(dependency, open, (int) wrong));
      if (open && dependency.state() instanceof State.Read(var root, var entries)) {
        entries.forEach(entry ->
            lines.add(
                new BorderItem.OfDependencyEntry(
                    new DependencyEntry(dependency.name(), root, entry))));
      }
    }
    return lines;
  }
}
