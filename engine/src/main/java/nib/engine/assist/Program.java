package nib.engine.assist;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import nib.engine.checking.CheckedModule;
import nib.engine.packages.ModuleId;
import nib.engine.packages.PackageGraph;
import nib.engine.syntax.ModuleSyntax.Import;

/// All that is known: the packages that are open and those they depend on, and what checking found
/// out about their modules.
///
/// @param modules of all packages, those of dependencies included where they were checked
public record Program(PackageGraph graph, Map<ModuleId, CheckedModule> modules) {

  public Optional<CheckedModule> find(ModuleId id) {
    return Optional.ofNullable(modules.get(id));
  }

  /// The module of a file. A package that is open and is another one's dependency too has each
  /// module twice; it is the open package's then.
  public Optional<CheckedModule> at(Path file) {
    return modules.values().stream()
        .filter(module -> module.scope().module().source().file().equals(file))
        .min(Comparator.comparing(module -> !module.scope().id().owner().main()));
  }

  /// The module that an import names.
  Optional<CheckedModule> imported(ModuleId from, Import syntax) {
    return graph.imported(from, syntax).flatMap(this::find);
  }
}
