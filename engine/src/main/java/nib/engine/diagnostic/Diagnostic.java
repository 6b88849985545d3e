package nib.engine.diagnostic;

import java.util.List;
import nib.engine.text.Location;
import nib.engine.text.Span;

/// A problem at a place in a source file.
///
/// @param related other places that it is about, such as a declaration
public record Diagnostic(
    Severity severity, Problem problem, Location location, Span span, List<Related> related) {

  public Diagnostic {
    related = List.copyOf(related);
  }

  public Diagnostic(Severity severity, Problem problem, Location location, Span span) {
    this(severity, problem, location, span, List.of());
  }

  public String message() {
    return ProblemText.message(problem);
  }

  public String cure() {
    return ProblemText.cure(problem);
  }
}
