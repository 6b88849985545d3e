package nib.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;
import nib.engine.linkage.LibraryWatch;
import nib.engine.symbols.Demangler;
import nib.engine.symbols.Member;
import nib.engine.symbols.OpenLibrary;

/// Carries the questions of [AcrossOptions] out. What a report found makes the status 1, what could
/// not be read 2.
final class AcrossRun {

  private final Console console;
  private final SymbolsOptions options;

  AcrossRun(Console console, SymbolsOptions options) {
    this.console = console;
    this.options = options;
  }

  /// An answer, as text or as the fields of a document.
  interface Report {
    void text(Console console) throws IOException, FailureException;

    void json(JsonGenerator json) throws IOException, FailureException;

    /// What is wrong with what was asked about.
    List<Failure> findings();

    /// What could not be done.
    List<Failure> failures();
  }

  /// Answers and returns the exit status.
  int status(AcrossOptions.Question question) throws IOException, FailureException {
    var report =
        switch (question) {
          case AcrossOptions.Question.Members() -> MembersReport.of(options.files());
          case AcrossOptions.Question.Needs(var symbols) -> NeedsReport.of(options, symbols);
          case AcrossOptions.Question.Pull pull -> PullsReport.of(options, pull);
          case AcrossOptions.Question.Compare(var other) -> CompareReport.of(options, other);
        };
    switch (options.listing()) {
      case TEXT, NM -> report.text(console);
      case JSON -> json(report);
    }
    report.findings().forEach(this::complain);
    report.failures().forEach(this::complain);
    if (!report.failures().isEmpty()) {
      return Status.FAILED;
    }
    return report.findings().isEmpty() ? Status.FINE : Status.FOUND;
  }

  private void json(Report report) throws FailureException {
    var thrown = new ArrayList<FailureException>();
    Json.print(
        console.out(),
        "symbols",
        json -> {
          try {
            report.json(json);
          } catch (FailureException e) {
            thrown.add(e);
          }
        });
    if (!thrown.isEmpty()) {
      throw thrown.getFirst();
    }
  }

  private void complain(Failure failure) {
    console.complain(failure.what());
    console.hint(failure.cure());
  }

  static UnaryOperator<String> naming(SymbolsOptions options) {
    return options.demangle() ? Demangler::demangle : UnaryOperator.identity();
  }

  /// Collects what is not read of libraries.
  static final class Watch implements LibraryWatch {

    private final List<Failure> failures = new ArrayList<>();
    private Optional<LibraryTroubles> troubles = Optional.empty();

    @Override
    public void saw(OpenLibrary library, Member member) {
      of(library).add(member);
    }

    @Override
    public void ended(OpenLibrary library) {
      failures.addAll(of(library).failures());
      troubles = Optional.empty();
    }

    private LibraryTroubles of(OpenLibrary library) {
      var known = troubles.orElseGet(() -> new LibraryTroubles(library));
      troubles = Optional.of(known);
      return known;
    }

    List<Failure> failures() {
      return failures;
    }
  }
}
