package nib.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nib.engine.Entry.Slot;
import nib.engine.diagnosis.EntryVerdict;
import nib.engine.diagnosis.Finding;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;
import nib.engine.diagnostic.Severity;
import nib.engine.foreign.Convention;
import nib.engine.foreign.Direction;
import nib.engine.text.NearestNames;
import nib.engine.trial.Outcome;
import nib.engine.trial.SlotKind;
import nib.engine.trial.TrialOrder;

/// Decides whether a call can take place, before a process is started for it.
final class Trials {

  private Trials() {}

  /// An order for the trial runner, or why there is none.
  sealed interface Answer {}

  record Accepted(TrialOrder order) implements Answer {}

  record Refusal(Outcome.Refused refused) implements Answer {}

  static Answer order(CallRequest request, Workbench workbench) throws FailureException {
    var entry =
        request.opened().entries().stream()
            .filter(one -> one.symbol().equals(request.symbol()))
            .min(java.util.Comparator.comparing(Entry::direction));
    if (entry.isEmpty()) {
      return refuse(unknown(request));
    }
    Optional<Failure> reason =
        unfit(entry.get())
            .or(() -> wrongCount(entry.get(), request.arguments()))
            .or(() -> noArchive(request));
    if (reason.isEmpty()) {
      reason = broken(request, workbench, entry.get());
    }
    return reason.isPresent() ? refuse(reason.get()) : accept(request, entry.get());
  }

  private static Answer refuse(Failure reason) {
    return new Refusal(new Outcome.Refused(reason.what(), reason.cure()));
  }

  private static Answer accept(CallRequest request, Entry entry) {
    return new Accepted(
        new TrialOrder(
            entry.symbol(),
            entry.parameters().stream().map(Slot::kind).toList(),
            entry.result().kind(),
            request.arguments(),
            request.archives(),
            request.limit()));
  }

  private static Failure unknown(CallRequest request) {
    var imports =
        request.opened().entries().stream()
            .filter(one -> one.direction() == Direction.IMPORT)
            .map(Entry::symbol)
            .distinct()
            .toList();
    var nearest = NearestNames.of(request.symbol(), imports, 1);
    return new Failure(
        "%s has no foreign import `%s`".formatted(request.opened().name(), request.symbol()),
        nearest.isEmpty()
            ? "`nib foreign` lists them"
            : "`%s` is the nearest; `nib foreign` lists all".formatted(nearest.getFirst()));
  }

  private static Optional<Failure> unfit(Entry entry) {
    if (entry.direction() == Direction.EXPORT) {
      return Optional.of(
          new Failure(
              "`%s` is exported from Pen; only imports are called".formatted(entry.symbol()),
              "call an import, or run the export from a Pen program"));
    }
    if (entry.convention() == Convention.NATIVE) {
      return Optional.of(
          new Failure(
              "`%s` has Pen's native convention, which trials do not speak"
                  .formatted(entry.symbol()),
              "call an import with the \"c\" convention"));
    }
    return Stream.concat(entry.parameters().stream(), Stream.of(entry.result()))
        .filter(slot -> slot.kind() == SlotKind.UNSUPPORTED)
        .findFirst()
        .map(slot ->
            new Failure(
                "%s of `%s` is `%s`, which trials do not pass"
                    .formatted(
                        entry.parameters().contains(slot)
                            ? "parameter `" + slot.name() + "`"
                            : "the result",
                        entry.symbol(),
                        slot.penType()),
                "trials pass numbers, booleans, strings and none"));
  }

  private static Optional<Failure> wrongCount(Entry entry, List<String> arguments) {
    int want = entry.parameters().size();
    if (arguments.size() == want) {
      return Optional.empty();
    }
    return Optional.of(
        new Failure(
            "`%s` takes %s, not %d"
                .formatted(
                    entry.symbol(),
                    want == 1 ? "1 argument" : want + " arguments",
                    arguments.size()),
            "its type is `%s`".formatted(entry.penType())));
  }

  private static Optional<Failure> noArchive(CallRequest request) {
    return request.archives().isEmpty()
        ? Optional.of(
            new Failure(
                "there is no archive to call `%s` in".formatted(request.symbol()),
                "build the package, or name an archive with --archive"))
        : Optional.empty();
  }

  /// A call into a border that is known to be broken would say less than the finding does.
  private static Optional<Failure> broken(CallRequest request, Workbench workbench, Entry entry)
      throws FailureException {
    var report = workbench.check(request.opened(), workbench.host(), request.archives());
    return report.verdicts().stream()
        .filter(verdict -> verdict.entry().equals(entry.id()))
        .map(EntryVerdict::findings)
        .flatMap(List::stream)
        .map(Finding::diagnostic)
        .filter(one -> one.severity() == Severity.ERROR)
        .findFirst()
        .map(one -> new Failure(one.message(), one.cure()));
  }
}
