package nib.engine.types;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nib.engine.packages.Dependency;
import nib.engine.packages.ModuleId;
import nib.engine.packages.ModuleKind;
import nib.engine.packages.PackageGraph;
import nib.engine.packages.PackageId;
import nib.engine.packages.PenModule;
import nib.engine.syntax.ModuleSyntax.Import;
import nib.engine.syntax.ModuleSyntax.Name;

/// Where imports lead: to a module of the same package, or of one that `pen.json` names
/// (`lib/app/src/module_dependency_resolver.rs`).
final class ImportTargets {

  private final PackageGraph graph;
  private final Set<ModuleId> modules = new HashSet<>();

  ImportTargets(PackageGraph graph) {
    this.graph = graph;
    graph
        .packages()
        .forEach((id, linked) ->
            linked.pen().modules().stream()
                .filter(module -> module.kind() != ModuleKind.TEST)
                .map(PenModule::path)
                .forEach(path -> modules.add(new ModuleId(id, path))));
  }

  /// Empty where there is no such package or module.
  Optional<ModuleId> target(ModuleId importer, Import imported) {
    String path =
        imported.path().stream().map(Name::text).collect(Collectors.joining("/")) + ".pen";
    return owner(importer.owner(), imported)
        .map(owner -> new ModuleId(owner, path))
        .filter(modules::contains);
  }

  private Optional<PackageId> owner(PackageId importer, Import imported) {
    if (imported.packageName().isEmpty()) {
      return Optional.of(importer);
    }
    String key = imported.packageName().get().text();
    return graph
        .find(importer)
        .flatMap(linked -> Optional.ofNullable(linked.dependencies().get(key)))
        .flatMap(ImportTargets::read);
  }

  private static Optional<PackageId> read(Dependency dependency) {
    return switch (dependency) {
      case Dependency.Read(_, var id) -> Optional.of(id);
      case Dependency.Git _, Dependency.Unavailable _ -> Optional.empty();
    };
  }
}
