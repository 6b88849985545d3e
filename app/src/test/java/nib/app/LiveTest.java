package nib.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.app.project.Project;
import nib.engine.Entry;
import nib.engine.OpenedPackage;
import nib.engine.OpenedPackage.ModuleView;
import nib.engine.diagnosis.Verdict;
import nib.engine.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Typing, and files that change on the disk: what is shown follows, and nothing moves. Jobs and
/// pauses wait here until the test lets them go on.
final class LiveTest {

  private static final Path UTF8 = Packages.ROOT.resolve("String/Utf8.pen");

  private final Deque<Runnable> jobs = new ArrayDeque<>();
  private final Deque<Runnable> pauses = new ArrayDeque<>();
  private final FakeWorkbench workbench = new FakeWorkbench();
  private final Desk desk = desk();
  private final Project project = desk.project();
  private final Map<Path, SourceText> disk = new HashMap<>();

  LiveTest() {
    project.onDisk(now -> {
      disk.clear();
      disk.putAll(now);
    });
  }

  private Desk desk() {
    var background =
        new Background(jobs::add, Runnable::run, () -> true, (_, then) -> pauses.add(then));
    return new Desk(workbench, background, new Settings(workbench, background), Desks.NOBODY);
  }

  @Test
  void readsOnceTypingRests() {
    open();
    type("# a\n");
    type("# ab\n");
    assertEquals(2, pauses.size());
    int before = workbench.readings.size();
    rest();

    assertEquals(before + 1, workbench.readings.size());
    assertEquals("# ab\n" + Packages.UTF8, workbench.readings.getLast().edited().getFirst().text());
    assertEquals("# ab\n" + Packages.UTF8, shownText());
  }

  @Test
  void dropsWhatTypingHasOvertaken() {
    open();
    type("# a\n");
    pauses.removeFirst().run();
    type("# ab\n");
    settle();
    assertEquals(Packages.UTF8, shownText());
    rest();
    assertEquals("# ab\n" + Packages.UTF8, shownText());
  }

  @Test
  void readsOneAfterTheOther() {
    open();
    type("# a\n");
    pauses.removeFirst().run();
    type("# ab\n");
    pauses.removeFirst().run();
    assertEquals(1, jobs.size());
    settle();
    assertEquals("# ab\n" + Packages.UTF8, shownText());
  }

  @Test
  void keepsSelectionVerdictsAndFindingsAtTheirNewLines() {
    openBuilt();
    project.selection().select(project.entry("import String/Utf8.pen _pen_core_utf8_trim").get());
    var place = project.selection().placeProperty().get();
    desk.findings().next();
    desk.findings().next();
    project.selection().select(project.entry("import String/Utf8.pen _pen_core_utf8_trim").get());
    settle();
    type("# one\n# two\n");
    pauses.removeLast().run();
    jobs.removeFirst().run();

    // Before anything is checked again.
    assertEquals(Optional.of("_pen_core_utf8_trim"), selected().map(Entry::symbol));
    assertEquals(7, selected().orElseThrow().location().line());
    assertEquals(Verdict.DOUBTFUL, project.verdict(selected().orElseThrow()).get().verdict());
    assertEquals(place, project.selection().placeProperty().get());
    assertEquals(
        List.of("String/Utf8.pen:6:1", "String/Utf8.pen:7:1"),
        desk.findings().rows().stream().map(row -> row.where()).toList());
    assertEquals(
        Optional.of("String/Utf8.pen:7:1"),
        desk.findings().currentProperty().get().map(row -> row.where()));
    assertTrue(desk.background().running().isEmpty());
  }

  @Test
  void checksTheFreshBorderAgainstTheKnownArchives() {
    openBuilt();
    long before = checks();
    type("# one\n");
    rest();
    assertEquals(before + 1, checks());
    assertTrue(workbench.asked.getLast().equals("check 1"), workbench.asked::toString);
  }

  @Test
  void checksNothingAgainWhereTheBorderStayed() {
    openBuilt();
    long before = checks();
    project.drafts().put(new SourceText(UTF8, Packages.UTF8 + "# at the end\n"));
    rest();
    assertEquals(before, checks());
    assertEquals(2, desk.findings().rows().size());
  }

  @Test
  void followsANameThatIsBeingChanged() {
    open();
    project.selection().select(project.entry("import String/Utf8.pen _pen_core_utf8_trim").get());
    var sound = Packages.core();
    workbench.view =
        new OpenedPackage(
            sound.root(),
            sound.name(),
            sound.kind(),
            sound.modules(),
            sound.entries().stream().map(LiveTest::renamed).toList(),
            sound.dependencies(),
            sound.diagnostics());
    project.reread();
    settle();
    assertEquals(Optional.of("_pen_core_utf8_trimmed"), selected().map(Entry::symbol));
  }

