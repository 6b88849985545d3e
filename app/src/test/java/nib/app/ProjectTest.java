package nib.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nib.app.border.BorderItem;
import nib.app.build.BuildViewModel;
import nib.app.build.TargetsViewModel;
import nib.app.project.Project;
import nib.engine.Entry;
import nib.engine.build.Trust;
import nib.engine.build.TrustAnswer;
import nib.engine.diagnosis.Verdict;
import nib.engine.diagnostic.Failure;
import nib.engine.packages.ModuleKind;
import nib.engine.target.Targets;
import org.junit.jupiter.api.Test;

/// What is open, what is built, what is selected: every pane's model over one project.
final class ProjectTest {

  private final FakeWorkbench workbench = new FakeWorkbench();
  private final Desk desk = Desks.over(workbench);
  private final Project project = desk.project();

  @Test
  void selectsTheFirstEntryOfAPackageAndSaysThatNothingIsBuilt() {
    project.open(Packages.ROOT);

    assertEquals(Optional.of("_pen_core_now"), selected());
    assertEquals(Verdict.NOT_BUILT, verdictOf("_pen_core_utf8_length"));
    assertTrue(workbench.asked.stream().noneMatch(asked -> asked.startsWith("build")));
  }

  @Test
  void checksAfterABuild() {
    project.open(Packages.ROOT);
    desk.build().build();

    assertEquals(List.of(FakeWorkbench.ARCHIVE), project.archives());
    assertEquals(Verdict.BROKEN, verdictOf("_pen_core_utf8_length"));
    assertEquals(Verdict.AGREES, verdictOf("_pen_core_now"));
  }

  @Test
  void keepsTheSelectionWhenTheFilesChange() {
    project.open(Packages.ROOT);
    project.selection().select(project.entry("import String/Utf8.pen _pen_core_utf8_trim").get());
    workbench.view = Packages.core("# moved down\n" + Packages.UTF8);
    project.reread();

    assertEquals(Optional.of("_pen_core_utf8_trim"), selected());
    assertEquals(6, project.selection().entry().map(entry -> entry.location().line()).orElse(0));
  }

  @Test
  void letsGoOfAnEntryThatIsGone() {
    project.open(Packages.ROOT);
    project.selection().select(project.entry("import String/Utf8.pen _pen_core_utf8_trim").get());
    workbench.view = Packages.core(Packages.UTF8.replace("_pen_core_utf8_trim ", "_trim "));
    project.reread();

    assertEquals(Optional.empty(), selected());
  }

  @Test
  void saysInASentenceWhatIsNotThere() {
    project.open(Path.of("/nowhere/at/all"));

    assertEquals(
        Optional.of("/nowhere/at/all is not there"),
        project.failureProperty().get().map(Failure::what));
    assertEquals(Project.Showing.WELCOME, project.showingProperty().get());
  }

  @Test
  void remembersArchivesForEachTarget() {
    project.open(Packages.ROOT);
    desk.build().build();
    project.choose(Targets.named("aarch64-unknown-linux-gnu").orElseThrow());
    assertEquals(List.of(), project.archives());
    assertEquals(Verdict.NOT_BUILT, verdictOf("_pen_core_now"));

    project.choose(workbench.host());
    assertEquals(List.of(FakeWorkbench.ARCHIVE), project.archives());
    assertEquals(Verdict.AGREES, verdictOf("_pen_core_now"));
  }

  @Test
  void answersAnUnbuildableTargetWithItsCure() {
    project.open(Packages.ROOT);
    desk.targets().look();
    var row =
        desk.targets().rows().stream()
            .filter(found -> !TargetsViewModel.buildable(found))
            .findFirst()
            .orElseThrow();
    desk.targets().choose(row);

    assertEquals(
        Optional.of("apt-get install clang"), project.failureProperty().get().map(Failure::cure));
    assertEquals(workbench.host(), project.targetProperty().get());
    assertTrue(desk.targets().rows().getFirst().host());
  }

  @Test
  void asksBeforeAnUnknownScriptAndRunsItOnce() {
    workbench.trust = Trust.ASK;
    project.open(Packages.ROOT);
    desk.build().build();
    assertTrue(desk.build().questionProperty().get().isPresent());
    assertTrue(workbench.asked.stream().noneMatch(asked -> asked.startsWith("build")));

    desk.build().answer(TrustAnswer.ONCE);
    assertTrue(workbench.asked.contains("build once=true"));
    assertTrue(workbench.asked.stream().noneMatch(asked -> asked.startsWith("answer")));
  }

  @Test
  void takesNoForAnAnswer() {
    workbench.trust = Trust.ASK;
    project.open(Packages.ROOT);
    desk.build().build();
    desk.build().answer(TrustAnswer.NO);
    desk.build().build();

    assertTrue(desk.build().stateProperty().get() instanceof BuildViewModel.State.Refused);
    assertTrue(desk.build().questionProperty().get().isEmpty());
    desk.build().review();
    assertTrue(desk.build().questionProperty().get().isPresent());
  }

