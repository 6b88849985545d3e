package nib.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import nib.engine.catalog.CatalogReader;
import nib.engine.catalog.SymbolCatalog;
import nib.engine.diagnostic.FailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The explorer's panes by keys, what is copied from them, and an archive that takes long to read.
@ExtendWith(ApplicationExtension.class)
final class ExplorerPanesTest {

  private static final int MANY = 20_100;

  private final FakeWorkbench workbench = new FakeWorkbench();
  private Optional<ShellFlow> started = Optional.empty();
  @TempDir private Path folder;

  @Start
  void start(Stage stage) {
    workbench.settings.put(Settings.EXPLORER, "0.5000 0.6000 0.3000 0.6000");
    started = Optional.of(new ShellFlow(workbench, stage, 1280, 800));
  }

  private ShellFlow opened(FxRobot robot, Path file) {
    var window = started.orElseThrow();
    window.by(robot);
    window.onUi(() -> window.desk.project().open(file));
    window.until("symbols", () -> !window.desk.symbols().rows().isEmpty());
    return window;
  }

  @Test
  void walksItsPanesByF6(FxRobot robot) {
    var window = opened(robot, FakeWorkbench.ARCHIVE);
    window.until("the filter has the cursor", () -> focused(robot, "#symbol-filter"));
    window.keys(KeyCode.F6);
    assertTrue(focused(robot, "#member-table"));
    window.keys(KeyCode.F6);
    assertTrue(focused(robot, "#symbol-table"));
    window.keys(KeyCode.DOWN);
    window.until("where it is defined", () -> window.shown("#kin-defined"));
    window.keys(KeyCode.F6);
    assertTrue(focused(robot, "#kin-defined"));
    window.keys(KeyCode.SHIFT, KeyCode.F6);
    assertTrue(focused(robot, "#symbol-table"));
    window.keys(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.DIGIT2);
    window.until("the picture", () -> window.shown("#treemap"));
    window.keys(KeyCode.F6);
    assertTrue(focused(robot, "#member-table"));
    window.keys(KeyCode.F6);
    assertTrue(focused(robot, "#sizes-as-text"));
  }

  @Test
  void standsAsItWasLeft(FxRobot robot) {
    var window = opened(robot, FakeWorkbench.ARCHIVE);
    var columns = (SplitPane) robot.lookup("#symbols > .split-pane").query();
    assertEquals(0.5, columns.getDividerPositions()[0], 0.01);
    window.onUi(() -> columns.setDividerPositions(0.55));
    window.onUi(window.shell::remember);
    window.until("kept", () -> kept(0) > 0.51);
    assertEquals(columns.getDividerPositions()[0], kept(0), 0.001);
    assertEquals(0.3, kept(2), "where it is low, nobody moved anything");
  }

  private double kept(int divider) {
    String kept = workbench.settings.getOrDefault(Settings.EXPLORER, "");
    return Double.parseDouble(kept.split(" ", -1)[divider]);
  }

  @Test
  void foldsAnArchiveAndUnfoldsIt(FxRobot robot) {
    var window = opened(robot, FakeWorkbench.ARCHIVE);
    var members = window.desk.explorer().members();
    window.until("members", () -> members.rowsProperty().get().size() == 4);
    window.clickText("▾ libcore.a");
    window.keys(KeyCode.LEFT);
    window.until("folded", () -> members.rowsProperty().get().size() == 1);
    assertTrue(window.shown("▸ libcore.a"));
    window.onUi(() -> members.filterProperty().set("readme"));
    window.until("found all the same", () -> members.rowsProperty().get().size() == 2);
    window.onUi(() -> members.filterProperty().set(""));
    window.until("folded again", () -> members.rowsProperty().get().size() == 1);
    window.keys(KeyCode.ENTER);
    window.until("unfolded", () -> members.rowsProperty().get().size() == 4);
    window.clickText("  utf8.o");
    window.keys(KeyCode.LEFT);
    window.until("folded from within", () -> members.rowsProperty().get().size() == 1);
    assertTrue(members.chosenProperty().get().orElseThrow().member().isEmpty());
  }

  @Test
  void comparesTwoTargetsWithAndWithoutLocalSymbols(FxRobot robot) throws IOException {
    workbench.reading = Optional.of(ExplorerPanesTest::real);
    Files.writeString(folder.resolve("a.c"), "int seen(void) { return 1; }");
    run("clang", "--target=x86_64-linux-gnu", "-c", "a.c");
    run("ar", "rcs", "old.a", "a.o");
    Files.writeString(
        folder.resolve("a.c"),
        "static int helper(int x) { return 2 * x; } int seen(int x) { return helper(x) + 5; }");
    run("clang", "--target=aarch64-linux-gnu", "-c", "a.c");
    run("ar", "rcs", "new.a", "a.o");
    var window = opened(robot, folder.resolve("old.a"));
    var compare = window.desk.explorer().compare();
    window.keys(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.DIGIT3);
    window.onUi(() -> compare.compare(folder.resolve("new.a")));
    window.waitForText("#compare-words", "new.a: 0 members added, 0 removed, 1 changed");
    window.until(
        "its machine", () -> window.shown("a.o") && differences(robot).contains("AArch64"));
    assertTrue(differences(robot).contains("helper"));
    window.click("#compare-local");
    window.until("no local one", () -> !differences(robot).contains("helper"));
    assertTrue(differences(robot).contains("seen"));
  }

