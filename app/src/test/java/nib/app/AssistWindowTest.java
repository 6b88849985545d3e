package nib.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.ListCell;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import nib.app.assist.UsagesViewModel.State;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What assists at the text, by mouse and keyboard in the whole window, over made-up answers.
@ExtendWith(ApplicationExtension.class)
final class AssistWindowTest {

  private final FakeWorkbench workbench = new FakeWorkbench();
  private Optional<ShellFlow> started = Optional.empty();

  @Start
  void start(Stage stage) {
    MadeUpAssist.give(workbench);
    started = Optional.of(new ShellFlow(workbench, stage, 1000, 800));
  }

  /// The window with the second module open and the caret on its call of `_pen_core_utf8_find`.
  private ShellFlow window(FxRobot robot) {
    var window = started.orElseThrow();
    window.by(robot);
    window.open(Packages.ROOT);
    window.onUi(() -> {
      var file = Packages.ROOT.resolve("String/Utf8.pen");
      window.shell.text().lead(file, call());
      window.shell.text().requestFocus();
    });
    return window;
  }

  private static int call() {
    return Packages.UTF8.indexOf("_pen_core_utf8_find(s") + 3;
  }

  private static int declaration() {
    return Packages.UTF8.indexOf("_pen_core_utf8_find \\");
  }

  private static int caret(ShellFlow window) {
    return window.shell.text().selection().end();
  }

  @Test
  void saysWhatTheNameAtTheCaretIs(FxRobot robot) {
    var window = window(robot);
    window.keys(KeyCode.SHORTCUT, KeyCode.I);
    window.until("card", () -> window.shown("#hover-known"));
    window.screenshots("hover");
    window.keys(KeyCode.ESCAPE);
    window.until("no card", () -> !window.shown("#hover-known"));

    window.type("x");
    assertTrue(window.shell.text().text().contains("_pexn_core_utf8_find(s"), "typing goes on");
  }

  @Test
  void leavesTheKeyboardToTheTextWhileTheCardShows(FxRobot robot) {
    var window = window(robot);
    window.keys(KeyCode.SHORTCUT, KeyCode.I);
    window.until("card", () -> window.shown("#hover-known"));
    window.keys(KeyCode.RIGHT);
    window.until("the caret moves", () -> caret(window) == call() + 1);
  }

  @Test
  void takesTheKeyboardIntoTheCardWhereItIsAskedForTwice(FxRobot robot) {
    var window = window(robot);
    window.keys(KeyCode.SHORTCUT, KeyCode.I);
    window.until("card", () -> window.shown("#hover-known"));
    window.keys(KeyCode.SHORTCUT, KeyCode.I);
    window.keys(KeyCode.SHORTCUT, KeyCode.A);
    window.keys(KeyCode.SHORTCUT, KeyCode.C);
    window.until(
        "copied",
        () ->
            "_pen_core_utf8_find : \\(string, string) number"
                .equals(Clipboard.getSystemClipboard().getString()));
    window.keys(KeyCode.DELETE);
    // Past the words to the button.
    window.keys(KeyCode.TAB);
    window.keys(KeyCode.TAB);
    window.keys(KeyCode.SPACE);
    window.until("definition", () -> caret(window) == declaration());
    assertEquals(Packages.UTF8, window.shell.text().text());
  }

  @Test
  void explainsWhereThePointerRestsAndCoversNothingOfIt(FxRobot robot) {
    var window = window(robot);
    var name = new AtomicReference<Bounds>();
    window.onUi(() -> name.set(window.shell.text().boundsOf(call()).orElseThrow()));
    robot.moveTo(name.get().getCenterX(), name.get().getCenterY());
    window.until("card", () -> window.shown("#hover-known"));
    var card = robot.lookup("#hover").query();
    assertFalse(
        card.localToScreen(card.getLayoutBounds()).intersects(name.get()),
        () -> card.localToScreen(card.getLayoutBounds()) + " over " + name);
    // Its shadow takes the pointer, too: over the name it would make the card go away again.
    var whole = card.getScene().getWindow();
    assertTrue(
        whole.getY() >= name.get().getMaxY()
            || whole.getY() + whole.getHeight() <= name.get().getMinY(),
        () -> whole.getY() + " to " + (whole.getY() + whole.getHeight()) + " over " + name);
    window.type("x");
    window.until("gone with the text it explained", () -> !window.shown("#hover-known"));
  }

  @Test
  void goesBackByTheMouse(FxRobot robot) {
    var window = window(robot);
    window.keys(KeyCode.F12);
    window.until("definition", () -> caret(window) == declaration());
    window.onUi(() -> window.shell.fireEvent(pressed(MouseButton.BACK)));
    window.until("back", () -> caret(window) == call());
    window.onUi(() -> window.shell.fireEvent(pressed(MouseButton.FORWARD)));
    window.until("forward", () -> caret(window) == declaration());
  }

  @Test
  void goesToADefinitionAndBack(FxRobot robot) {
    var window = window(robot);
    window.keys(KeyCode.F12);
    window.until("definition", () -> caret(window) == declaration());
    window.keys(KeyCode.ALT, KeyCode.LEFT);
    window.until("back", () -> caret(window) == call());
    window.keys(KeyCode.ALT, KeyCode.RIGHT);
    window.until("forward", () -> caret(window) == declaration());
  }

  @Test
  void comesBackFromWhereTheBorderListLed(FxRobot robot) {
    var window = window(robot);
    window.clickText("_pen_core_now");
    window.until(
        "the other module",
        () ->
            window.shell.text().fileProperty().get().stream()
                .anyMatch(file -> file.endsWith("Number.pen")));
    window.click("#back");
    window.until("back", () -> caret(window) == call());
    assertTrue(window.shown("#forward"));
  }

