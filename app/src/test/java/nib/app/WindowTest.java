package nib.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import nib.engine.build.Trust;
import nib.engine.diagnostic.Failure;
import nib.engine.trial.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The whole job, by mouse and keyboard, over a made-up engine.
@ExtendWith(ApplicationExtension.class)
final class WindowTest {

  private final FakeWorkbench workbench = new FakeWorkbench();

  @TempDir private Path samples;

  private Optional<ShellFlow> started = Optional.empty();

  @Start
  void start(Stage stage) throws Exception {
    workbench.samples =
        List.of(
            sample(
                "arithmetic",
                "Numbers and booleans, in and out of C.",
                "How scalars cross the border, and what a NULL does."),
            sample("broken", "Four faults, one each.", "What a broken border looks like."),
            sample(
                "greeter-rust",
                "Strings made by a Rust library without crates.",
                "How a Rust staticlib exports C functions."),
            sample(
                "text",
                "Strings in and out of C, empty ones and bytes that are no UTF-8.",
                "Who owns a string."));
    workbench.recents.add(Packages.ROOT);
    workbench.recents.add(Path.of("/gone/old-package"));
    started = Optional.of(new ShellFlow(workbench, stage, 1000, 700));
  }

  private Path sample(String name, String line, String teaches) throws Exception {
    var folder = Files.createDirectories(samples.resolve(name));
    Files.writeString(
        folder.resolve("README.md"),
        "# %s\n\n%s\n\n1. **%s** And more.\n".formatted(name, line, teaches));
    return folder;
  }

  private ShellFlow window(FxRobot robot) {
    var window = started.orElseThrow();
    window.by(robot);
    return window;
  }

  @Test
  void walksThroughTheWholeJob(FxRobot robot) {
    var window = window(robot);
    window.open(Packages.ROOT);
    window.clickText("_pen_core_utf8_length");
    window.waitForText("#prototype", "double _pen_core_utf8_length(pen_string *);");
    window.screenshots("opened");

    window.keys(KeyCode.SHORTCUT, KeyCode.B);
    window.until("checked", () -> window.desk.findings().rows().size() == 2);
    window.screenshots("built");

    window.keys(KeyCode.SHORTCUT, KeyCode.F);
    window.type("utf8 weak");
    window.waitForText("#symbol-count", "1 of 7");
    window.screenshots("symbols");

    window.keys(KeyCode.F8);
    window.until(
        "the near symbol is selected",
        () ->
            window.desk.symbols().selectedProperty().get().stream()
                .anyMatch(row -> row.name().equals("_pen_core_utf8_lenght")));
    assertEquals(
        Optional.of("_pen_core_utf8_length"),
        window.desk.project().selection().entry().map(entry -> entry.symbol()));
    window.screenshots("finding");

    window.clickText("_pen_core_utf8_find");
    window.keys(KeyCode.ESCAPE);
    window.until("form", () -> window.desk.trial().arguments().size() == 2);
    window.onUi(() -> robot.lookup("#trial").query().requestFocus());
    window.type("h\u00e9llo");
    window.keys(KeyCode.TAB);
    window.type("llo");
    window.keys(KeyCode.ENTER);
    window.waitForText("#outcome", "= 5");
    assertTrue(
        workbench.asked.contains("call _pen_core_utf8_find[\"h\u00e9llo\", \"llo\"]"),
        workbench.asked::toString);
    window.screenshots("called");
  }

  @Test
  void goesOnAfterAWorkerDies(FxRobot robot) {
    var window = window(robot);
    window.open(Packages.ROOT);
    window.keys(KeyCode.SHORTCUT, KeyCode.B);
    window.until("built", () -> window.desk.trial().built());
    window.clickText("_pen_core_utf8_length");
    workbench.nextOutcome =
        Optional.of(new Outcome.Crashed("SIGSEGV", "invalid memory access", "reading 0x0\n"));
    window.onUi(() -> robot.lookup("#trial").query().requestFocus());
    window.type("x");
    window.keys(KeyCode.SHORTCUT, KeyCode.ENTER);
    window.waitForText("#outcome", "crashed: SIGSEGV");
    window.screenshots("crashed");

    workbench.nextOutcome = Optional.of(new Outcome.Returned("1", Duration.ofNanos(400), ""));
    window.keys(KeyCode.SHORTCUT, KeyCode.ENTER);
    window.waitForText("#outcome", "= 1");
  }

