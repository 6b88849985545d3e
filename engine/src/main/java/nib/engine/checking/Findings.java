package nib.engine.checking;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.ExpressionProblem;
import nib.engine.diagnostic.Related;
import nib.engine.diagnostic.Severity;
import nib.engine.text.SourceText;
import nib.engine.text.Span;

/// Collects what is wrong in a module's bodies.
final class Findings {

  private final SourceText source;
  private final ArrayList<Entry> found = new ArrayList<>();

  /// A diagnostic that may come to be about more places.
  static final class Entry {
    private final Diagnostic diagnostic;
    private final ArrayList<Related> more = new ArrayList<>();

    private Entry(Diagnostic diagnostic) {
      this.diagnostic = diagnostic;
    }

    void add(Related related) {
      more.add(related);
    }

    private Diagnostic whole() {
      if (more.isEmpty()) {
        return diagnostic;
      }
      var related = new ArrayList<Related>(diagnostic.related());
      related.addAll(more);
      return new Diagnostic(
          diagnostic.severity(),
          diagnostic.problem(),
          diagnostic.location(),
          diagnostic.span(),
          related);
    }
  }

  Findings(SourceText source) {
    this.source = source;
  }

  void error(ExpressionProblem problem, Span span) {
    error(problem, span, List.of());
  }

  @CanIgnoreReturnValue
  Entry error(ExpressionProblem problem, Span span, List<Related> related) {
    var entry =
        new Entry(new Diagnostic(Severity.ERROR, problem, source.locate(span), span, related));
    found.add(entry);
    return entry;
  }

  void warning(ExpressionProblem problem, Span span, List<Related> related) {
    add(new Diagnostic(Severity.WARNING, problem, source.locate(span), span, related));
  }

  void add(Diagnostic diagnostic) {
    found.add(new Entry(diagnostic));
  }

  /// Another place in the same file.
  Related here(Related.Role role, Span span) {
    return new Related(role, source.locate(span), span);
  }

  boolean anyError() {
    return found.stream().anyMatch(one -> one.diagnostic.severity() == Severity.ERROR);
  }

  int mark() {
    return found.size();
  }

  /// Forgets what was found since then, and says whether an error was among it.
  boolean forget(int mark) {
    var since = found.subList(mark, found.size());
    boolean error = since.stream().anyMatch(one -> one.diagnostic.severity() == Severity.ERROR);
    since.clear();
    return error;
  }

  List<Diagnostic> inOrder() {
    return found.stream()
        .map(Entry::whole)
        .sorted(Comparator.comparingInt((Diagnostic one) -> one.span().start()))
        .toList();
  }
}
