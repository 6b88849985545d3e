package nib.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import nib.app.border.BorderItem;
import nib.app.project.DependencyEntry;
import nib.app.style.Theme;
import nib.engine.target.Targets;

/// Draws the window at its usual size, light and dark, into a folder. Not a test: the headless
/// platform's screen is smaller than that, so it wants a display, real or virtual.
///
///     java -cp ... nib.app.Pictures FOLDER WIDTH HEIGHT
final class Pictures {

  private Pictures() {}

  public static void main(String[] args) throws InterruptedException {
    var folder = Path.of(args[0]);
    double width = Double.parseDouble(args[1]);
    double height = Double.parseDouble(args[2]);
    var done = new CountDownLatch(1);
    Platform.startup(() -> {
      var stage = new Stage();
      var workbench = new FakeWorkbench();
      workbench.view = Packages.withDependencies();
      workbench.beside.add(Packages.os());
      var flow = new ShellFlow(workbench, stage, width, height);
      pass(flow, folder, steps(flow.desk), done);
    });
    done.await();
    Platform.exit();
  }

  private record Step(String name, Runnable action) {}

  private static List<Step> steps(Desk desk) {
    return List.of(
        new Step("welcome", () -> {}),
        new Step("opened", () -> desk.project().open(Packages.ROOT)),
        new Step("built", desk.build()::build),
        new Step("finding", desk.findings()::next),
        new Step(
            "called",
            () -> {
              desk.drawer().close();
              select(desk, "_pen_core_utf8_find");
              desk.trial().arguments().get(0).textProperty().set("h\u00e9llo");
              desk.trial().arguments().get(1).textProperty().set("llo");
              desk.trial().call();
            }),
        new Step(
            "picture",
            () -> {
              desk.picture().besideProperty().set(Targets.named("aarch64-apple-darwin"));
              desk.drawer().show(Drawer.Tab.PICTURE);
            }),
        new Step("dependency", () -> choose(desk, "Prelude")),
        new Step(
            "dependency-text",
            () -> {
              choose(desk, "Os");
              desk.border().selectedProperty().get().ifPresent(desk.border()::open);
              desk.project()
                  .select(
                      new DependencyEntry("Os", Packages.OS, Packages.os().entries().getFirst()));
            }),
        new Step(
            "two-packages",
            () -> {
              desk.project().openBeside(List.of(Packages.OS));
              desk.drawer().show(Drawer.Tab.FINDINGS);
            }),
        new Step("two-packages-finding", desk.findings()::next),
        new Step("settings", () -> desk.preferences().openProperty().set(true)),
        new Step("help", () -> desk.commands().getLast().action().run()),
        new Step(
            "welcome-over-packages",
            () -> {
              desk.escape();
              desk.project().welcome();
            }),
        new Step(
            "larger",
            () -> {
              desk.look().larger();
              desk.look().larger();
              desk.look().larger();
            }));
  }

  private static void choose(Desk desk, String dependency) {
    desk.border().items().stream()
        .filter(line ->
            line instanceof BorderItem.OfDependency of && of.dependency().name().equals(dependency))
        .findFirst()
        .ifPresent(desk.border()::choose);
  }

  private static void select(Desk desk, String symbol) {
    desk.project().opened().orElseThrow().entries().stream()
        .filter(entry -> entry.symbol().equals(symbol))
        .findFirst()
        .ifPresent(desk.project().selection()::select);
  }

  /// Goes through the steps, with a moment after each for layout and for work that was started.
  private static void pass(ShellFlow flow, Path folder, List<Step> steps, CountDownLatch done) {
    if (steps.isEmpty()) {
      done.countDown();
      return;
    }
    var step = steps.getFirst();
    later(() -> {
      step.action().run();
      later(() -> {
        for (var theme : List.of(Theme.DARK, Theme.LIGHT)) {
          flow.desk.look().themeProperty().set(theme);
          var file = step.name() + "-" + theme.setting() + ".png";
          write(folder.resolve(file), flow.picture());
        }
        pass(flow, folder, steps.subList(1, steps.size()), done);
      });
    });
  }

  private static void later(Runnable action) {
    var pause = new javafx.animation.PauseTransition(javafx.util.Duration.millis(700));
    pause.setOnFinished(_ -> action.run());
    pause.play();
  }

  private static void write(Path file, byte[] picture) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, picture);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