  /// What the table of differences says. For any thread.
  private static String differences(FxRobot robot) {
    var table = (TableView<?>) robot.lookup("#compare-table").query();
    var text = new StringBuilder();
    for (int i = 0; i < table.getItems().size(); i++) {
      for (var column : table.getColumns()) {
        text.append(column.getCellData(i)).append('\t');
      }
    }
    return text.toString();
  }

  @Test
  void copiesAllRowsThatAreShownAsJson(FxRobot robot) {
    var window = opened(robot, FakeWorkbench.ARCHIVE);
    window.onUi(() -> window.desk.symbols().filterProperty().set("memcpy"));
    window.until("one", () -> window.desk.symbols().rows().size() == 1);
    copyAll(robot, window, "JSON");
    window.until("copied", () -> clipboard().startsWith("["));
    assertEquals(
        """
        [
          {"Symbol": "memcpy", "Member": "utf8.o", "Kind": "untyped", "Binding": "global",\
         "Section": "undefined", "Size": null, "Letter": "U"}
        ]
        """,
        copied());
  }

  @Test
  void saysWhyNotAllOfTooManyRowsAreSelected(FxRobot robot) throws IOException {
    workbench.reading = Optional.of(ExplorerPanesTest::real);
    var window = opened(robot, large(MANY));
    window.until("all", () -> window.desk.symbols().rows().size() == MANY);
    window.onUi(() -> robot.lookup("#symbol-table").query().requestFocus());
    window.keys(KeyCode.SHORTCUT, KeyCode.A);
    window.until(
        "a sentence",
        () -> window.desk.project().failureProperty().get().toString().contains("20,000 rows"));
    copyAll(robot, window, "CSV");
    window.until("copied", () -> clipboard().startsWith("Symbol,Member"));
    assertEquals(MANY + 1, copied().lines().count());
  }

  @Test
  void keepsWhatWasReadWhenSomebodyPressesEscape(FxRobot robot) throws IOException {
    var stuck = new CountDownLatch(1);
    workbench.reading = Optional.of((files, soFar) -> real(files, waiting(soFar, stuck)));
    var window = opened(robot, large(2_500));
    assertFalse(window.desk.background().running().isEmpty());
    window.keys(KeyCode.ESCAPE);
    window.until("it ends", () -> window.desk.background().running().isEmpty());
    assertEquals(2_500, window.desk.symbols().rows().size());
    assertEquals(
        List.of("Only 1 of 2 members are shown: Reading large.a was cancelled"),
        window.desk.symbols().remarks());
    assertEquals(1, stuck.getCount(), "nobody but Esc woke the reader");
  }

  private static SymbolCatalog real(List<Path> files, Consumer<SymbolCatalog> soFar)
      throws FailureException, InterruptedException {
    return CatalogReader.read(files, name -> name, soFar);
  }

  /// Hands a piece on and then waits for ever, as a disk may.
  private static Consumer<SymbolCatalog> waiting(
      Consumer<SymbolCatalog> soFar, CountDownLatch stuck) {
    return piece -> {
      soFar.accept(piece);
      try {
        stuck.await();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /// An archive of two members, of which the first defines so many names.
  private Path large(int names) throws IOException {
    Files.writeString(
        folder.resolve("first.s"),
        IntStream.range(0, names).mapToObj("f%d = 1\n"::formatted).collect(Collectors.joining()));
    Files.writeString(folder.resolve("second.s"), "");
    run("gcc", "-c", "first.s", "second.s");
    run("ar", "rcs", "large.a", "first.o", "second.o");
    return folder.resolve("large.a");
  }

  private void run(String... command) throws IOException {
    var process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
    try {
      assertEquals(0, process.waitFor());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static void copyAll(FxRobot robot, ShellFlow window, String form) {
    window.onUi(() ->
        ((TableView<?>) robot.lookup("#symbol-table").query())
            .getContextMenu().getItems().stream()
                .filter(item -> ("copy-all-" + form).equals(item.getId()))
                .forEach(item -> item.fire()));
  }

  private static String copied() {
    return WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(ExplorerPanesTest::clipboard));
  }

  /// For the window's thread.
  private static String clipboard() {
    return Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse("");
  }

  private static boolean focused(FxRobot robot, String query) {
    return robot.lookup(query).tryQuery().filter(Node::isFocused).isPresent();
  }
}
