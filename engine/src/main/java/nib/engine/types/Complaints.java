package nib.engine.types;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.Problem;
import nib.engine.diagnostic.Related;
import nib.engine.diagnostic.Severity;
import nib.engine.text.Site;
import nib.engine.text.SourceText;
import nib.engine.text.Span;

/// Takes what is wrong in one file; or nobody listens, and then no problem is even made.
final class Complaints {

  static final Complaints UNHEARD = new Complaints(Optional.empty());

  /// So many places say enough of one problem.
  static final int MOST_RELATED = 8;

  /// A file and who wants to know about it.
  private record Listener(SourceText source, Consumer<Diagnostic> problems) {}

  private final Optional<Listener> listener;

  private Complaints(Optional<Listener> listener) {
    this.listener = listener;
  }

  Complaints(SourceText source, Consumer<Diagnostic> problems) {
    this(Optional.of(new Listener(source, problems)));
  }

  void error(Span span, Supplier<Problem> problem) {
    say(Severity.ERROR, span, problem, List::of);
  }

  void error(Span span, Supplier<Problem> problem, Supplier<List<Related>> related) {
    say(Severity.ERROR, span, problem, related);
  }

  void warning(Span span, Supplier<Problem> problem, Supplier<List<Related>> related) {
    say(Severity.WARNING, span, problem, related);
  }

  private void say(
      Severity severity, Span span, Supplier<Problem> problem, Supplier<List<Related>> related) {
    listener.ifPresent(one ->
        one.problems()
            .accept(
                new Diagnostic(
                    severity, problem.get(), one.source().locate(span), span, related.get())));
  }

  static Related at(Related.Role role, Anchor anchor) {
    Site site = anchor.site();
    return new Related(role, site.location(), site.span());
  }
}
