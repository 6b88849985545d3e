package nib.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import nib.app.prototype.Spelling;
import nib.engine.target.Targets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The picture of a call in the window, by keyboard and mouse.
@ExtendWith(ApplicationExtension.class)
final class PictureWindowTest {

  private final FakeWorkbench workbench = new FakeWorkbench();
  private Optional<ShellFlow> started = Optional.empty();

  @Start
  void start(Stage stage) {
    started = Optional.of(new ShellFlow(workbench, stage, 1000, 700));
  }

  private ShellFlow window(FxRobot robot) {
    var window = started.orElseThrow();
    window.by(robot);
    window.open(Packages.ROOT);
    return window;
  }

  private static Set<Node> lit(FxRobot robot) {
    return robot.lookup("#drawing").query().lookupAll("*").stream()
        .filter(node -> node.getPseudoClassStates().contains(PseudoClass.getPseudoClass("lit")))
        .collect(Collectors.toSet());
  }

  @Test
  void drawsTheCallAndLightsWhatBelongsTogether(FxRobot robot) {
    var window = window(robot);
    window.clickText("_pen_core_utf8_trim");
    window.keys(KeyCode.SHORTCUT, KeyCode.DIGIT6);
    window.until("drawn", () -> window.shown("#drawing"));
    window.onUi(
        () -> window.desk.picture().besideProperty().set(Targets.named("aarch64-apple-darwin")));
    window.until(
        "both targets",
        () ->
            window.desk.picture().drawn().orElseThrow().picture().description().endsWith("darwin"));

    window.onUi(() -> robot.lookup("#drawing").query().requestFocus());
    window.keys(KeyCode.HOME);
    window.keys(KeyCode.DOWN);
    window.until("the first argument is lit", () -> lit(robot).size() > 4);
    var first = lit(robot);
    window.keys(KeyCode.DOWN);
    window.until("the next is lit instead", () -> lit(robot).stream().noneMatch(first::contains));
    window.screenshots("picture");

    var drawn = window.desk.picture().drawn().orElseThrow();
    var next = drawn.picture().stops().get(2);
    assertEquals(
        drawn.picture().shapes().stream().filter(shape -> shape.isAbout(next)).count() + 2,
        lit(robot).size(),
        "an arrow is two shapes, and there is one on each side");
    assertTrue(
        window.text("#picture-lit").startsWith("bool b \u00b7 "), window.text("#picture-lit"));
    String spoken = robot.lookup("#drawing").query().getAccessibleText();
    assertTrue(spoken.contains(drawn.picture().description()), spoken);
    assertTrue(spoken.contains(drawn.text()), spoken);

    window.click("#picture-as-text");
    window.until("text", () -> window.shown("#picture-text"));
    assertEquals(drawn.text(), window.text("#picture-text"));
    window.screenshots("picture-text");

    var beside = robot.lookup("#picture-beside").queryAs(ComboBox.class);
    window.onUi(
        () -> window.desk.project().choose(Targets.named("aarch64-apple-darwin").orElseThrow()));
    assertEquals(Optional.of(workbench.host()), beside.getValue());
    window.onUi(() -> window.desk.project().choose(workbench.host()));
    assertEquals(Targets.named("aarch64-apple-darwin"), beside.getValue());
  }

  @Test
  void saysWhatWouldBeHere(FxRobot robot) {
    var window = window(robot);
    window.clickText("_pen_core_utf8_trim");
    window.onUi(() -> window.desk.project().selection().show("Number.pen"));
    window.keys(KeyCode.SHORTCUT, KeyCode.DIGIT6);
    window.waitForText("#picture-empty", "Select an import or an export.");
    window.clickText("_pen_core_utf8_view");
    window.waitForText("#picture-empty", "has no declaration in C");
  }

  @Test
  void choosesAndCopiesASpellingByKey(FxRobot robot) {
    var window = window(robot);
    window.clickText("_pen_core_utf8_trim");
    window.click("#spelling-Java");
    window.waitForText("#prototype", "static final MethodHandle");
    window.until("no header in Java", () -> !robot.lookup("Copy header").query().isVisible());
    window.keys(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.P);
    window.until("JNA", () -> window.desk.prototype().spellingProperty().get() == Spelling.JNA);
    window.keys(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.C);
    var copied = new String[1];
    window.onUi(() -> copied[0] = javafx.scene.input.Clipboard.getSystemClipboard().getString());
    assertEquals("double _pen_core_utf8_trim(\u2026);", copied[0]);
    window.screenshots("prototype-jna");
  }
}
