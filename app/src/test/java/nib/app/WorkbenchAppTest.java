package nib.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.stage.WindowEvent;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The application itself: how it starts, what it does with its own mistakes, how it ends.
final class WorkbenchAppTest {

  private final FakeWorkbench workbench = new FakeWorkbench();
  private final Optional<Thread.UncaughtExceptionHandler> before =
      Optional.ofNullable(Thread.getDefaultUncaughtExceptionHandler());

  @BeforeEach
  void start() throws Exception {
    FxToolkit.registerPrimaryStage();
    workbench.settings.put(Settings.SIZE, "900x640");
    WorkbenchApp.prepare(() -> workbench, List.of(Packages.ROOT));
  }

  @AfterEach
  void stop() throws Exception {
    FxToolkit.cleanupStages();
    Thread.setDefaultUncaughtExceptionHandler(before.orElse(null));
  }

  @Test
  void opensWhatItWasGivenAtTheSizeItHad() throws Exception {
    var application = FxToolkit.setupApplication(WorkbenchApp.class);
    var robot = new FxRobot();
    WaitForAsyncUtils.waitFor(
        60, TimeUnit.SECONDS, () -> robot.lookup("#border-list").tryQuery().isPresent());
    var stage = FxToolkit.toolkitContext().getRegisteredStage();
    assertEquals(900, stage.getScene().getWidth());
    assertEquals("core \u2013 Nib", stage.getTitle());

    FxToolkit.hideStage();
    FxToolkit.cleanupApplication(application);
    assertTrue(workbench.asked.contains("close"), workbench.asked::toString);
    assertEquals(
        7,
        workbench.settings.getOrDefault(Settings.SYMBOLS, "").split(" ", -1).length,
        workbench.settings::toString);
  }

  @Test
  void saysItsOwnMistakesAndGoesOn() throws Exception {
    var application = FxToolkit.setupApplication(WorkbenchApp.class);
    var robot = new FxRobot();
    var logged =
        LogLines.during(() ->
            Thread.getDefaultUncaughtExceptionHandler()
                .uncaughtException(Thread.currentThread(), new IllegalStateException("odd")));
    assertEquals(List.of("unexpected: "), logged);
    WaitForAsyncUtils.waitFor(
        60,
        TimeUnit.SECONDS,
        () -> robot.lookup("#message").tryQuery().filter(node -> node.isVisible()).isPresent());
    FxToolkit.cleanupApplication(application);
  }

  @Test
  void asksBeforeItsWindowClosesOverUnsavedText() throws Exception {
    var application = FxToolkit.setupApplication(WorkbenchApp.class);
    var robot = new FxRobot();
    await(() -> robot.lookup("#source").tryQuery().isPresent());
    var stage = FxToolkit.toolkitContext().getRegisteredStage();
    robot.interact(() -> robot.lookup("#source").<CodeArea>query().appendText("# more\n"));
    robot.interact(
        () -> Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    await(() -> robot.lookup("#leave").tryQuery().filter(node -> node.isVisible()).isPresent());
    assertTrue(stage.isShowing());
    robot.clickOn("#leave-unsaved");
    await(() -> !stage.isShowing());
    FxToolkit.cleanupApplication(application);
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
  }
}