  @Test
  void cancelsACallThatNeverEnds(FxRobot robot) throws Exception {
    var window = window(robot);
    window.open(Packages.ROOT);
    window.keys(KeyCode.SHORTCUT, KeyCode.B);
    window.until("built", () -> window.desk.trial().built());
    window.clickText("_pen_core_now");
    var begun = new CountDownLatch(1);
    workbench.hang = Optional.of(begun);
    window.keys(KeyCode.SHORTCUT, KeyCode.ENTER);
    begun.await();
    window.waitForText("#status", "Calling _pen_core_now");
    window.screenshots("calling");

    window.keys(KeyCode.ESCAPE);
    window.waitForText("#outcome", "cancelled");
    workbench.hang = Optional.empty();
    window.keys(KeyCode.SHORTCUT, KeyCode.ENTER);
    window.waitForText("#outcome", "= 5");
  }

  @Test
  void asksBeforeAScriptRuns(FxRobot robot) {
    var window = window(robot);
    workbench.trust = Trust.ASK;
    window.open(Packages.ROOT);
    window.click("#build-button");
    window.until("the question", () -> window.shown("#trust"));
    window.screenshots("trust");
    assertTrue(workbench.asked.stream().noneMatch(asked -> asked.startsWith("build")));
    window.clickText("Run once");
    window.until("built", () -> window.desk.trial().built());
    assertTrue(workbench.asked.contains("build once=true"), workbench.asked::toString);
    window.until("findings", () -> window.shown("#findings"));
    window.keys(KeyCode.SHORTCUT, KeyCode.DIGIT2);
    window.until("console", () -> window.shown("#console"));
    window.screenshots("console");
  }

  @Test
  void beginsWithSamplesAndRecents(FxRobot robot) {
    var window = window(robot);
    window.until("cards", () -> window.shown("#sample-text"));
    window.screenshots("welcome");
    window.click("#sample-arithmetic");
    window.until("opened", () -> window.shown("#border-list"));
    assertTrue(workbench.asked.contains("open arithmetic"), workbench.asked::toString);
  }

  @Test
  void findsEverythingFromOneField(FxRobot robot) {
    var window = window(robot);
    window.open(Packages.ROOT);
    window.keys(KeyCode.SHORTCUT, KeyCode.K);
    window.type("trim");
    window.until("hits", () -> !window.desk.palette().hits().isEmpty());
    window.screenshots("palette");
    window.keys(KeyCode.ENTER);
    assertEquals(
        Optional.of("_pen_core_utf8_trim"),
        window.desk.project().selection().entry().map(entry -> entry.symbol()));
    window.keys(KeyCode.F1);
    window.until("keys", () -> window.shown("#help"));
    window.screenshots("help");
    window.keys(KeyCode.ESCAPE);
    window.until("no keys", () -> !window.shown("#help"));
  }

  @Test
  void saysWhatCannotBeOpenedInPlace(FxRobot robot) throws Exception {
    var window = window(robot);
    var empty = Files.createDirectories(samples.resolve("empty"));
    window.onUi(() -> window.desk.project().open(empty));
    window.until("message", () -> window.shown("#message"));
    window.screenshots("message");
    window.keys(KeyCode.ESCAPE);
    window.until("no message", () -> !window.shown("#message"));
  }

  @Test
  void showsALoneArchiveOverTheWholeWindow(FxRobot robot) {
    var window = window(robot);
    window.onUi(() -> window.desk.project().open(FakeWorkbench.ARCHIVE));
    window.until("symbols", () -> window.desk.symbols().rows().size() == 7);
    window.until("table", () -> window.shown("#symbol-table"));
    window.screenshots("archive");
    assertTrue(!window.shown("#border-list"));
  }

