package nib.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import nib.app.border.BorderItem;
import nib.engine.OpenedPackage;
import nib.engine.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Several packages, their dependencies and what is typed, by mouse and keyboard.
@ExtendWith(ApplicationExtension.class)
final class PackagesWindowTest {

  private final FakeWorkbench workbench = new FakeWorkbench();
  private Optional<ShellFlow> started = Optional.empty();

  @TempDir private Path folder;

  @Start
  void start(Stage stage) {
    workbench.view = Packages.withDependencies();
    workbench.beside.add(Packages.os());
    started = Optional.of(new ShellFlow(workbench, stage, 1000, 700));
  }

  private ShellFlow window(FxRobot robot) {
    var window = started.orElseThrow();
    window.by(robot);
    window.open(Packages.ROOT);
    return window;
  }

  @Test
  void choosesAmongOpenPackages(FxRobot robot) {
    var window = window(robot);
    beside(window);
    window.waitForText("#package-name", "os");
    window.click("#package-name");
    window.until("menu", () -> window.shown("#open-core"));
    window.screenshots("packages-menu");
    window.clickText("core   " + Packages.ROOT.getParent());
    window.waitForText("#package-name", "core");
    window.keys(KeyCode.SHORTCUT, KeyCode.PAGE_DOWN);
    window.waitForText("#package-name", "os");
    window.keys(KeyCode.SHORTCUT, KeyCode.W);
    window.waitForText("#package-name", "core");
  }

  @Test
  void leadsFromAFindingIntoTheOtherPackageAndBack(FxRobot robot) {
    var window = window(robot);
    beside(window);
    window.keys(KeyCode.SHORTCUT, KeyCode.PAGE_DOWN);
    window.keys(KeyCode.SHORTCUT, KeyCode.DIGIT1);
    window.waitForText("#tab-Findings", "Findings 1");
    window.keys(KeyCode.F8);
    window.waitForText("#package-name", "os");
    window.until("card", () -> window.shown("#finding-card"));
    window.screenshots("packages-finding");
    window.clickText("declared here: " + Packages.ROOT.resolve("Number.pen") + ":1:1");
    window.waitForText("#package-name", "core");
    window.click("#finding-filter");
    window.type("nothing of this kind");
    window.waitForText("#finding-count", "0 of 1 findings");
  }

  @Test
  void looksIntoDependencies(FxRobot robot) {
    var window = window(robot);
    window.clickText("Http");
    window.until("command", () -> window.shown("#dependency-command"));
    window.screenshots("dependency-git");
    window.clickText("Prelude");
    window.until("setting", () -> window.shown("#dependency-settings"));
    window.screenshots("dependency-unavailable");
    window.clickText("Os");
    window.keys(KeyCode.RIGHT);
    window.until(
        "unfolded",
        () ->
            window.desk.border().items().stream()
                .anyMatch(BorderItem.OfDependencyEntry.class::isInstance));
    window.keys(KeyCode.DOWN);
    window.until(
        "its text", () -> window.desk.project().selection().guestProperty().get().isPresent());
    window.waitForText("#prototype", "bool _pen_core_now(void);");
    window.screenshots("dependency-entry");
    window.click("#dependency-beside");
    window.waitForText("#package-name", "os");
  }

  @Test
  void settlesWherePenIs(FxRobot robot) throws Exception {
    var window = window(robot);
    Files.createDirectories(folder.resolve("packages/prelude"));
    Files.writeString(folder.resolve("packages/prelude/pen.json"), "{}");
    window.keys(KeyCode.SHORTCUT, KeyCode.COMMA);
    window.until("settings", () -> window.shown("#settings"));
    window.replace("#pen-root", folder.resolve("nowhere").toString());
    window.keys(KeyCode.ENTER);
    window.waitForText("#pen-root-judgement", "There is no folder");
    window.screenshots("settings-wrong");
    window.replace("#pen-root", folder.toString());
    window.keys(KeyCode.ENTER);
    window.waitForText("#pen-root-judgement", "1 package is there.");
    window.screenshots("settings");
    window.keys(KeyCode.ESCAPE);
    window.until("closed", () -> !window.shown("#settings"));
  }

  @Test
  void keepsTheListWhereItIsWhileTextsChange(FxRobot robot) {
    var window = window(robot);
    window.clickText("_pen_core_utf8_trim");
    window.until("trim", () -> selected(window).equals("_pen_core_utf8_trim"));
    var file = Packages.ROOT.resolve("String/Utf8.pen");
    window.onUi(
        () -> window.desk.project().drafts().put(new SourceText(file, "# new\n" + Packages.UTF8)));
    window.until(
        "moved down",
        () ->
            window.desk.project().selection().entry().stream()
                .anyMatch(entry -> entry.location().line() == 6));
    ListView<?> list = robot.lookup("#border-list").query();
    assertTrue(
        list.getSelectionModel().getSelectedItem() instanceof BorderItem.OfEntry(var entry, _)
            && entry.symbol().equals("_pen_core_utf8_trim"));
    assertEquals(Optional.of("core"), window.desk.project().opened().map(OpenedPackage::name));
    window.onUi(() -> window.desk.drawer().show(Drawer.Tab.FINDINGS));
    window.screenshots("edited");
  }

  @Test
  void showsWhereADropWouldOpen(FxRobot robot) {
    var window = window(robot);
    Node drops = robot.lookup("#drops").query();
    var zones = (DropZones) drops;
    window.onUi(() -> {
      zones.enter(true);
      zones.over(true);
    });
    window.screenshots("drops");
    window.onUi(() -> zones.drop(List.of(Packages.OS), true));
    window.waitForText("#package-name", "os");
    assertEquals(2, window.desk.project().packages().size());
  }

  private static void beside(ShellFlow window) {
    window.onUi(() -> window.desk.project().openBeside(List.of(Packages.OS)));
  }

  private static String selected(ShellFlow window) {
    return window.desk.project().selection().entry().map(entry -> entry.symbol()).orElse("");
  }
}
