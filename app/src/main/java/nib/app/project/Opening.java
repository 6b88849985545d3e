package nib.app.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.Workbench;
import nib.engine.diagnostic.FailureException;

/// What came of being asked to open something.
sealed interface Opening {

  /// Packages, beside those that stay open.
  ///
  /// @param asked the roots of the new ones, or of what was open already
  record OfPackages(Reading reading, List<Path> asked) implements Opening {}

  /// An archive or object file by itself.
  record OfFile(Path file) implements Opening {}

  /// Whether a path leads to a package: a folder or one of its texts. Anything else is an archive
  /// or an object file.
  static boolean isPackage(Path path) {
    String name = String.valueOf(path.getFileName());
    return Files.isDirectory(path) || name.equals("pen.json") || name.endsWith(".pen");
  }

  /// Reads what was asked for together with what stays open.
  ///
  /// @param request the packages that stay open, and what they are read with
  static Opening read(Workbench workbench, Reading.Request request, List<Path> wanted)
      throws FailureException {
    for (var path : wanted) {
      if (!Files.exists(path)) {
        throw new FailureException("%s is not there".formatted(path), "choose another path");
      }
    }
    var files = wanted.stream().filter(path -> !isPackage(path)).toList();
    if (wanted.size() == 1 && !files.isEmpty()) {
      return file(workbench, wanted.getFirst());
    }
    if (!files.isEmpty()) {
      throw new FailureException(
          "%s is no package, and only packages open together".formatted(files.getFirst()),
          "open it by itself");
    }
    var paths = new ArrayList<>(request.paths());
    wanted.stream().filter(path -> !paths.contains(path)).forEach(paths::add);
    var reading =
        Reading.of(workbench, new Reading.Request(paths, request.edited(), request.known(), true));
    for (var path : wanted) {
      var failure = Optional.ofNullable(reading.failures().get(path));
      if (failure.isPresent()) {
        throw new FailureException(failure.get());
      }
    }
    var roots =
        wanted.stream()
            .map(path -> reading.holding(path).orElseGet(reading.views()::getLast).root())
            .distinct()
            .toList();
    for (var root : roots.reversed()) {
      workbench.rememberRecent(root);
    }
    return new OfPackages(reading, roots);
  }

  private static Opening file(Workbench workbench, Path path) throws FailureException {
    workbench.libraryKind(path);
    workbench.rememberRecent(path);
    return new OfFile(path);
  }
}
