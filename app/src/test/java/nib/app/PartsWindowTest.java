package nib.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import nib.engine.abi.CallPart;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The parts of one call, lit everywhere wherever they are pointed at.
@ExtendWith(ApplicationExtension.class)
final class PartsWindowTest {

  private static final String SOURCE = ".source-view .source";
  private static final String PROTOTYPE = "#prototype .source";
  private static final String TEXT = "#picture-text .source";

  private final FakeWorkbench workbench = new FakeWorkbench();
  private Optional<ShellFlow> started = Optional.empty();

  @Start
  void start(Stage stage) {
    started = Optional.of(new ShellFlow(workbench, stage, 1280, 800));
  }

  /// With `\(string, boolean) string` selected and its picture drawn.
  private ShellFlow window(FxRobot robot) {
    var window = started.orElseThrow();
    window.by(robot);
    window.open(Packages.ROOT);
    window.clickText("_pen_core_utf8_trim");
    window.keys(KeyCode.SHORTCUT, KeyCode.DIGIT6);
    window.until("drawn", () -> window.shown("#drawing"));
    return window;
  }

  private static CodeArea area(FxRobot robot, String query) {
    return robot.lookup(query).queryAs(CodeArea.class);
  }

  /// The stretches of a text that are marked. For the window's thread.
  private static List<String> marked(FxRobot robot, String query) {
    var area = area(robot, query);
    var found = new ArrayList<String>();
    int at = 0;
    for (var span : area.getStyleSpans(0, area.getLength())) {
      if (span.getStyle().contains("part") && span.getLength() > 0) {
        found.add(area.getText(at, at + span.getLength()).strip());
      }
      at += span.getLength();
    }
    return found;
  }

  private static boolean isLit(FxRobot robot, String words) {
    return robot.lookup("#drawing").query().lookupAll(".drawn-text").stream()
        .filter(node -> ((javafx.scene.text.Text) node).getText().startsWith(words))
        .anyMatch(node -> node.getPseudoClassStates().contains(PseudoClass.getPseudoClass("lit")));
  }

  private static void await(ShellFlow window, FxRobot robot, String query, List<String> wanted) {
    window.until(query + " marks " + wanted, () -> marked(robot, query).equals(wanted));
  }

  private void point(FxRobot robot, String query, String at) {
    var spot = new Point2D[1];
    var window = started.orElseThrow();
    window.onUi(() -> {
      var area = area(robot, query);
      int offset = area.getText().indexOf(at) + 1;
      var bounds = area.getCharacterBoundsOnScreen(offset, offset + 1).orElseThrow();
      spot[0] = new Point2D(bounds.getCenterX(), bounds.getCenterY());
    });
    robot.moveTo(spot[0]);
  }

  @Test
  void walkingThePictureLightsTheRestAndEnterLeadsToTheDeclaration(FxRobot robot) {
    var window = window(robot);
    window.onUi(() -> robot.lookup("#drawing").query().requestFocus());
    window.keys(KeyCode.HOME);
    window.keys(KeyCode.DOWN);
    await(window, robot, PROTOTYPE, List.of("pen_string *"));
    await(window, robot, SOURCE, List.of("string"));
    assertTrue(isLit(robot, "rdi"), "its register");
    assertTrue(isLit(robot, "size_t length"), "what it points to");
    window.keys(KeyCode.DOWN);
    await(window, robot, PROTOTYPE, List.of("bool"));
    await(window, robot, SOURCE, List.of("boolean"));
    assertTrue(!isLit(robot, "size_t length"), "a boolean points to nothing");
    window.screenshots("parts");

    window.keys(KeyCode.ENTER);
    window.until("the keyboard is in the source", () -> area(robot, SOURCE).isFocused());
    assertEquals("boolean", area(robot, SOURCE).getSelectedText());
    await(window, robot, PROTOTYPE, List.of("bool"));
  }

  @Test
  void pointingInAnyTextLightsTheOthers(FxRobot robot) {
    var window = window(robot);
    point(robot, SOURCE, "boolean) string");
    await(window, robot, PROTOTYPE, List.of("bool"));
    assertTrue(isLit(robot, "bool b"));

    point(robot, PROTOTYPE, "pen_string *,");
    await(window, robot, SOURCE, List.of("string"));
    assertTrue(isLit(robot, "pen_string, 8 bytes"));

    window.click("#picture-as-text");
    window.until("text", () -> window.shown("#picture-text"));
    point(robot, TEXT, "bool b");
    await(window, robot, SOURCE, List.of("boolean"));
    await(window, robot, PROTOTYPE, List.of("bool"));
    var lines = new ArrayList<String>();
    window.onUi(() -> lines.addAll(marked(robot, TEXT)));
    assertTrue(lines.stream().anyMatch(one -> one.startsWith("bool b")), lines::toString);
    window.screenshots("parts-text");

    robot.moveTo("#border-list");
    await(window, robot, SOURCE, List.of());
    await(window, robot, PROTOTYPE, List.of());
  }

