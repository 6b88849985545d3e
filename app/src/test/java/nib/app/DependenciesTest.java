package nib.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nib.app.border.BorderItem;
import nib.app.border.DependencyViewModel.Shown;
import nib.app.project.Guest;
import nib.app.project.Project;
import nib.engine.OpenedPackage;
import nib.engine.assist.OutlineItem;
import nib.engine.packages.ModuleKind;
import nib.engine.text.Location;
import nib.engine.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a package depends on: in the list, in its pane, and as text to read.
final class DependenciesTest {

  private final FakeWorkbench workbench = new FakeWorkbench();
  private final Desk desk = Desks.over(workbench);
  private final Project project = desk.project();

  DependenciesTest() {
    workbench.view = Packages.withDependencies();
    workbench.beside.add(Packages.os());
    project.open(Packages.ROOT);
  }

  @Test
  void listsThemFoldedBelowTheBorder() {
    var lines = desk.border().items();
    int head = lines.indexOf(new BorderItem.Heading("Dependencies", 3));

    assertTrue(head > lines.indexOf(new BorderItem.Heading("Exports", 1)));
    assertTrue(head < lines.indexOf(new BorderItem.Heading("Modules", 3)));
    assertEquals(List.of("Os", "Http", "Prelude"), names(lines.subList(head + 1, head + 4)));
  }

  @Test
  void marksMainAndListsTestsApart() {
    var lines = desk.border().items();

    assertTrue(lines.contains(new BorderItem.OfModule("main.pen", ModuleKind.MAIN, 0, false)));
    assertEquals(
        new BorderItem.OfModule("Number.test.pen", ModuleKind.TEST, 0, false),
        lines.get(lines.indexOf(new BorderItem.Heading("Tests", 1)) + 1));
  }

  @Test
  void unfoldsItsBorderAndFoldsItAway() {
    int before = desk.border().items().size();
    desk.border().toggle(line("Os"));
    var entry = entryLine();
    assertEquals("_pen_core_now", entry.entry().entry().symbol());

    desk.border().open(line("Os"));
    assertEquals(before, desk.border().items().size());
  }

  @Test
  void countsItsMistakesAtItsLineOnly() {
    assertEquals(1, line("Os").problems());
    assertEquals(List.of(), desk.findings().all());
  }

  @Test
  void showsTheDeclarationAndTheTextOfItsFunction() {
    desk.border().toggle(line("Os"));
    desk.border().choose(entryLine());

    assertEquals("bool _pen_core_now(void);", desk.prototype().shownProperty().get().text());
    assertEquals(
        Optional.of("Os · File.pen"), project.selection().guestProperty().get().map(Guest::name));
    assertEquals(
        Optional.of(new Location(Packages.OS.resolve("File.pen"), 1, 1)),
        project.selection().placeProperty().get());
    assertEquals(Optional.empty(), project.selection().entry());
    assertEquals(Optional.empty(), desk.verdict().shownProperty().get());
    assertEquals(Optional.of(entryLine()), desk.border().selectedProperty().get());

    project.selection().show("Number.pen");
    assertEquals(Optional.empty(), project.selection().guestProperty().get());
    assertEquals(Optional.empty(), desk.dependency().shownProperty().get());
  }

  @Test
  void saysHowToGetTheOthers() {
    desk.border().choose(line("Http"));
    assertEquals(
        Optional.of("git clone https://github.com/pen-lang/http .pen/packages/http"),
        shown().map(Shown::command));

    desk.border().choose(line("Prelude"));
    assertEquals(
        List.of(
            "nothing says where pen:/// packages are",
            "cure: set PEN_ROOT to a checkout of pen-lang/pen"),
        shown().orElseThrow().lines());
    assertTrue(shown().orElseThrow().wantsPenRoot());
    desk.dependency().openSettings();
    assertTrue(desk.preferences().openProperty().get());
  }

  @Test
  void opensOneBeside() {
    desk.border().choose(line("Os"));
    desk.dependency().openBeside(shown().flatMap(Shown::root).orElseThrow());

    assertEquals(Optional.of("os"), project.opened().map(OpenedPackage::name));
    assertEquals(2, project.packages().size());
  }

