package nib.engine.packages;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nib.engine.diagnostic.FailureException;
import nib.engine.text.SourceText;

/// Reads packages and all that they depend on, in place: nothing is copied or fetched.
///
/// A loader remembers what it read. A module whose file and edited text stayed the same is the same
/// [PenModule] in the next graph, and was neither read nor parsed again. Modules that belong to no
/// graph that somebody holds are forgotten, except for those of the last one. Several threads may
/// use a loader; they wait for one another.
public final class PackageLoader {

  private final ModuleMemory memory = new ModuleMemory();

  /// Reads the packages that some paths lie in, each once, and recursively what they depend on.
  ///
  /// A dependency that cannot be read is said in the diagnostics of the package that names it. The
  /// diagnostics of imports are [PackageGraph#importProblems].
  ///
  /// @param paths each in a package's folder or below it
  /// @param edited texts that stand in the place of their files, or of modules that are not on disk
  ///   yet
  /// @param penRoot the folder whose `packages` are meant by URLs such as `pen:///os`; asked when
  ///   there is such a URL
  /// @throws FailureException when a path lies in no package, or one of their `pen.json` is no JSON
  public synchronized PackageGraph load(
      List<Path> paths, List<SourceText> edited, Supplier<Optional<Path>> penRoot)
      throws FailureException {
    boolean done = false;
    try {
      var graph = new Linking(new Edits(edited), memory, penRoot).link(paths);
      done = true;
      return graph;
    } finally {
      if (done) {
        memory.keepUsed();
      } else {
        memory.forgetUsed();
      }
    }
  }

  /// The same with a folder that is known.
  public PackageGraph load(List<Path> paths, List<SourceText> edited, Optional<Path> penRoot)
      throws FailureException {
    return load(paths, edited, () -> penRoot);
  }

  /// How many modules are remembered.
  synchronized int remembered() {
    return memory.size();
  }
}
