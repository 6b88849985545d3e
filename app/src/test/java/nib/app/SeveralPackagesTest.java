package nib.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import nib.app.build.BuildViewModel;
import nib.app.diagnosis.FindingRow;
import nib.app.editor.LeavingViewModel.Leaving;
import nib.app.project.Project;
import nib.app.project.Project.Showing;
import nib.engine.Entry;
import nib.engine.OpenedPackage;
import nib.engine.target.Targets;
import nib.engine.text.SourceText;
import org.junit.jupiter.api.Test;

/// Several packages at once: one is current, the others wait as they were left.
final class SeveralPackagesTest {

  private static final Path UTF8 = Packages.ROOT.resolve("String/Utf8.pen");

  private final FakeWorkbench workbench = withOs();
  private final Desk desk = Desks.over(workbench);
  private final Project project = desk.project();

  private static FakeWorkbench withOs() {
    var fake = new FakeWorkbench();
    fake.beside.add(Packages.os());
    return fake;
  }

  @Test
  void readsThemTogether() {
    openBoth();

    assertEquals(List.of("core", "os"), names());
    assertEquals(Optional.of("os"), project.opened().map(OpenedPackage::name));
    assertEquals(List.of(Packages.ROOT, Packages.OS), workbench.readings.getLast().open());
  }

  @Test
  void opensInThePlaceOfTheCurrentOne() {
    project.open(Packages.ROOT);
    project.open(Packages.OS);

    assertEquals(List.of("os"), names());
    assertEquals(Showing.PACKAGE, project.showingProperty().get());
  }

  @Test
  void opensBesideAPackageWithUnsavedTexts() {
    project.open(Packages.ROOT);
    project.drafts().put(new SourceText(UTF8, Packages.UTF8 + "# more\n"));
    project.open(Packages.OS);

    assertEquals(List.of("core", "os"), names());
    assertTrue(project.drafts().of(UTF8).isPresent());
  }

  @Test
  void comesBackToWhereAPersonWas() {
    project.open(Packages.ROOT);
    project.selection().select(project.entry("import String/Utf8.pen _pen_core_utf8_trim").get());
    desk.build().build();
    project.choose(Targets.named("aarch64-unknown-linux-gnu").orElseThrow());
    project.openBeside(List.of(Packages.OS));
    project.choose(workbench.host());
    assertEquals(List.of(), project.archives());

    project.switchTo(Packages.ROOT);
    assertEquals("aarch64-unknown-linux-gnu", project.targetProperty().get().triple());
    assertEquals(Optional.of("_pen_core_utf8_trim"), selected());
    assertTrue(desk.build().stateProperty().get() instanceof BuildViewModel.State.Built);
    assertEquals(3, desk.build().lines().size());
    project.choose(workbench.host());
    assertEquals(List.of(FakeWorkbench.ARCHIVE), project.archives());

    project.switchTo(Packages.OS);
    assertEquals(new BuildViewModel.State.Idle(), desk.build().stateProperty().get());
    assertEquals(workbench.host(), project.targetProperty().get());
  }

  @Test
  void buildsOnWhileAnotherPackageIsShown() {
    Deque<Runnable> jobs = new ArrayDeque<>();
    var background = new Background(jobs::add, Runnable::run, () -> true);
    var late = new Desk(workbench, background, new Settings(workbench, background), Desks.NOBODY);
    late.project().open(Packages.ROOT);
    settle(jobs);
    late.build().build();
    jobs.removeFirst().run();
    var build = jobs.removeFirst();
    late.project().openBeside(List.of(Packages.OS));
    settle(jobs);
    build.run();
    settle(jobs);
    assertEquals(new BuildViewModel.State.Idle(), late.build().stateProperty().get());
    assertEquals(List.of(), late.project().archives());

    late.project().switchTo(Packages.ROOT);
    settle(jobs);
    assertEquals(List.of(FakeWorkbench.ARCHIVE), late.project().archives());
    assertEquals(3, late.build().lines().size());
    assertTrue(late.project().reportProperty().get().isPresent());
  }

  @Test
  void closesToTheOneBesideAndThenToTheWelcomePage() {
    openBoth();
    project.close();
    assertEquals(Optional.of("core"), project.opened().map(OpenedPackage::name));
    project.close();
    assertEquals(Showing.WELCOME, project.showingProperty().get());
    assertEquals(List.of(), names());
  }