  @Test
  void knowsWhatTheFileOfADraftHolds(@TempDir Path folder) throws Exception {
    var root = copy(folder);
    var file = root.resolve("String/Utf8.pen");
    project.open(root);
    settle();
    project.drafts().put(new SourceText(file, "# mine\n"));
    rest();
    assertEquals(Optional.of(Packages.UTF8), onDisk(file));
    Files.writeString(file, "# theirs\n");
    project.look();
    settle();
    assertEquals(Optional.of("# theirs\n"), onDisk(file));
    assertEquals("# mine\n", project.drafts().of(file).orElseThrow().text());
  }

  @Test
  void keepsAModuleWhoseFileIsGoneWhileItIsNotSaved(@TempDir Path folder) throws Exception {
    var root = copy(folder);
    var file = root.resolve("String/Utf8.pen");
    project.open(root);
    settle();
    project.drafts().put(new SourceText(file, "# mine\n"));
    rest();
    Files.delete(file);
    workbench.beside.clear();
    workbench.beside.add(Packages.at(root, Packages.core(), 1));
    project.look();
    settle();

    assertEquals(
        List.of("Number.pen", "String/Utf8.pen"),
        project.opened().orElseThrow().modules().stream().map(ModuleView::path).toList());
    assertEquals(Optional.empty(), onDisk(file));
    project.drafts().discard(file);
    rest();
    assertEquals(1, project.opened().orElseThrow().modules().size());
  }

  @Test
  void readsAgainOnlyWhenFilesChanged(@TempDir Path folder) throws Exception {
    var root = copy(folder);
    project.open(root);
    settle();
    int before = workbench.readings.size();
    project.look();
    settle();
    assertEquals(before, workbench.readings.size());

    Files.writeString(root.resolve("New.pen"), "");
    project.look();
    settle();
    assertEquals(before + 1, workbench.readings.size());
    Files.createDirectories(root.resolve(".pen"));
    Files.writeString(root.resolve(".pen/Hidden.pen"), "");
    Files.writeString(root.resolve("notes.txt"), "");
    project.look();
    settle();
    assertEquals(before + 1, workbench.readings.size());
  }

  @Test
  void seesAFileThatChangedWhileSomethingWasTyped(@TempDir Path folder) throws Exception {
    var root = copy(folder);
    project.open(root);
    settle();
    Files.writeString(root.resolve("New.pen"), "");
    project.drafts().put(new SourceText(root.resolve("Number.pen"), "# mine\n"));
    rest();
    int before = workbench.readings.size();
    project.look();
    settle();
    assertEquals(before + 1, workbench.readings.size());
  }

  private Path copy(Path folder) throws Exception {
    var root = folder.toRealPath();
    Files.createDirectories(root.resolve("String"));
    Files.writeString(root.resolve("String/Utf8.pen"), Packages.UTF8);
    Files.writeString(root.resolve("Number.pen"), Packages.NUMBER);
    workbench.beside.add(Packages.at(root, Packages.core(), 2));
    return root;
  }

  private Optional<String> onDisk(Path file) {
    return Optional.ofNullable(disk.get(file)).map(SourceText::text);
  }

  private static Entry renamed(Entry entry) {
    return entry.symbol().equals("_pen_core_utf8_trim")
        ? new Entry(
            entry.id() + "med",
            entry.direction(),
            entry.convention(),
            entry.symbol() + "med",
            entry.module(),
            entry.penType(),
            entry.location(),
            entry.span(),
            entry.pieces(),
            entry.prototypes(),
            entry.parameters(),
            entry.result(),
            entry.remarks(),
            entry.used())
        : entry;
  }

  private void type(String before) {
    project.drafts().put(new SourceText(UTF8, before + Packages.UTF8));
  }

  private String shownText() {
    return project.opened().orElseThrow().modules().get(1).source().text();
  }

  private Optional<Entry> selected() {
    return project.selection().entry();
  }

  private long checks() {
    return workbench.asked.stream().filter(asked -> asked.startsWith("check")).count();
  }

  private void open() {
    project.open(Packages.ROOT);
    settle();
  }

  private void openBuilt() {
    open();
    desk.build().build();
    settle();
  }

  /// Lets the pause end, and everything that follows.
  private void rest() {
    while (!pauses.isEmpty()) {
      pauses.removeFirst().run();
      settle();
    }
  }

  private void settle() {
    while (!jobs.isEmpty()) {
      jobs.removeFirst().run();
    }
  }
}