  @Test
  void showsMistakesWhereTheyAre(FxRobot robot) {
    var window = window(robot);
    workbench.view = Packages.broken();
    window.open(Packages.ROOT);
    window.waitForText("#tab-Findings", "Findings 1");
    window.keys(KeyCode.F8);
    // Its line may be out of view, below those of the modules.
    window.onUi(() -> {
      var project = window.desk.project();
      project
          .entry("import String/Utf8.pen _pen_core_utf8_trim")
          .ifPresent(project.selection()::select);
    });
    window.onUi(() -> robot.lookup("#trial").query().requestFocus());
    window.keys(KeyCode.SHORTCUT, KeyCode.ENTER);
    window.type("a\\q");
    window.until(
        "mistake",
        () ->
            window.shown(
                "✗ a has an escape that Pen does not know: \\q; use \\\\ \\\" \\n \\r \\t or \\x and two"
                    + " hexadecimal digits"));
    window.keys(KeyCode.SHORTCUT, KeyCode.ENTER);
    workbench.buildFailure =
        Optional.of(
            new Failure(
                "pen-ffi.sh ended with status 1 and printed no archive",
                "read what it wrote to standard error"));
    window.keys(KeyCode.F5);
    window.until("failed", () -> window.shown("#console"));
    window.screenshots("mistakes");
    assertTrue(workbench.asked.stream().noneMatch(asked -> asked.startsWith("call")));
  }

  @Test
  void offersTargetsWithTheirCures(FxRobot robot) {
    var window = window(robot);
    window.open(Packages.ROOT);
    window.click("#target");
    window.until("rows", () -> window.shown("aarch64-unknown-linux-gnu"));
    window.clickText("aarch64-unknown-linux-gnu");
    window.until(
        "chosen",
        () -> window.desk.project().targetProperty().get().triple().startsWith("aarch64"));
    window.click("#target");
    window.until("rows", () -> window.shown("wasm32-wasip1"));
    window.clickText("wasm32-wasip1");
    window.until("the cure", () -> window.shown("#message"));
    window.screenshots("target");
    assertEquals(
        "aarch64-unknown-linux-gnu", window.desk.project().targetProperty().get().triple());
  }

  @Test
  void walksItsPanesByKey(FxRobot robot) {
    var window = window(robot);
    window.open(Packages.ROOT);
    window.until("list", () -> focused(window).equals("border-list"));
    window.keys(KeyCode.F6);
    window.until("outline", () -> focused(window).startsWith("outline"));
    window.keys(KeyCode.F6);
    window.until("source", () -> focused(window).equals("source"));
    window.keys(KeyCode.SHIFT, KeyCode.F6);
    window.keys(KeyCode.SHIFT, KeyCode.F6);
    window.until("list again", () -> focused(window).equals("border-list"));
    window.keys(KeyCode.DOWN);
    window.until(
        "next entry",
        () ->
            window.desk.project().selection().entry().stream()
                .anyMatch(entry -> entry.symbol().equals("_pen_core_utf8_find")));
  }

  @Test
  void searchesInVainAndGivesTheKeyboardBack(FxRobot robot) {
    var window = window(robot);
    window.open(Packages.ROOT);
    window.until("list", () -> focused(window).equals("border-list"));
    window.keys(KeyCode.SHORTCUT, KeyCode.K);
    window.until("query", () -> focused(window).equals("palette-query"));
    var hits = robot.lookup("#palette .list-view").queryListView();
    window.until("first hit", () -> hits.getSelectionModel().getSelectedIndex() == 0);
    window.type("no such thing");
    window.until("nothing", () -> window.shown("Nothing of that name"));
    assertEquals(Optional.empty(), window.desk.project().failureProperty().get());

    window.keys(KeyCode.SHORTCUT, KeyCode.COMMA);
    window.until("settings", () -> focused(window).equals("pen-root"));
    assertFalse(window.desk.palette().openProperty().get());
    window.keys(KeyCode.ESCAPE);
    window.until("list again", () -> focused(window).equals("border-list"));
  }

  private static String focused(ShellFlow window) {
    return Optional.ofNullable(window.shell.getScene().getFocusOwner())
        .map(node -> String.valueOf(node.getId()))
        .orElse("");
  }
}
