package nib.engine.analysis;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nib.engine.diagnostic.FailureException;
import nib.engine.packages.PackageLoader;
import nib.engine.text.SourceText;
import nib.engine.types.Definitions;

/// Reads and checks the open packages, again and again while they change: what did not change, and
/// sees nothing that did, is not done again.
///
/// Three kinds of work are kept. A module is parsed when its text changes. Its scope is made anew
/// when its own definitions change or those of a module that it can see. Its bodies are checked
/// when its text or its scope changes. So a keystroke in a function's body costs one module's parse
/// and check, whatever else is open.
public final class Analyzer {

  private final PackageLoader loader = new PackageLoader();
  private Optional<Analysis> last = Optional.empty();

  /// Reads packages and all that they depend on.
  ///
  /// @param paths packages, by their folders or by anything inside them
  /// @param edited unsaved texts that stand in the place of their files
  /// @param penRoot where `pen:///` URLs are looked up; asked when there is one
  /// @throws FailureException when one of the paths is in no package
  public synchronized Analysis analyze(
      List<Path> paths, List<SourceText> edited, Supplier<Optional<Path>> penRoot)
      throws FailureException {
    var graph = loader.load(paths, edited, penRoot);
    var definitions = Definitions.of(graph, last.map(Analysis::definitions));
    var analysis = new Analysis(graph, definitions, last);
    last = Optional.of(analysis);
    return analysis;
  }

  /// The same with a folder that is known.
  public Analysis analyze(List<Path> paths, List<SourceText> edited, Optional<Path> penRoot)
      throws FailureException {
    return analyze(paths, edited, () -> penRoot);
  }
}