  @Test
  void showsWhyABuildFailed() {
    workbench.buildFailure = Optional.of(new Failure("the script printed nothing", "print a path"));
    project.open(Packages.ROOT);
    desk.build().build();

    assertEquals(
        new BuildViewModel.State.Failed(new Failure("the script printed nothing", "print a path")),
        desk.build().stateProperty().get());
    assertEquals(List.of(), project.archives());
    assertEquals(3, desk.build().lines().size());
    assertEquals(Drawer.Tab.BUILD, desk.drawer().tabProperty().get());
  }

  @Test
  void turnsTheDrawerToWhatABuildBroughtToLight() {
    project.open(Packages.ROOT);
    desk.build().build();

    assertTrue(desk.drawer().openProperty().get());
    assertEquals(Drawer.Tab.FINDINGS, desk.drawer().tabProperty().get());
  }

  @Test
  void listsTheBorderWithItsVerdicts() {
    project.open(Packages.ROOT);
    desk.build().build();
    var items = desk.border().items();

    assertEquals(new BorderItem.Heading("Imports", 5), items.getFirst());
    assertTrue(items.contains(new BorderItem.Heading("Exports", 1)));
    assertTrue(
        items.contains(new BorderItem.OfModule("String/Utf8.pen", ModuleKind.ORDINARY, 0, false)));
    assertTrue(items.contains(new BorderItem.OfArchive(FakeWorkbench.ARCHIVE)));
  }

  @Test
  void selectsFromAClickInTheSource() {
    project.open(Packages.ROOT);
    project.selection().show("String/Utf8.pen");
    assertEquals(Optional.empty(), selected());

    desk.editor().choose(Packages.UTF8.indexOf("utf8_trim"));
    assertEquals(Optional.of("_pen_core_utf8_trim"), selected());
    assertEquals(
        Optional.of(Packages.UTF8.indexOf("import foreign \"c\" _pen_core_utf8_trim")),
        desk.editor().litProperty().get().map(span -> span.start()));
  }

  @Test
  void marksTheFindingAndTheSymbolOfTheSelectedEntry() {
    project.open(Packages.ROOT);
    desk.build().build();
    desk.drawer().close();
    project.selection().select(project.entry("import String/Utf8.pen _pen_core_utf8_trim").get());
    assertEquals(
        Optional.of("_pen_core_utf8_trim"),
        desk.symbols().selectedProperty().get().map(row -> row.name()));
    assertTrue(!desk.drawer().openProperty().get());

    project.selection().select(project.entry("import String/Utf8.pen _pen_core_utf8_length").get());
    assertEquals(
        selected(),
        desk.findings()
            .currentProperty()
            .get()
            .flatMap(row -> row.entry())
            .flatMap(project::entry)
            .map(Entry::symbol));
  }

  @Test
  void leadsFromAFindingToItsLineAndItsSymbol() {
    project.open(Packages.ROOT);
    desk.build().build();
    desk.findings().next();

    assertEquals(Optional.of("_pen_core_utf8_length"), selected());
    assertEquals(
        Optional.of("_pen_core_utf8_lenght"),
        desk.symbols().selectedProperty().get().map(row -> row.name()));
    assertEquals(Drawer.Tab.SYMBOLS, desk.drawer().tabProperty().get());
  }

  @Test
  void forgetsWhatWasOpenedBefore() {
    project.open(Packages.ROOT);
    assertEquals(List.of(Packages.ROOT), project.recents());
    project.forgetRecents();
    assertEquals(List.of(), project.recents());
  }

  @Test
  void keepsTheWarningThatNothingIsRemembered() {
    workbench.memoryWarning = Optional.of(new Failure("the database is damaged", "delete it"));
    desk.start();
    project.open(Packages.ROOT);
    assertEquals(workbench.memoryWarning, project.failureProperty().get());
    project.clearFailure();
    assertEquals(Optional.empty(), project.failureProperty().get());
  }

  @Test
  void refusesToBeTouchedFromAnotherThread() {
    var strict = new Project(workbench, new Background(Runnable::run, Runnable::run, () -> false));
    assertThrows(IllegalStateException.class, () -> strict.open(Packages.ROOT));
  }

  private Optional<String> selected() {
    return project.selection().entry().map(Entry::symbol);
  }

  private Verdict verdictOf(String symbol) {
    return project.opened().orElseThrow().entries().stream()
        .filter(entry -> entry.symbol().equals(symbol))
        .findFirst()
        .flatMap(project::verdict)
        .orElseThrow()
        .verdict();
  }
}
