package nib.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.OpenedPackage;
import nib.engine.diagnosis.CheckReport;
import nib.engine.diagnosis.Verdict;
import nib.engine.diagnostic.FailureException;
import nib.engine.diagnostic.Severity;
import nib.engine.foreign.Direction;
import nib.engine.target.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `nib check`: holds declarations against archives.
@Command(
    name = "check",
    description = "Hold a package's border against its archives and report what does not agree.")
final class CheckCommand extends Answering {

  @Mixin private final Trusting trusting;

  @Option(
      names = {"-t", "--target"},
      paramLabel = "TRIPLE",
      description = "Build and check for this target; may be repeated.")
  private List<String> triples = List.of();

  @Option(
      names = {"-a", "--archive"},
      paramLabel = "FILE",
      description = "Check against this archive instead of running the script; may be repeated.")
  private List<Path> archives = List.of();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "Exit 1 at findings of error (default), warning or note, or worse.")
  private Severity failOn = Severity.ERROR;

  @Parameters(arity = "0..1", paramLabel = "PACKAGE", description = "The package's folder.")
  private Optional<Path> folder = Optional.empty();

  CheckCommand(Invocation invocation) {
    super(invocation);
    this.trusting = new Trusting(invocation);
  }

  @Override
  public Integer call() throws Exception {
    var packages = new Packages(invocation());
    var opened = packages.open(folder);
    var targets = packages.targets(triples);
    if (format() == Format.TEXT) {
      // Before anything is built: that may fail, and for this very reason.
      packages.complain(opened);
    }
    var reports = new ArrayList<CheckReport>();
    if (triples.isEmpty()) {
      reports.add(check(opened, Optional.empty()));
    }
    for (var target : targets) {
      reports.add(check(opened, Optional.of(target)));
    }
    switch (format()) {
      case TEXT -> {
        var text = new CheckText(console());
        for (int i = 0; i < reports.size(); i++) {
          if (i > 0) {
            console().blank();
          }
          text.print(opened, reports.get(i));
        }
      }
      case JSON -> Json.print(console().out(), "check", new CheckJson(opened, reports)::write);
    }
    if (failed(opened, reports)) {
      return Status.FOUND;
    }
    return sawEverything(reports) ? Status.FINE : Status.FAILED;
  }

  private CheckReport check(OpenedPackage opened, Optional<Target> target)
      throws FailureException, InterruptedException {
    var workbench = invocation().workbench();
    var files =
        archives.isEmpty()
            ? trusting.built(opened.root(), target, false).archives()
            : archives.stream().map(Path::toAbsolutePath).toList();
    return workbench.check(opened, target.orElseGet(workbench::host), files);
  }

  /// Whether no import was left unjudged because something could not be read. If one was, says so.
  private boolean sawEverything(List<CheckReport> reports) {
    boolean all = true;
    for (var report : reports) {
      long blind =
          report.remarks().isEmpty()
              ? 0
              : report.verdicts().stream()
                  .filter(one -> one.entry().startsWith(Direction.IMPORT.word()))
                  .filter(one -> one.verdict() == Verdict.NOT_CHECKABLE)
                  .count();
      if (blind > 0) {
        all = false;
        console()
            .complain(
                "%s could not be checked: %s"
                    .formatted(
                        Packages.count(blind, "import", "imports"), report.remarks().getFirst()));
        console().hint("build the archive anew, for a target whose format Nib reads");
      }
    }
    return all;
  }

  private boolean failed(OpenedPackage opened, List<CheckReport> reports) {
    return opened.diagnostics().stream().anyMatch(one -> one.severity().atLeast(failOn))
        || reports.stream()
            .flatMap(report -> report.findings().stream())
            .anyMatch(one -> one.diagnostic().severity().atLeast(failOn));
  }
}
