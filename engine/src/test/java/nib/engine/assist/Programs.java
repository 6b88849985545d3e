package nib.engine.assist;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nib.engine.analysis.Analysis;
import nib.engine.analysis.Analyzer;
import nib.engine.diagnostic.FailureException;
import nib.engine.text.SourceText;

/// Programs read from folders.
final class Programs {

  private Programs() {}

  static Analysis load(List<Path> packages, Optional<Path> penRoot) throws FailureException {
    return load(packages, List.of(), penRoot);
  }

  static Analysis load(List<Path> packages, List<SourceText> edited, Optional<Path> penRoot)
      throws FailureException {
    return new Analyzer().analyze(packages, edited, penRoot);
  }
}