  @Test
  void leadsToAPlaceInADependency() {
    var there = new Location(Packages.OS.resolve("File.pen"), 4, 3);
    project.go(there);

    assertEquals(
        Optional.of(Packages.FILE),
        project.selection().guestProperty().get().map(guest -> guest.source().text()));
    assertEquals(Optional.of(there), project.selection().placeProperty().get());
  }

  @Test
  void outlinesATextThatIsOnlyLookedAtAndShowsItsProblems() {
    var file = Packages.OS.resolve("File.pen");
    var item =
        new OutlineItem(
            "Now",
            OutlineItem.Kind.FUNCTION,
            "",
            true,
            new Location(file, 1, 1),
            new Span(0, 3),
            new Span(0, 9));
    workbench.outlines =
        source -> source.file().equals(file) ? List.of(item) : List.<OutlineItem>of();
    project.go(new Location(file, 1, 1));
    assertEquals(List.of(item), desk.outline().items());
    assertEquals(1, desk.editor().pageProperty().get().annotations().problems().size());
    assertFalse(desk.editor().pageProperty().get().editable());

    project.selection().show("Number.pen");
    assertEquals(List.of(), desk.outline().items());
  }

  @Test
  void writesInATextWhosePackageIsOpenedBesideAfterItWasLookedAt() {
    var place = new Location(Packages.OS.resolve("File.pen"), 1, 1);
    project.go(place);
    assertFalse(desk.editor().pageProperty().get().editable());
    project.openBeside(List.of(Packages.OS));
    project.go(place);
    assertEquals(Optional.of("File.pen"), project.selection().moduleProperty().get());
    assertTrue(desk.editor().pageProperty().get().editable());
  }

  @Test
  void comesBackToTheTextOfADependency(@TempDir Path elsewhere) {
    desk.border().toggle(line("Os"));
    desk.border().choose(entryLine());
    var there = project.selection().placeProperty().get();
    workbench.beside.clear();
    workbench.beside.add(Packages.at(elsewhere, Packages.os(), 1));
    project.openBeside(List.of(elsewhere));
    assertEquals(Optional.empty(), project.selection().guestProperty().get());

    project.switchTo(Packages.ROOT);
    assertEquals(
        Optional.of("Os · File.pen"), project.selection().guestProperty().get().map(Guest::name));
    assertEquals(there, project.selection().placeProperty().get());
    assertEquals("bool _pen_core_now(void);", desk.prototype().shownProperty().get().text());
  }

  @Test
  void doesNotComeBackToATextThatIsWrittenInAnotherPackageNow() {
    project.go(new Location(Packages.OS.resolve("File.pen"), 1, 1));
    project.openBeside(List.of(Packages.OS));
    project.switchTo(Packages.ROOT);
    assertEquals(Optional.empty(), project.selection().guestProperty().get());
    assertTrue(project.selection().entry().isPresent());
  }

  @Test
  void opensAnApplicationWithoutABorderWhereItBegins() {
    var view = workbench.view;
    workbench.view =
        new OpenedPackage(
            view.root(),
            view.name(),
            view.kind(),
            view.modules(),
            List.of(),
            view.dependencies(),
            view.diagnostics());
    project.close();
    project.open(Packages.ROOT);
    assertEquals(Optional.of("main.pen"), project.selection().moduleProperty().get());
  }

  @Test
  void saysWhereNothingIsToBeRead() {
    project.go(new Location(Path.of("/nowhere/File.pen"), 1, 1));
    assertEquals(
        Optional.of("/nowhere/File.pen cannot be read"),
        project.failureProperty().get().map(failure -> failure.what()));

    project.selection().show("String/Utf8.pen");
    assertEquals(Optional.empty(), project.failureProperty().get(), "a person went on");
  }

  private Optional<Shown> shown() {
    return desk.dependency().shownProperty().get();
  }

  private BorderItem.OfDependency line(String name) {
    return desk.border().items().stream()
        .filter(BorderItem.OfDependency.class::isInstance)
        .map(BorderItem.OfDependency.class::cast)
        .filter(one -> one.dependency().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private BorderItem.OfDependencyEntry entryLine() {
    return desk.border().items().stream()
        .filter(BorderItem.OfDependencyEntry.class::isInstance)
        .map(BorderItem.OfDependencyEntry.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(List<BorderItem> lines) {
    return lines.stream()
        .map(BorderItem.OfDependency.class::cast)
        .map(one -> one.dependency().name())
        .toList();
  }
}
