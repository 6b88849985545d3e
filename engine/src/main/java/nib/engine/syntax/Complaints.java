package nib.engine.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.Problem;
import nib.engine.diagnostic.Related;
import nib.engine.diagnostic.Severity;
import nib.engine.diagnostic.SyntaxProblem;
import nib.engine.text.SourceText;
import nib.engine.text.Span;

/// What there is to say about one text. A file that is no Pen at all has a mistake in every line of
/// thousands: beyond a limit nobody reads on, and memory is not spent on it.
final class Complaints {

  static final int MOST = 1000;

  private final SourceText source;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  Complaints(SourceText source) {
    this.source = source;
  }

  void error(Problem problem, Span span, Related... related) {
    add(new Diagnostic(Severity.ERROR, problem, source.locate(span), span, List.of(related)));
  }

  void warning(Problem problem, Span span) {
    add(new Diagnostic(Severity.WARNING, problem, source.locate(span), span));
  }

  Related related(Related.Role role, Span span) {
    return new Related(role, source.locate(span), span);
  }

  private void add(Diagnostic diagnostic) {
    // Each part of the front end may fill the list; they are put in order in the end.
    if (diagnostics.size() < 4 * MOST) {
      diagnostics.add(diagnostic);
    }
  }

  int size() {
    return diagnostics.size();
  }

  /// Forgets all but the first `size`.
  void rewind(int size) {
    diagnostics.subList(size, diagnostics.size()).clear();
  }

  /// Forgets all behind the first `size` that do not say that something is too deep: the others may
  /// follow from it.
  void keepDepth(int size) {
    diagnostics
        .subList(size, diagnostics.size())
        .removeIf(one -> !(one.problem() instanceof SyntaxProblem.NestedTooDeeply));
  }

  long errors() {
    return diagnostics.stream().filter(one -> one.severity() == Severity.ERROR).count();
  }

  /// The places that there is an error at.
  Set<Span> errorSpans() {
    return diagnostics.stream()
        .filter(one -> one.severity() == Severity.ERROR)
        .map(Diagnostic::span)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// All of them, in the order of the text.
  List<Diagnostic> inOrder() {
    diagnostics.sort(Comparator.comparingInt(one -> one.span().start()));
    if (diagnostics.size() <= MOST) {
      return diagnostics;
    }
    var first = new ArrayList<>(diagnostics.subList(0, MOST));
    var next = diagnostics.get(MOST);
    first.add(
        new Diagnostic(
            Severity.ERROR, new SyntaxProblem.TooManyMistakes(MOST), next.location(), next.span()));
    return first;
  }
}
