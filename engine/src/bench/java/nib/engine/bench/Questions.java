package nib.engine.bench;

import nib.engine.analysis.Analysis;

/// What is asked of an analysis, so that nothing is left undone.
final class Questions {

  private Questions() {}

  static int complaints(Analysis analysis) {
    return analysis.graph().opened().stream()
        .mapToInt(id -> analysis.diagnostics(id).size())
        .sum();
  }
}