  @Test
  void memoryLightsAllThatPointsToIt(FxRobot robot) {
    var window = window(robot);
    window.onUi(() ->
        window
            .desk
            .project()
            .selection()
            .pointing()
            .choose(
                window.desk.picture().drawn().orElseThrow().picture().stops().stream()
                    .filter(stop -> stop.getFirst() instanceof CallPart.Memory)
                    .findFirst()
                    .orElseThrow()));
    await(window, robot, PROTOTYPE, List.of("pen_string *", "pen_string *"));
    await(window, robot, SOURCE, List.of("string", "string"));
    assertTrue(isLit(robot, "rdi") && isLit(robot, "rax"));
  }

  @Test
  void aClickInThePrototypeSelectsTheTypeAndTheCaretPointsToo(FxRobot robot) {
    var window = window(robot);
    point(robot, PROTOTYPE, "bool)");
    robot.clickOn(MouseButton.PRIMARY);
    window.until(
        "the type is selected", () -> area(robot, SOURCE).getSelectedText().equals("boolean"));
    window.until("the prototype keeps the keyboard", () -> area(robot, PROTOTYPE).isFocused());
    robot.moveTo("#border-list");
    await(window, robot, SOURCE, List.of("boolean"));

    window.keys(KeyCode.SHORTCUT, KeyCode.HOME);
    await(window, robot, SOURCE, List.of("string"));
    assertEquals(
        List.of(new CallPart.Result()),
        window.desk.project().selection().pointing().chosen(),
        "the result's type begins the declaration");
    window.keys(KeyCode.ENTER);
    window.until("the keyboard is in the source", () -> area(robot, SOURCE).isFocused());

    window.clickText("_pen_core_utf8_length");
    await(window, robot, PROTOTYPE, List.of());
  }

  @Test
  void memoryStandsBesideTheCallInAWideWindow(FxRobot robot) {
    var window = window(robot);
    var texts = new ArrayList<Node>();
    window.onUi(() ->
        robot.lookup("#drawing").query().lookupAll(".weight-title").stream()
            .filter(node -> ((javafx.scene.text.Text) node).getText().equals("memory"))
            .forEach(texts::add));
    assertEquals(1, texts.size());
    assertTrue(texts.getFirst().getBoundsInParent().getMinX() > 500);
  }

  @Test
  void tabLeadsThroughPrototypeAndPicture(FxRobot robot) {
    var window = window(robot);
    for (var query : List.of(PROTOTYPE, TEXT)) {
      if (query.equals(TEXT)) {
        window.click("#picture-as-text");
        window.until("text", () -> window.shown("#picture-text"));
      }
      window.onUi(() -> area(robot, query).requestFocus());
      window.keys(KeyCode.TAB);
      window.until(query + " is left", () -> !area(robot, query).isFocused());
      window.keys(KeyCode.SHIFT, KeyCode.TAB);
      window.until(query + " is entered", () -> area(robot, query).isFocused());
      window.keys(KeyCode.SHIFT, KeyCode.TAB);
      window.until(query + " is left backwards", () -> !area(robot, query).isFocused());
    }
    window.click("#picture-as-picture");
    window.until("drawn", () -> window.shown("#drawing"));
    window.onUi(() -> robot.lookup("#drawing").query().requestFocus());
    window.keys(KeyCode.TAB);
    window.until(
        "the drawing is left",
        () -> !robot.lookup("#picture .picture-scroll").query().isFocusWithin());
    window.keys(KeyCode.SHIFT, KeyCode.TAB);
    window.until("the drawing is entered", () -> robot.lookup("#drawing").query().isFocused());
    window.keys(KeyCode.SHIFT, KeyCode.TAB);
    window.until(
        "the drawing is left backwards",
        () -> !robot.lookup("#picture .picture-scroll").query().isFocusWithin());

    var pane = robot.lookup("#picture .picture-scroll").query();
    var corner = pane.localToScreen(pane.getLayoutBounds());
    robot.clickOn(new Point2D(corner.getMaxX() - 40, corner.getMaxY() - 40));
    window.until("beside all shapes", () -> robot.lookup("#drawing").query().isFocused());
  }
}
