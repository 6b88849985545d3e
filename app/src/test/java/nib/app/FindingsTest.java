package nib.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import nib.app.diagnosis.FindingRow;
import nib.app.diagnosis.FindingsViewModel;
import nib.app.project.Guest;
import nib.engine.OpenedPackage;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.PackageProblem;
import nib.engine.diagnostic.Severity;
import nib.engine.diagnostic.SyntaxProblem;
import nib.engine.text.Location;
import nib.engine.text.Span;
import org.junit.jupiter.api.Test;

/// Everything found, kept, gone through.
final class FindingsTest {

  private final FakeWorkbench workbench = new FakeWorkbench();
  private final Desk desk = Desks.over(workbench);
  private final FindingsViewModel findings = desk.findings();

  @Test
  void showsTheBorderOfAPackageWithMistakes() {
    workbench.view = Packages.broken();
    desk.project().open(Packages.ROOT);
    desk.build().build();

    assertEquals(3, findings.all().size());
    assertEquals(6, desk.project().opened().orElseThrow().entries().size());
    assertEquals(6, desk.project().reportProperty().get().orElseThrow().verdicts().size());
  }

  @Test
  void keepsRowsThatHaveEveryWord() {
    openBuilt();
    findings.filterProperty().set("warning utf8");
    assertEquals(1, findings.rows().size());
    assertEquals(2, findings.all().size());
    findings.next();
    findings.next();
    assertEquals(Optional.of("String/Utf8.pen:5:1"), current());

    findings.filterProperty().set("");
    assertEquals(2, findings.rows().size());
    assertEquals(Optional.of("String/Utf8.pen:5:1"), current());
  }

  @Test
  void bringsUpTheirListForAStepToOneOfThem() {
    workbench.view = Packages.broken();
    desk.project().open(Packages.ROOT);
    desk.commands().stream()
        .filter(command -> command.name().equals("Next finding"))
        .forEach(command -> command.action().run());
    assertTrue(current().isPresent());
    assertTrue(desk.drawer().openProperty().get());
    assertEquals(Drawer.Tab.FINDINGS, desk.drawer().tabProperty().get());
  }

  @Test
  void goesThroughThemRoundAndRound() {
    openBuilt();
    findings.next();
    assertEquals(Optional.of("String/Utf8.pen:4:1"), current());
    findings.next();
    findings.next();
    assertEquals(Optional.of("String/Utf8.pen:4:1"), current());
  }

  @Test
  void goesOnWhereAFindingWasCured() {
    workbench.view = Packages.broken();
    desk.project().open(Packages.ROOT);
    desk.build().build();
    findings.next();
    assertEquals(0, findings.rows().indexOf(row()));
    workbench.view = Packages.core();
    desk.project().reread();
    findings.next();
    assertEquals(Optional.of("String/Utf8.pen:4:1"), current());
  }

  @Test
  void followsAFindingToItsNewLinePastAnotherThatMovedThere() {
    workbench.view = withMistakes(1, 3);
    desk.project().open(Packages.ROOT);
    findings.choose(findings.rows().get(1));
    assertEquals(Optional.of("String/Utf8.pen:3:1"), current());
    workbench.view = withMistakes(3, 5);
    desk.project().reread();
    assertEquals(Optional.of("String/Utf8.pen:5:1"), current());
  }

  private static OpenedPackage withMistakes(int first, int second) {
    return withDiagnostics(List.of(mistake("a type", first), mistake("a name", second)));
  }

  private static Diagnostic mistake(String expected, int line) {
    return new Diagnostic(
        Severity.ERROR,
        new SyntaxProblem.UnexpectedToken("`=`", expected),
        new Location(Packages.ROOT.resolve("String/Utf8.pen"), line, 1),
        new Span(line, line + 1));
  }

  private static OpenedPackage withDiagnostics(List<Diagnostic> found) {
    var sound = Packages.core();
    return new OpenedPackage(
        sound.root(),
        sound.name(),
        sound.kind(),
        sound.modules(),
        sound.entries(),
        List.of(),
        found);
  }

  @Test
  void leadsToTheManifest() throws Exception {
    var manifest = Packages.ROOT.resolve("pen.json");
    Files.writeString(manifest, "{}\n");
    workbench.view =
        withDiagnostics(
            List.of(
                new Diagnostic(
                    Severity.ERROR,
                    new PackageProblem.ManifestField("type", "`application`"),
                    new Location(manifest, 1, 1),
                    new Span(0, 1))));
    desk.project().open(Packages.ROOT);
    findings.next();
    Files.delete(manifest);

    assertEquals(
        Optional.of("pen.json"), desk.project().selection().guestProperty().get().map(Guest::name));
  }

  private void openBuilt() {
    desk.project().open(Packages.ROOT);
    desk.build().build();
  }

  private FindingRow row() {
    return findings.currentProperty().get().orElseThrow();
  }

  private Optional<String> current() {
    return findings.currentProperty().get().map(FindingRow::where);
  }
}
