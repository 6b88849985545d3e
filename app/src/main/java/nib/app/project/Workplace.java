package nib.app.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.app.Background;
import nib.engine.Entry;
import nib.engine.OpenedPackage;
import nib.engine.OpenedPackage.ModuleView;
import nib.engine.Workbench;
import nib.engine.build.BuildRun;
import nib.engine.diagnosis.CheckReport;
import nib.engine.diagnosis.EntryVerdict;
import nib.engine.diagnosis.Finding;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.target.Target;

/// One open package, and all that is remembered about it while it is open: its target, its builds,
/// its verdicts, where a person was.
final class Workplace {

  private final Map<String, BuildRun> runs = new HashMap<>();
  private OpenedPackage view;
  private Target target;
  private List<Path> archives = List.of();
  private Optional<CheckReport> report = Optional.empty();
  private Optional<Selection.Spot> spot = Optional.empty();

  /// Counts checks, so that only the newest is believed.
  private long checking;

  /// Whether something changed since the report was made.
  private boolean stale = true;

  Workplace(OpenedPackage view, Target target) {
    this.view = view;
    this.target = target;
  }

  OpenedPackage view() {
    return view;
  }

  Path root() {
    return view.root();
  }

  Target target() {
    return target;
  }

  List<Path> archives() {
    return archives;
  }

  Optional<CheckReport> report() {
    return report;
  }

  Optional<Selection.Spot> spot() {
    return spot;
  }

  boolean stale() {
    return stale;
  }

  void leave(Selection.Spot at) {
    spot = Optional.of(at);
  }

  /// Takes in a fresh reading. What the old report found stays with its functions, at their new
  /// lines, until the next check; the next check is asked for when the border changed at all.
  void take(OpenedPackage fresh, Drafts drafts) {
    var before = view;
    view = withDrafts(fresh, drafts);
    if (!before.entries().equals(view.entries())) {
      report = report.map(old -> moved(old, before.entries()));
      stale = true;
    }
  }

  /// The entry that stands for this one in the fresh reading: of the same id, or, where a name is
  /// being changed, at the same place among as many.
  Optional<Entry> successor(Entry old, OpenedPackage before) {
    var same = entry(view, old.id());
    if (same.isPresent()) {
      return same;
    }
    var others = alike(before, old);
    var fresh = alike(view, old);
    int at = others.indexOf(old);
    return at >= 0 && others.size() == fresh.size()
        ? Optional.of(fresh.get(at)).filter(one -> entry(before, one.id()).isEmpty())
        : Optional.empty();
  }

  void choose(Target chosen) {
    target = chosen;
    archives =
        Optional.ofNullable(runs.get(chosen.triple())).map(BuildRun::archives).orElse(List.of());
    stale = true;
  }

  /// Takes in a build that went well.
  ///
  /// @return whether it was for the chosen target
  boolean built(BuildRun run) {
    runs.put(run.target().triple(), run);
    if (!run.target().equals(target)) {
      return false;
    }
    archives = run.archives();
    stale = true;
    return true;
  }

  /// Begins a check.
  ///
  /// @return what [#checked] wants back
  long check() {
    stale = false;
    return ++checking;
  }

  /// The check as it stands now.
  Background.Job<CheckReport> question(Workbench workbench) {
    var border = view;
    var machine = target;
    var files = archives;
    return () -> workbench.check(border, machine, files);
  }

  /// Takes in a check's answer, unless a newer one was asked for.
  boolean checked(long asked, CheckReport answer) {
    if (asked != checking) {
      return false;
    }
    report = Optional.of(moved(answer, view.entries()));
    return true;
  }

  boolean newest(long asked) {
    return asked == checking;
  }

  static Optional<Entry> entry(OpenedPackage view, String id) {
    return view.entries().stream().filter(entry -> entry.id().equals(id)).findFirst();
  }

  private static List<Entry> alike(OpenedPackage view, Entry entry) {
    return view.entries().stream()
        .filter(one -> one.module().equals(entry.module()) && one.direction() == entry.direction())
        .toList();
  }

  /// A module whose file is gone stays as long as it has changes that are not saved.
  private OpenedPackage withDrafts(OpenedPackage fresh, Drafts drafts) {
    var modules = new ArrayList<>(fresh.modules());
    for (var old : view.modules()) {
      var draft = drafts.of(old.source().file());
      if (draft.isPresent()
          && fresh.modules().stream().noneMatch(one -> one.path().equals(old.path()))) {
        modules.add(new ModuleView(old.path(), old.kind(), draft.get(), old.outline()));
      }
    }
    return new OpenedPackage(
        fresh.root(),
        fresh.name(),
        fresh.kind(),
        modules,
        fresh.entries(),
        fresh.dependencies(),
        fresh.diagnostics());
  }

  private CheckReport moved(CheckReport old, List<Entry> before) {
    var were = byId(before);
    var are = byId(view.entries());
    var verdicts = new ArrayList<EntryVerdict>();
    for (var verdict : old.verdicts()) {
      Optional.ofNullable(are.get(verdict.entry()))
          .ifPresent(now -> {
            var then = Optional.ofNullable(were.get(verdict.entry()));
            verdicts.add(
                then.filter(was -> !was.equals(now))
                    .map(was -> moved(verdict, was, now))
                    .orElse(verdict));
          });
    }
    return new CheckReport(old.target(), old.archives(), verdicts, old.remarks());
  }

  private static Map<String, Entry> byId(List<Entry> entries) {
    var byId = new HashMap<String, Entry>();
    entries.forEach(entry -> byId.putIfAbsent(entry.id(), entry));
    return byId;
  }

  private static EntryVerdict moved(EntryVerdict verdict, Entry was, Entry now) {
    return new EntryVerdict(
        verdict.entry(),
        verdict.verdict(),
        verdict.tier(),
        verdict.sentence(),
        verdict.definition(),
        verdict.findings().stream().map(finding -> moved(finding, was, now)).toList());
  }

  private static Finding moved(Finding finding, Entry was, Entry now) {
    var found = finding.diagnostic();
    if (!found.location().equals(was.location())) {
      return finding;
    }
    var there =
        new Diagnostic(
            found.severity(), found.problem(), now.location(), now.span(), found.related());
    return new Finding(finding.entry(), there, finding.at(), finding.searched());
  }
}
