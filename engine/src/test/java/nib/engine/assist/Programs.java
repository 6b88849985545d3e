package nib.engine.assist;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import nib.engine.checking.CheckedModule;
import nib.engine.checking.ModuleChecker;
import nib.engine.diagnostic.FailureException;
import nib.engine.packages.ModuleId;
import nib.engine.packages.PackageLoader;
import nib.engine.types.Definitions;

/// Programs read from folders.
final class Programs {

  private Programs() {}

  static Program load(List<Path> packages, Optional<Path> penRoot) throws FailureException {
    var graph = new PackageLoader().load(packages, List.of(), penRoot);
    var definitions = Definitions.of(graph, Optional.empty());
    var modules = new LinkedHashMap<ModuleId, CheckedModule>();
    for (var linked : graph.packages().values()) {
      for (var module : linked.pen().modules()) {
        var id = new ModuleId(linked.id(), module.path());
        modules.put(id, ModuleChecker.check(definitions.scope(id)));
      }
    }
    return new Program(graph, modules);
  }
}
