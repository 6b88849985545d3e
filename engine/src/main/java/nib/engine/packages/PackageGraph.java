package nib.engine.packages;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.syntax.ModuleSyntax.Import;
import nib.engine.syntax.ModuleSyntax.Name;

/// The packages that are open, and all that they depend on.
///
/// @param opened in the order they were asked for
/// @param packages every package that was read, what it depends on before itself; no package
///   depends on itself, by whatever way
public record PackageGraph(List<PackageId> opened, Map<PackageId, LinkedPackage> packages) {

  public PackageGraph {
    opened = List.copyOf(opened);
    packages = Collections.unmodifiableMap(new LinkedHashMap<>(packages));
  }

  public Optional<LinkedPackage> find(PackageId id) {
    return Optional.ofNullable(packages.get(id));
  }

  public Optional<PenModule> find(ModuleId id) {
    return find(id.owner()).flatMap(one -> one.pen().at(id.path()));
  }

  /// The module that an import means (`lib/app/src/module_dependency_resolver.rs`). It may be the
  /// importing module itself, or lead back to it: [#importProblems] says so.
  ///
  /// @return empty where there is none or it was not read
  public Optional<ModuleId> imported(ModuleId from, Import one) {
    return owner(from.owner(), one)
        .map(owner -> new ModuleId(owner, path(one)))
        .filter(id -> find(id).isPresent());
  }

  private Optional<PackageId> owner(PackageId from, Import one) {
    if (one.packageName().isEmpty()) {
      return Optional.of(from);
    }
    var dependency =
        find(from).map(linked -> linked.dependencies().get(one.packageName().get().text()));
    return dependency.isPresent() && dependency.get() instanceof Dependency.Read(_, var id)
        ? Optional.of(id)
        : Optional.empty();
  }

  /// The path of the file of an imported module in its package.
  static String path(Import one) {
    return one.path().stream().map(Name::text).collect(Collectors.joining("/")) + ".pen";
  }

  /// What is wrong with the imports of all modules, in the order of each module's text. Modules
  /// without problems are not in it.
  public Map<ModuleId, List<Diagnostic>> importProblems() {
    return ImportProblems.of(this);
  }
}
