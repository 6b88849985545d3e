package nib.app.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nib.app.Terminal;
import nib.app.project.Project;
import nib.engine.Entry;
import nib.engine.diagnosis.EntryVerdict;
import nib.engine.diagnosis.SymbolPlace;
import nib.engine.diagnosis.Tier;
import nib.engine.diagnosis.Verdict;
import nib.engine.text.Location;

/// The verdict on the selected entry, in a sentence, with what to do about it.
public final class VerdictViewModel {

  /// What is shown.
  ///
  /// @param evidence what the verdict rests on, in words; empty where it rests on nothing
  /// @param definition where the symbol is, to go there
  /// @param terminal the command that says the same in a terminal
  public record Shown(
      Verdict verdict,
      String sentence,
      String evidence,
      List<FindingRow> findings,
      Optional<SymbolPlace> definition,
      String terminal) {

    public Shown {
      findings = List.copyOf(findings);
    }

    /// Whether the sentence stands in a finding already.
    public boolean saidByFindings() {
      return sentence.isEmpty()
          || findings.stream().anyMatch(row -> row.message().equals(sentence));
    }

    /// All of it as one text to hand on.
    public String text() {
      var text = new StringBuilder();
      text.append("%s %s: %s\n".formatted(verdict.glyph(), verdict.word(), sentence));
      findings.forEach(finding -> text.append(finding.text()));
      return text.append(terminal).append('\n').toString();
    }
  }

  private final Project project;
  private final FindingsViewModel findings;
  private final Consumer<SymbolPlace> showSymbol;
  private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public VerdictViewModel(
      Project project, FindingsViewModel findings, Consumer<SymbolPlace> showSymbol) {
    this.project = project;
    this.findings = findings;
    this.showSymbol = showSymbol;
    project.reportProperty().addListener((_, _, _) -> show());
    project.selection().entryProperty().addListener((_, _, _) -> show());
    show();
  }

  public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// Leads to what a finding is about.
  public void follow(FindingRow finding) {
    findings.follow(finding);
  }

  /// Leads to a place that a finding is related to.
  public void go(Location related) {
    project.go(related);
  }

  /// Leads to where the entry's symbol is defined.
  public void follow(SymbolPlace definition) {
    showSymbol.accept(definition);
  }

  private void show() {
    shown.set(project.selection().entry().map(this::shownOf));
  }

  private Shown shownOf(Entry entry) {
    return project
        .verdict(entry)
        .map(this::shownOf)
        .orElseGet(() ->
            new Shown(
                Verdict.NOT_BUILT,
                "nothing was checked yet",
                "",
                List.of(),
                Optional.empty(),
                terminal()));
  }

  private Shown shownOf(EntryVerdict verdict) {
    var home = project.opened().map(FindingRow.Home::current);
    return new Shown(
        verdict.verdict(),
        verdict.sentence(),
        verdict.tier() == Tier.NONE ? "" : "evidence: " + verdict.tier().word(),
        home.stream().flatMap(current -> verdict.findings().stream().map(current::row)).toList(),
        verdict.definition(),
        terminal());
  }

  private String terminal() {
    return project
        .opened()
        .map(view -> Terminal.check(view.root(), project.targetProperty().get().triple()))
        .orElse("");
  }
}
