package nib.app.project;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nib.engine.DependencyView;
import nib.engine.DependencyView.State;
import nib.engine.OpenedPackage;
import nib.engine.diagnostic.Diagnostic;

/// Which package a file belongs to: the one whose folder holds it most closely, for a dependency
/// may lie inside the package that depends on it.
public final class Homes {

  private Homes() {}

  /// The package's own folder or that of a dependency; empty for a file of neither.
  public static Optional<Path> of(OpenedPackage view, Path file) {
    return closest(
        Stream.concat(
            Stream.of(view.root()),
            view.dependencies().stream().flatMap(one -> root(one).stream())),
        file);
  }

  /// The one of these folders that holds the file most closely.
  static Optional<Path> closest(Stream<Path> folders, Path file) {
    return folders.filter(file::startsWith).max(Comparator.comparingInt(Path::getNameCount));
  }

  /// What is wrong in the package itself. A dependency's own mistakes are its own.
  public static List<Diagnostic> own(OpenedPackage view) {
    return view.diagnostics().stream()
        .filter(one ->
            of(view, one.location().file()).filter(home -> !home.equals(view.root())).isEmpty())
        .toList();
  }

  /// How much is wrong in the texts of each package, by its folder.
  public static Map<Path, Long> problems(OpenedPackage view) {
    return view.diagnostics().stream()
        .flatMap(one -> of(view, one.location().file()).stream())
        .collect(Collectors.groupingBy(home -> home, Collectors.counting()));
  }

  /// Where a dependency was read from.
  public static Optional<Path> root(DependencyView dependency) {
    return dependency.state() instanceof State.Read(var root, _)
        ? Optional.of(root)
        : Optional.empty();
  }
}
