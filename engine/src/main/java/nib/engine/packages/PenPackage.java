package nib.engine.packages;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nib.engine.diagnostic.Diagnostic;

/// A package as it stands on disk.
///
/// @param root the folder with `pen.json`, absolute
/// @param modules in the order of their paths; test modules are no part of the package
/// @param diagnostics those of `pen.json` and of files that could not be read; a module's own are
///   in the module
public record PenPackage(
    Path root, Manifest manifest, List<PenModule> modules, List<Diagnostic> diagnostics) {

  public PenPackage {
    modules = List.copyOf(modules);
    diagnostics = List.copyOf(diagnostics);
  }

  /// The module of a name such as `'Foo'Bar`.
  public Optional<PenModule> module(String name) {
    return modules.stream().filter(module -> module.name().equals(name)).findFirst();
  }
}