  @Test
  void keepsPackagesOpenBehindTheWelcomePageAndALoneFile() {
    openBoth();
    project.open(FakeWorkbench.ARCHIVE);
    assertEquals(Showing.FILE, project.showingProperty().get());
    project.close();
    assertEquals(Optional.of("core"), project.opened().map(OpenedPackage::name));

    project.welcome();
    assertEquals(Optional.empty(), project.opened());
    assertEquals(2, project.packages().size());
    project.step(1);
    assertEquals(Optional.of("core"), project.opened().map(OpenedPackage::name));
    project.step(1);
    assertEquals(Optional.of("os"), project.opened().map(OpenedPackage::name));
  }

  @Test
  void asksBeforeAPackageWithUnsavedTextsCloses() {
    openBoth();
    project.switchTo(Packages.ROOT);
    project.selection().show("String/Utf8.pen");
    desk.editor().commands().enter();
    desk.close();
    assertEquals(List.of("core", "os"), names());
    assertEquals(
        Optional.of(List.of("String/Utf8.pen")),
        desk.editor().leaving().askedProperty().get().map(Leaving::names));

    desk.editor().leaving().leaveUnsaved();
    assertEquals(List.of("os"), names());
    assertEquals(List.of(), project.drafts().all());
  }

  @Test
  void keepsUnsavedTextsOfAPackageInsideTheOneThatCloses() throws IOException {
    var inner = Files.createDirectories(Packages.ROOT.resolve("inner"));
    workbench.beside.add(Packages.at(inner, Packages.os(), 1));
    project.open(Packages.ROOT);
    project.openBeside(List.of(inner));
    var text = new SourceText(inner.resolve("File.pen"), "# unsaved\n");
    project.drafts().put(text);
    project.switchTo(Packages.ROOT);
    desk.close();

    assertEquals(Optional.empty(), desk.editor().leaving().askedProperty().get());
    assertEquals(List.of("os"), names());
    assertEquals(List.of(text), project.drafts().all());
  }

  @Test
  void readsTheOthersWhereOneIsBroken() {
    openBoth();
    project.switchTo(Packages.ROOT);
    workbench.broken.add(Packages.OS);
    workbench.view = Packages.core("# moved down\n" + Packages.UTF8);
    project.reread();

    assertEquals(List.of("core", "os"), names());
    assertTrue(project.failureProperty().get().isPresent());
    assertTrue(text(project.packages().getFirst()).startsWith("# moved down"));

    workbench.broken.clear();
    project.reread();
    assertEquals(Optional.empty(), project.failureProperty().get());
  }

  @Test
  void listsFindingsOfAllAndLeadsIntoTheOther() {
    openBoth();
    project.switchTo(Packages.ROOT);
    var row = desk.findings().rows().getFirst();
    assertEquals("os/File.pen:1:1", row.where());

    desk.findings().follow(row);
    assertEquals(Optional.of("os"), project.opened().map(OpenedPackage::name));
    assertEquals(Optional.of("File.pen"), project.selection().moduleProperty().get());
    assertEquals("File.pen:1:1", desk.findings().rows().getFirst().where());
    assertEquals(
        Optional.of("File.pen:1:1"),
        desk.findings().currentProperty().get().map(FindingRow::where));

    desk.findings().go(row.diagnostic().related().getFirst().location());
    assertEquals(Optional.of("core"), project.opened().map(OpenedPackage::name));
    assertEquals(Optional.of("Number.pen"), project.selection().moduleProperty().get());
  }

  private void openBoth() {
    project.open(Packages.ROOT);
    project.openBeside(List.of(Packages.OS));
  }

  private List<String> names() {
    return project.packages().stream().map(OpenedPackage::name).toList();
  }

  private static String text(OpenedPackage view) {
    return view.modules().get(1).source().text();
  }

  private Optional<String> selected() {
    return project.selection().entry().map(Entry::symbol);
  }

  private static void settle(Deque<Runnable> jobs) {
    while (!jobs.isEmpty()) {
      jobs.removeFirst().run();
    }
  }
}
