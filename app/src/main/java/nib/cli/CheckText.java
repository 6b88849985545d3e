package nib.cli;

import java.util.ArrayList;
import java.util.stream.Collectors;
import nib.engine.Entry;
import nib.engine.OpenedPackage;
import nib.engine.diagnosis.CheckReport;
import nib.engine.diagnosis.EntryVerdict;
import nib.engine.diagnosis.Finding;
import nib.engine.diagnosis.Verdict;

/// A check for people: a line for each entry, then each finding with its place, what was looked at,
/// and its cure.
final class CheckText {

  private final Console console;

  CheckText(Console console) {
    this.console = console;
  }

  void print(OpenedPackage opened, CheckReport report) {
    console.line("%s for %s".formatted(console.bold(opened.name()), report.target().triple()));
    report.archives().forEach(archive -> console.line("  looked at " + console.shown(archive)));
    console.blank();
    int width = opened.entries().stream().mapToInt(one -> one.symbol().length()).max().orElse(0);
    for (int i = 0; i < report.verdicts().size(); i++) {
      verdict(opened.entries().get(i), report.verdicts().get(i), width);
    }
    report.findings().forEach(this::finding);
    if (!report.remarks().isEmpty()) {
      console.blank();
      report.remarks().forEach(remark -> console.line("not looked into: " + remark));
    }
    console.blank();
    console.line(summary(report));
  }

  private void verdict(Entry entry, EntryVerdict verdict, int width) {
    // Padding counts letters, and colour codes are none.
    String word = verdict.verdict().glyph() + " " + verdict.verdict().word();
    String padding = " ".repeat(Math.max(0, 16 - word.length()));
    String symbol = ("%-" + Math.max(1, width) + "s").formatted(entry.symbol());
    boolean explained =
        verdict.verdict() == Verdict.BROKEN || verdict.verdict() == Verdict.DOUBTFUL;
    console.line(
        "%s%s %s  %s"
            .formatted(
                console.verdict(verdict.verdict()),
                padding,
                symbol,
                explained ? "see below" : verdict.sentence())
            .stripTrailing());
  }

  private void finding(Finding finding) {
    var diagnostic = finding.diagnostic();
    console.blank();
    console.line(
        "%s: %s: %s"
            .formatted(
                console.shown(diagnostic.location()),
                console.severity(diagnostic.severity()),
                diagnostic.message()));
    console.line("  looked at: " + lookedAt(finding));
    console.line("  cure: " + diagnostic.cure());
  }

  private static String lookedAt(Finding finding) {
    return finding
        .at()
        .map(at -> "%s, symbol %s".formatted(at.memberName(), at.symbol()))
        .orElseGet(() ->
            finding.searched().isEmpty()
                ? "the module"
                : finding.searched().stream()
                    .map(one -> String.valueOf(one.getFileName()))
                    .collect(Collectors.joining(", ", "every member of ", "")));
  }

  private static String summary(CheckReport report) {
    var parts = new ArrayList<String>();
    for (var verdict : Verdict.values()) {
      long count = report.verdicts().stream().filter(one -> one.verdict() == verdict).count();
      if (count > 0) {
        parts.add(count + " " + (verdict == Verdict.AGREES ? "agree" : verdict.word()));
      }
    }
    return parts.isEmpty() ? "the package has no foreign functions" : String.join(", ", parts);
  }
}
