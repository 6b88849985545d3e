package nib.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import nib.engine.LocalWorkbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The whole job with nothing made up: real packages, scripts, compilers, archives and workers.
@ExtendWith(ApplicationExtension.class)
final class WholeJobTest {

  private static final Path SAMPLES = Path.of("../sample-packages").toAbsolutePath().normalize();

  private static final Duration BUSY = Duration.ofSeconds(3);

  @TempDir private static Path folder;

  private Optional<LocalWorkbench> workbench = Optional.empty();
  private Optional<ShellFlow> started = Optional.empty();

  @Start
  void start(Stage stage) {
    var engine = new LocalWorkbench(folder.resolve("state"), folder.resolve("cache"));
    workbench = Optional.of(engine);
    started = Optional.of(new ShellFlow(engine, stage, 1000, 800));
  }

  @BeforeEach
  void hands(FxRobot robot) {
    started.orElseThrow().by(robot);
  }

  @AfterEach
  void closeWorkbench() {
    workbench.orElseThrow().close();
  }

  private ShellFlow openedAndBuilt(String sample) throws IOException {
    var window = started.orElseThrow();
    window.open(copy(sample));
    window.keys(KeyCode.SHORTCUT, KeyCode.B);
    window.until("built", () -> window.desk.trial().built());
    window.until("checked", () -> window.desk.background().running().isEmpty());
    return window;
  }

  @Test
  void buildsChecksFollowsAFindingAndCalls(FxRobot robot) throws IOException {
    var window = openedAndBuilt("broken");
    assertEquals(4, window.desk.findings().rows().size());
    window.screenshots("real-built");

    window.clickText("gravity");
    window.waitForText("#prototype", "double gravity(void);");

    window.keys(KeyCode.SHORTCUT, KeyCode.F);
    window.type("centr");
    window.waitForText("#symbol-count", "1 of ");
    window.screenshots("real-symbols");
    window.replace("#symbol-filter", "");

    window.keys(KeyCode.F8);
    window.until(
        "a finding's symbol is selected",
        () -> !window.desk.symbols().selectedProperty().get().isEmpty());
    assertTrue(window.desk.project().selection().entry().isPresent());
    window.screenshots("real-finding");

    call(window, robot, "measure", "hello");
    window.waitForText("#outcome", "= 5");
    window.screenshots("real-called");
  }

  @Test
  void survivesACrashAndAWorkerThatIsKilledInMidCall(FxRobot robot) throws IOException {
    var window = openedAndBuilt("broken");
    call(window, robot, "measure", "");
    window.waitForText("#outcome", "crashed: SIGSEGV");
    window.screenshots("real-crashed");

    call(window, robot, "countdown", "1");
    window.waitForText("#status", "Calling countdown");
    window.until("a worker is busy", () -> busyWorker().isPresent());
    assertTrue(busyWorker().orElseThrow().destroyForcibly());
    window.waitForText("#outcome", "SIGKILL");

    call(window, robot, "half", "3");
    window.waitForText("#outcome", "= 1.5");
  }

  @Test
  void agreesAboutEverySoundSample() throws IOException {
    for (String sample : List.of("arithmetic", "text", "greeter-rust")) {
      var window = openedAndBuilt(sample);
      assertTrue(
          window.desk.findings().rows().stream()
              .noneMatch(
                  row -> row.diagnostic().severity() == nib.engine.diagnostic.Severity.ERROR),
          sample);
      window.screenshots("real-" + sample);
    }
  }

  private static void call(ShellFlow window, FxRobot robot, String function, String argument) {
    window.clickText(function);
    window.until("form", () -> window.desk.trial().arguments().size() == 1);
    window.onUi(() -> robot.lookup("#trial").query().requestFocus());
    window.keys(KeyCode.SHORTCUT, KeyCode.A);
    window.keys(KeyCode.BACK_SPACE);
    window.type(argument);
    window.keys(KeyCode.SHORTCUT, KeyCode.ENTER);
  }

  /// The worker that computes. One that waits or starts has used little of the processor's time.
  private static Optional<ProcessHandle> busyWorker() {
    return ProcessHandle.current()
        .descendants()
        .filter(one -> one.info().commandLine().orElse("").contains("WorkerMain"))
        .filter(one -> one.info().totalCpuDuration().orElse(Duration.ZERO).compareTo(BUSY) > 0)
        .findFirst();
  }

  private static Path copy(String sample) throws IOException {
    var target = folder.resolve(sample);
    try (Stream<Path> files = Files.walk(SAMPLES.resolve(sample))) {
      for (var file : files.filter(one -> !one.toString().contains(".pen/")).toList()) {
        var to = target.resolve(SAMPLES.resolve(sample).relativize(file).toString());
        if (!Files.exists(to)) {
          Files.copy(file, to, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    return target;
  }
}
