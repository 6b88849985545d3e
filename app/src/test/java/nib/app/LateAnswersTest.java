package nib.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import nib.app.build.BuildViewModel;
import nib.app.project.Project.Showing;
import nib.app.symbols.SymbolRow;
import nib.app.trial.TrialViewModel;
import nib.engine.catalog.RowSorter;
import nib.engine.text.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Answers that come after a person moved on. Jobs wait here until the test runs them, in the order
/// that it likes.
final class LateAnswersTest {

  private final Deque<Runnable> jobs = new ArrayDeque<>();
  private final FakeWorkbench workbench = new FakeWorkbench();
  private final Desk desk = desk();

  private Desk desk() {
    var background = new Background(jobs::add, Runnable::run, () -> true);
    var settings = new Settings(workbench, background);
    return new Desk(workbench, background, settings, Desks.NOBODY);
  }

  @Test
  void opensWhatWasAskedForLast() {
    desk.project().open(FakeWorkbench.ARCHIVE);
    desk.project().open(Packages.ROOT);
    var slow = jobs.removeFirst();
    settle();
    slow.run();
    settle();

    assertEquals(Showing.PACKAGE, desk.project().showingProperty().get());
    assertTrue(desk.background().running().isEmpty());
  }

  @Test
  void staysOnTheWelcomePageWhenAPackageOpensTooLate() {
    desk.project().open(Packages.ROOT);
    desk.project().close();
    settle();

    assertEquals(Showing.WELCOME, desk.project().showingProperty().get());
  }

  @Test
  void keepsTheEndOfABuildFromTheNextPackage() {
    desk.project().open(Packages.ROOT);
    settle();
    desk.build().build();
    jobs.removeFirst().run();
    assertTrue(desk.build().runningProperty().get());
    desk.project().close();
    settle();

    assertEquals(new BuildViewModel.State.Idle(), desk.build().stateProperty().get());
    assertEquals(List.of(), desk.build().lines());
    assertEquals(List.of(), desk.project().archives());
  }

  @Test
  void asksNothingAboutAPackageThatIsClosed() {
    workbench.trust = nib.engine.build.Trust.ASK;
    desk.project().open(Packages.ROOT);
    settle();
    desk.build().build();
    desk.project().close();
    settle();

    assertEquals(Optional.empty(), desk.build().questionProperty().get());
  }

  @Test
  void keepsTheEndOfACallFromTheFunctionSelectedSince() {
    openBuilt();
    var called = desk.project().selection().entry().orElseThrow();
    desk.trial().call();
    var call = jobs.removeLast();
    desk.project().selection().show("String/Utf8.pen");
    desk.project().selection().select(called);
    call.run();
    settle();

    assertEquals(new TrialViewModel.State.Ready(), desk.trial().stateProperty().get());
    assertEquals(1, desk.trial().history().size());
  }

  @Test
  void callsNobodyBackToATextThatWasReadTooLate(@TempDir Path folder) throws Exception {
    var text = Files.writeString(folder.resolve("Far.pen"), "# far\n");
    desk.project().open(Packages.ROOT);
    settle();
    desk.project().go(new Location(text, 1, 1));
    desk.project().selection().show("Number.pen");
    settle();
    assertEquals(Optional.empty(), desk.project().selection().guestProperty().get());

    desk.project().go(new Location(text, 1, 1));
    settle();
    assertEquals(
        Optional.of("# far\n"),
        desk.project().selection().guestProperty().get().map(guest -> guest.source().text()));
  }

  @Test
  void sortsThoughAFilterIsTypedMeanwhile() {
    openBuilt();
    desk.symbols().sort(List.of(new RowSorter.Wish(RowSorter.Key.RAW_NAME, false)));
    var sort = jobs.removeLast();
    desk.symbols().filterProperty().set("utf8");
    settle();
    sort.run();
    settle();

    var names = desk.symbols().rows().stream().map(SymbolRow::name).toList();
    assertEquals(names.stream().sorted(Comparator.reverseOrder()).toList(), names);
    assertTrue(names.size() > 1);
  }

  @Test
  void readsALoneFileAgainOnlyWhenItChanged(@TempDir Path folder) throws Exception {
    var archive = Files.writeString(folder.resolve("liblone.a"), "!<arch>\n");
    desk.project().open(archive);
    settle();
    long before = reads();
    desk.project().reread();
    settle();
    assertEquals(before, reads());

    Files.writeString(archive, "!<arch>\nlonger");
    desk.project().reread();
    settle();
    assertEquals(before + 1, reads());
  }

  private long reads() {
    return workbench.asked.stream().filter("library liblone.a"::equals).count();
  }

  private void openBuilt() {
    desk.project().open(Packages.ROOT);
    settle();
    desk.build().build();
    settle();
  }

  private void settle() {
    while (!jobs.isEmpty()) {
      jobs.removeFirst().run();
    }
  }
}
