package nib.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import nib.app.palette.Hit;
import nib.app.symbols.SymbolRow;
import nib.app.trial.TrialViewModel.State;
import nib.engine.Entry;
import nib.engine.catalog.RowSorter;
import nib.engine.diagnostic.Failure;
import nib.engine.target.Targets;
import nib.engine.trial.Outcome;
import org.junit.jupiter.api.Test;

/// The symbol table, the trial form and the search, without a window.
final class SymbolsAndTrialsTest {

  private final FakeWorkbench workbench = new FakeWorkbench();
  private final Desk desk = Desks.over(workbench);

  private void openBuilt() {
    desk.project().open(Packages.ROOT);
    desk.build().build();
  }

  @Test
  void listsSymbolsAndBesideThemMembersThatCouldNotBeOpened() {
    openBuilt();

    assertEquals(7, desk.symbols().rows().size());
    assertEquals(
        List.of(
            "libcore.a: 3 members",
            "utf8.o: ELF 64-bit, x86-64",
            "README: not opened: not an object file",
            "cut.o: ✗ damaged at byte 3260: 100 bytes wanted, 9 left"),
        desk.explorer().members().rowsProperty().get().stream()
            .map(row -> row.title() + ": " + row.contents())
            .toList());
  }

  @Test
  void keepsRowsThatHaveEveryWordOfTheFilter() {
    openBuilt();
    desk.symbols().filterProperty().set("UTF8 global");

    assertEquals(
        List.of("_pen_core_utf8_find", "_pen_core_utf8_lenght", "_pen_core_utf8_view"),
        names().stream().filter(name -> name.contains("utf8")).toList());
    assertEquals("5 of 7 symbols", desk.symbols().countProperty().get());
  }

  @Test
  void findsDemangledAndRawNames() {
    openBuilt();
    desk.symbols().filterProperty().set("core::table");
    assertEquals(List.of("_ZN4core5tableE"), names());
    desk.symbols().filterProperty().set("_zn4");
    assertEquals(List.of("_ZN4core5tableE"), names());
  }

  @Test
  void sortsAndGoesBackToTheFilesOrder() {
    openBuilt();
    var before = names();
    desk.symbols().sort(List.of(new RowSorter.Wish(RowSorter.Key.SIZE, false)));
    assertEquals("_pen_core_utf8_lenght", names().getFirst());
    assertEquals("memcpy", names().getLast());
    desk.symbols().sort(List.of());
    assertEquals(before, names());
  }

  @Test
  void dropsAFilterThatHidesTheSymbolLedTo() {
    openBuilt();
    desk.symbols().filterProperty().set("memcpy");
    desk.findings().next();

    assertEquals("", desk.symbols().filterProperty().get());
    assertEquals(
        Optional.of("_pen_core_utf8_lenght"),
        desk.symbols().selectedProperty().get().map(SymbolRow::name));
  }

  @Test
  void selectsTheEntryOfASymbol() {
    openBuilt();
    desk.symbols().choose(desk.symbols().rows().get(3));
    assertEquals(
        Optional.of("_pen_core_utf8_trim"), desk.project().selection().entry().map(Entry::symbol));
  }

  @Test
  void callsWithPenLiteralsAndRemembers() {
    openBuilt();
    select("_pen_core_utf8_trim");
    desk.trial().arguments().get(0).textProperty().set("say \"hi\"\\n");
    desk.trial().arguments().get(1).textProperty().set("true");
    desk.trial().call();

    assertTrue(
        workbench.asked.contains("call _pen_core_utf8_trim[\"say \\\"hi\\\"\\n\", true]"),
        workbench.asked::toString);
    assertEquals("= 5", ended().words().line());
    assertEquals(1, desk.trial().history().size());

    desk.trial().arguments().get(0).textProperty().set("");
    desk.trial().reload(desk.trial().history().getFirst());
    assertEquals("say \\\"hi\\\"\\n", desk.trial().arguments().get(0).textProperty().get());
  }

  @Test
  void passesNoneAsTheLiteralAndAsksNothing() {
    openBuilt();
    select("_pen_core_now");
    desk.trial().call();
    assertTrue(workbench.asked.contains("call _pen_core_now[none]"), workbench.asked::toString);
  }

  @Test
  void callsNothingWhileAnArgumentIsWrong() {
    openBuilt();
    select("_pen_core_utf8_find");
    desk.trial().arguments().get(0).textProperty().set("\\q");
    desk.trial().call();

    assertEquals(new State.Ready(), desk.trial().stateProperty().get());
    assertTrue(desk.trial().arguments().get(0).problemProperty().get().isPresent());
  }

  @Test
  void saysWhyAFunctionCannotBeCalled() {
    openBuilt();
    select("_pen_core_utf8_view");
    assertEquals(
        Optional.of(
            "This function cannot be called here: trials do not pass values of type `[number]` yet."),
        desk.trial().obstacle());
  }

  @Test
  void asksForABuildBeforeACall() {
    desk.project().open(Packages.ROOT);
    desk.trial().call();
    assertEquals(
        new State.Failed(
            new Failure("no archive was built that could define `_pen_core_now`", "build first")),
        desk.trial().stateProperty().get());
  }

  @Test
  void showsACrashAsAnOutcome() {
    openBuilt();
    workbench.nextOutcome = Optional.of(new Outcome.Crashed("SIGSEGV", "invalid access", ""));
    desk.trial().call();
    assertEquals("✗ crashed: SIGSEGV", ended().words().line());
  }

  @Test
  void forgetsAResultWhenAnotherTargetIsChosen() {
    openBuilt();
    desk.trial().call();
    assertEquals("= 5", ended().words().line());
    desk.project().choose(Targets.named("aarch64-unknown-linux-gnu").orElseThrow());

    assertEquals(new State.Ready(), desk.trial().stateProperty().get());
  }

  @Test
  void searchesEntriesFindingsSymbolsAndCommandsAtOnce() {
    openBuilt();
    desk.palette().openProperty().set(true);
    desk.palette().queryProperty().set("length");
    assertEquals(
        List.of("import", "finding"),
        desk.palette().hits().stream().map(Hit::kind).distinct().toList());
    desk.palette().queryProperty().set("memcpy");
    assertEquals("symbol", desk.palette().hits().getFirst().kind());
    desk.palette().queryProperty().set("larger");
    desk.palette().take(desk.palette().hits().getFirst());
    assertTrue(!desk.palette().openProperty().get());
    assertTrue(desk.look().scaleProperty().get() > 1);
  }

  private State.Ended ended() {
    return (State.Ended) desk.trial().stateProperty().get();
  }

  private void select(String symbol) {
    desk.project().opened().orElseThrow().entries().stream()
        .filter(entry -> entry.symbol().equals(symbol))
        .findFirst()
        .ifPresent(desk.project().selection()::select);
  }

  private List<String> names() {
    return desk.symbols().rows().stream().map(SymbolRow::name).toList();
  }
}
