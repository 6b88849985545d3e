package nib.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nib.engine.Entry;
import nib.engine.diagnosis.EntryVerdict;
import nib.engine.diagnosis.Finding;
import nib.engine.diagnosis.SymbolPlace;
import nib.engine.diagnosis.Tier;
import nib.engine.diagnosis.Verdict;
import nib.engine.diagnostic.BorderProblem;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.Problem;
import nib.engine.diagnostic.Severity;

/// What [FakeWorkbench] finds: one function is missing and has a near spelling, one is weak.
final class FakeVerdicts {

  private FakeVerdicts() {}

  static EntryVerdict of(Entry entry, List<Path> archives) {
    if (archives.isEmpty()) {
      return new EntryVerdict(
          entry.id(),
          Verdict.NOT_BUILT,
          Tier.NONE,
          "no archive was built for this target yet",
          Optional.empty(),
          List.of());
    }
    if (entry.symbol().equals("_pen_core_utf8_length")) {
      return missing(entry);
    }
    var place = new SymbolPlace(FakeWorkbench.ARCHIVE, "utf8.o", 68, entry.symbol());
    if (entry.symbol().equals("_pen_core_utf8_trim")) {
      return new EntryVerdict(
          entry.id(),
          Verdict.DOUBTFUL,
          Tier.SYMBOL,
          "defined weakly in libcore.a(utf8.o)",
          Optional.of(place),
          List.of(
              finding(
                  entry,
                  Severity.WARNING,
                  new BorderProblem.SymbolWeak(entry.symbol(), "libcore.a(utf8.o)"),
                  place)));
    }
    return new EntryVerdict(
        entry.id(),
        Verdict.AGREES,
        Tier.SYMBOL,
        "defined in libcore.a(utf8.o)",
        Optional.of(place),
        List.of());
  }

  private static EntryVerdict missing(Entry entry) {
    var near = new SymbolPlace(FakeWorkbench.ARCHIVE, "utf8.o", 68, "_pen_core_utf8_lenght");
    return new EntryVerdict(
        entry.id(),
        Verdict.BROKEN,
        Tier.SYMBOL,
        "no archive defines it",
        Optional.empty(),
        List.of(
            finding(
                entry,
                Severity.ERROR,
                new BorderProblem.SymbolMissing(
                    entry.symbol(), List.of("libcore.a"), List.of("_pen_core_utf8_lenght")),
                near)));
  }

  private static Finding finding(
      Entry entry, Severity severity, Problem problem, SymbolPlace place) {
    return new Finding(
        entry.id(),
        new Diagnostic(severity, problem, entry.location(), entry.span()),
        Optional.of(place),
        List.of(FakeWorkbench.ARCHIVE));
  }
}
