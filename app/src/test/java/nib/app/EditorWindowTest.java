package nib.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Editing by mouse and keyboard, over a made-up engine and real files.
@ExtendWith(ApplicationExtension.class)
final class EditorWindowTest {

  private static final Path FILE = Packages.ROOT.resolve("String/Utf8.pen");

  private final FakeWorkbench workbench = new FakeWorkbench();
  private Optional<ShellFlow> started = Optional.empty();

  @Start
  void start(Stage stage) throws IOException {
    Files.createDirectories(FILE.getParent());
    Files.writeString(FILE, Packages.UTF8);
    started = Optional.of(new ShellFlow(workbench, stage, 1000, 700));
  }

  @AfterEach
  void remove() throws IOException {
    Files.deleteIfExists(FILE);
    Files.deleteIfExists(FILE.getParent());
  }

  private ShellFlow window(FxRobot robot) {
    var window = started.orElseThrow();
    window.by(robot);
    window.open(Packages.ROOT);
    window.onUi(() -> window.desk.project().selection().show("String/Utf8.pen"));
    window.onUi(() -> area(window).requestFocus());
    return window;
  }

  @Test
  void typesUndoesAndSaves(FxRobot robot) throws IOException {
    var window = window(robot);
    window.onUi(() -> area(window).moveTo(Packages.UTF8.indexOf("  i = _pen")));
    window.type("  if x {");
    window.keys(KeyCode.ENTER);
    window.type("none");
    window.keys(KeyCode.ENTER);
    window.type("}");
    String written = Packages.UTF8.replace("  i = _pen", "  if x {\n    none\n  }  i = _pen");
    window.until("typed", () -> area(window).getText().equals(written));
    assertEquals(written, window.desk.editor().pageProperty().get().text());
    window.assertText("#source-title", "String/Utf8.pen ●");
    window.screenshots("editor-typed");

    window.keys(KeyCode.SHORTCUT, KeyCode.S);
    window.until("saved", () -> window.text("#source-title").equals("String/Utf8.pen"));
    assertEquals(written, Files.readString(FILE));

    for (int step = 0; step < 20; step++) {
      window.keys(KeyCode.SHORTCUT, KeyCode.Z);
    }
    window.until("undone", () -> area(window).getText().equals(Packages.UTF8));
    window.assertText("#source-title", "String/Utf8.pen ●");
    window.keys(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
    assertTrue(!area(window).getText().equals(Packages.UTF8));
  }

  @Test
  void undoesNothingOfAnotherModule(FxRobot robot) {
    var window = window(robot);
    window.type("x");
    window.onUi(() -> window.desk.project().selection().show("Number.pen"));
    window.onUi(() -> area(window).requestFocus());
    window.keys(KeyCode.SHORTCUT, KeyCode.Z);
    assertEquals(Packages.NUMBER, area(window).getText());
    window.onUi(() -> window.desk.project().selection().show("String/Utf8.pen"));
    assertEquals("x" + Packages.UTF8, area(window).getText());
    window.keys(KeyCode.SHORTCUT, KeyCode.Z);
    assertEquals(Packages.UTF8, area(window).getText());
  }

  @Test
  void findsAndReplaces(FxRobot robot) {
    var window = window(robot);
    window.keys(KeyCode.SHORTCUT, KeyCode.H);
    window.until("bar", () -> window.shown("#find-bar"));
    window.type("none");
    window.waitForText("#find-count", "1 of 3");
    window.screenshots("editor-find");
    window.keys(KeyCode.F3);
    window.waitForText("#find-count", "2 of 3");
    window.onUi(() -> robot.lookup("#find-replacement").<TextField>query().requestFocus());
    window.type("nil");
    window.click("#replace-all");
    window.waitForText("#find-count", "3 replaced");
    window.until(
        "replaced", () -> area(window).getText().equals(Packages.UTF8.replace("none", "nil")));
    window.click("#find-pattern");
    window.replace("#find-query", "(");
    window.waitForText("#find-wrong", "not a regular expression");
    window.screenshots("editor-find-wrong");
    window.keys(KeyCode.ESCAPE);
    window.until("no bar", () -> !window.shown("#find-bar"));
    assertTrue(area(window).isFocused());
    window.keys(KeyCode.SHORTCUT, KeyCode.Z);
    assertEquals(Packages.UTF8, area(window).getText());
  }

  @Test
  void asksWhatToKeepWhenTheFileChanged(FxRobot robot) throws IOException {
    var window = window(robot);
    window.type("# mine\n");
    Files.writeString(FILE, "# theirs\n" + Packages.UTF8);
    window.keys(KeyCode.SHORTCUT, KeyCode.S);
    window.until("bar", () -> window.shown("#conflict"));
    window.screenshots("editor-conflict");
    window.click("#compare");
    window.until("difference", () -> window.shown("#difference"));
    window.screenshots("editor-difference");
    window.click("#compare");
    window.until("text", () -> !window.shown("#difference"));
    assertEquals("# theirs\n" + Packages.UTF8, Files.readString(FILE));
    window.click("#keep-mine");
    window.until("no bar", () -> !window.shown("#conflict"));
    assertEquals(area(window).getText(), Files.readString(FILE));
    assertTrue(area(window).getText().startsWith("# mine\n"));
  }

  @Test
  void marksBracketsAndProblems(FxRobot robot) {
    workbench.view = Packages.broken();
    var window = window(robot);
    var text = workbench.view.modules().get(1).source().text();
    window.onUi(() -> area(window).moveTo(text.indexOf("number | none {") + 15));
    window.until("partner", () -> styleAt(window, text.indexOf("}\n\nLength")).contains("bracket"));
    window.screenshots("editor-brackets");
    window.keys(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.M);
    assertEquals(text.indexOf("\n\nLength"), area(window).getCaretPosition());

    window.onUi(() -> {
      window.desk.drawer().show(Drawer.Tab.FINDINGS);
      area(window).requestFocus();
      area(window).moveTo(text.indexOf("= _pen"));
    });
    window.keys(KeyCode.SHORTCUT, KeyCode.I);
    window.until("card", () -> window.shown("#hover"));
    window.screenshots("editor-hover");
    window.keys(KeyCode.ESCAPE);
    window.until("no card", () -> !window.shown("#hover"));
    assertTrue(window.desk.drawer().openProperty().get(), "one at a time");
  }

  @Test
  void leavesTheTextByKeyThoughTabIndents(FxRobot robot) {
    var window = window(robot);
    window.keys(KeyCode.TAB);
    assertTrue(area(window).getText().startsWith("  import"));
    window.keys(KeyCode.SHIFT, KeyCode.TAB);
    assertEquals(Packages.UTF8, area(window).getText());
    window.keys(KeyCode.CONTROL, KeyCode.TAB);
    window.until("elsewhere", () -> !area(window).isFocused());
  }

  @Test
  void asksBeforeClosing(FxRobot robot) throws IOException {
    var window = window(robot);
    window.type("# mine\n");
    window.keys(KeyCode.SHORTCUT, KeyCode.W);
    window.until("question", () -> window.shown("#leave"));
    window.screenshots("editor-leave");
    window.keys(KeyCode.ESCAPE);
    window.until("no question", () -> !window.shown("#leave"));
    window.keys(KeyCode.SHORTCUT, KeyCode.W);
    window.click("#leave-saved");
    window.until("closed", () -> !window.shown("#border-list"));
    assertTrue(Files.readString(FILE).startsWith("# mine\n"));
  }

  private static CodeArea area(ShellFlow window) {
    return (CodeArea) window.shell.lookup("#source");
  }

  private static java.util.Collection<String> styleAt(ShellFlow window, int offset) {
    return area(window).getStyleOfChar(offset);
  }
}
