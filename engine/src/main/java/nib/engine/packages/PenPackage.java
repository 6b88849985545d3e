package nib.engine.packages;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.PackageProblem.FolderTooLarge;
import nib.engine.diagnostic.PackageProblem.UnreadableFolder;
import nib.engine.diagnostic.PackageProblem.UnreadableModule;

/// A package as it stands on disk.
///
/// @param root the folder with `pen.json`, absolute
/// @param modules in the order of their paths; test modules only where the package was opened
///   itself, as the compiler builds no others
/// @param diagnostics those of `pen.json` and of files that could not be read; a module's own are
///   in the module
public record PenPackage(
    Path root, Manifest manifest, List<PenModule> modules, List<Diagnostic> diagnostics) {

  public PenPackage {
    modules = modules.stream().sorted(Comparator.comparing(PenModule::path)).toList();
    diagnostics = List.copyOf(diagnostics);
  }

  /// The module of a name such as `'Foo'Bar`.
  public Optional<PenModule> module(String name) {
    return modules.stream().filter(module -> module.name().equals(name)).findFirst();
  }

  /// The module of a path such as `Foo/Bar.pen`.
  public Optional<PenModule> at(String path) {
    int low = 0;
    int high = modules.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = modules.get(middle).path().compareTo(path);
      if (order == 0) {
        return Optional.of(modules.get(middle));
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }

  /// Whether there may be a module of such a path that could not be read: the problem is the
  /// file's, or that of a folder above it.
  boolean isUnreadable(String path) {
    var file = root.resolve(path);
    return diagnostics.stream()
        .anyMatch(one ->
            switch (one.problem()) {
              case UnreadableModule _, UnreadableFolder _ -> file.startsWith(one.location().file());
              case FolderTooLarge _ -> true;
              default -> false;
            });
  }
}