  @Test
  void completesANameByKey(FxRobot robot) {
    var window = window(robot);
    int line = Packages.UTF8.indexOf("    none\n") + 4;
    window.onUi(() -> {
      window.shell.text().lead(Packages.ROOT.resolve("String/Utf8.pen"), line);
      window.shell.text().requestFocus();
    });
    window.keys(KeyCode.CONTROL, KeyCode.SPACE);
    window.until("list", () -> window.shown("#completion"));
    window.type("_pen_core_u");
    window.until("narrowed", () -> window.desk.assist().completion().items().size() == 2);
    window.keys(KeyCode.DOWN);
    window.screenshots("completion");
    var spoken =
        robot.lookup("#source").query().queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM);
    assertEquals(
        "_pen_core_utf8_length, foreign function, \\(string) number",
        spoken instanceof ListCell<?> cell ? cell.getAccessibleText() : "nothing is chosen");
    window.keys(KeyCode.ENTER);
    window.until("closed", () -> !window.shown("#completion"));
    assertTrue(
        window.shell.text().text().contains("    _pen_core_utf8_lengthnone\n"),
        window.shell.text()::text);
    assertEquals(line + "_pen_core_utf8_length".length(), caret(window));
  }

  @Test
  void leavesEnterToTheTextWhereNothingIsChosen(FxRobot robot) {
    var window = window(robot);
    window.type(".");
    window.until("list", () -> window.shown("#completion"));
    window.keys(KeyCode.ENTER);
    window.until("closed", () -> !window.shown("#completion"));
    assertTrue(window.shell.text().text().contains("_pe.\n"), window.shell.text()::text);

    window.type(".");
    window.until("list again", () -> window.shown("#completion"));
    window.keys(KeyCode.ESCAPE);
    window.until("closed again", () -> !window.shown("#completion"));
  }

  @Test
  void outlinesTheShownModule(FxRobot robot) {
    var window = window(robot);
    assertEquals(
        Optional.of("Find"),
        window.desk.outline().currentProperty().get().map(item -> item.written()));
    window.keys(KeyCode.CONTROL, KeyCode.F12);
    window.type("leng");
    window.until("filtered", () -> window.desk.outline().items().size() == 2);
    window.screenshots("outline");
    window.keys(KeyCode.DOWN);
    window.keys(KeyCode.DOWN);
    window.keys(KeyCode.ENTER);
    window.until("led there", () -> caret(window) == Packages.UTF8.indexOf("Length ="));
    window.until(
        "the text has the keyboard",
        () -> window.shell.getScene().getFocusOwner().getId().equals("source"));

    window.click("#outline-toggle");
    window.until("folded", () -> !window.shown("#outline-list"));
  }

  @Test
  void listsUsagesOfTheSelectedFunction(FxRobot robot) {
    var window = window(robot);
    window.keys(KeyCode.SHORTCUT, KeyCode.DIGIT5);
    window.until("what would be here", () -> window.shown("#usages"));
    window.screenshots("usages-empty");
    window.clickText("_pen_core_utf8_find");
    window.waitForText("#entry-usages", "1 usage");
    window.click("#entry-usages");
    window.until(
        "usages",
        () ->
            window
                .desk
                .assist()
                .usages()
                .stateProperty()
                .get()
                .equals(new State.Found("_pen_core_utf8_find", 1, 1)));
    window.screenshots("usages");
    window.onUi(() -> {
      TableView<?> table = robot.lookup("#usages").query();
      table.requestFocus();
      table.getSelectionModel().select(1);
    });
    window.keys(KeyCode.ENTER);
    window.until("led there", () -> caret(window) == call() - 3);
    window.keys(KeyCode.ALT, KeyCode.LEFT);
    window.until("back", () -> caret(window) != call() - 3);
  }

  @Test
  void leadsByPointerWithTheKeyHeld(FxRobot robot) {
    var window = window(robot);
    onCall(window, MouseEvent.MOUSE_CLICKED, MouseButton.PRIMARY);
    window.until("definition", () -> caret(window) == declaration());
    assertFalse(window.shown("#completion"));
  }

  @Test
  void underlinesWhatAClickWithTheKeyWouldLeadFrom(FxRobot robot) {
    var window = window(robot);
    onCall(window, MouseEvent.MOUSE_MOVED, MouseButton.NONE);
    window.until("link", () -> area(window).getStyleOfChar(call()).contains("link"));
    window.screenshots("assist-link");
    window.keys(KeyCode.CONTROL);
    window.until("none", () -> !area(window).getStyleOfChar(call()).contains("link"));
  }

  /// The headless platform tells no keys that are held with a click or a move.
  private static void onCall(ShellFlow window, EventType<MouseEvent> type, MouseButton button) {
    window.onUi(() -> {
      var source = area(window);
      var at =
          source.localToScene(
              source.screenToLocal(window.shell.text().boundsOf(call()).orElseThrow()));
      source.fireEvent(mouse(type, button, at.getCenterX(), at.getCenterY()));
    });
  }

  private static CodeArea area(ShellFlow window) {
    return (CodeArea) window.shell.lookup("#source");
  }

  private static MouseEvent pressed(MouseButton button) {
    return mouse(MouseEvent.MOUSE_PRESSED, button, 1, 1);
  }

  /// A press or a click with the control key held.
  private static MouseEvent mouse(
      EventType<MouseEvent> type, MouseButton button, double x, double y) {
    boolean control = true;
    return new MouseEvent(
        type, x, y, x, y, button, 1, false, control, false, false, false, false, false, false,
        false, true, null);
  }
}
