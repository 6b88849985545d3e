package nib.engine.diagnostic;

import nib.engine.text.Location;
import nib.engine.text.Span;

/// A problem at a place in a source file.
public record Diagnostic(Severity severity, Problem problem, Location location, Span span) {

  public String message() {
    return ProblemText.message(problem);
  }

  public String cure() {
    return ProblemText.cure(problem);
  }
}
