package nib.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.stage.Screen;
import javafx.stage.Stage;
import nib.engine.Workbench;

/// The JavaFX application: one window over one workbench.
public final class WorkbenchApp extends Application {

  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  /// What a window manager commonly puts around a window; it is not known before the window shows.
  private static final double FRAME_SIDES = 4;

  private static final double FRAME_HEIGHT = 36;

  private static final double SMALLEST_WIDTH = 760;
  private static final double SMALLEST_HEIGHT = 520;

  /// What JavaFX cannot hand over: it makes the application itself, from the class.
  private record Start(Supplier<Workbench> workbench, List<Path> open) {
    Start {
      open = List.copyOf(open);
    }
  }

  private static Optional<Start> start = Optional.empty();

  private final Background background =
      new Background(
          Background::onThread,
          Platform::runLater,
          Platform::isFxApplicationThread,
          Background::byTheClock);
  private Optional<Workbench> workbench = Optional.empty();
  private Optional<Settings> settings = Optional.empty();
  private Optional<Stage> window = Optional.empty();

  /// Opens the window and comes back when it is closed.
  static void launch(Supplier<Workbench> workbench, List<Path> open) {
    prepare(workbench, open);
    Application.launch(WorkbenchApp.class);
  }

  /// Says what the application that JavaFX is about to make will work on.
  static void prepare(Supplier<Workbench> workbench, List<Path> open) {
    start = Optional.of(new Start(workbench, open));
  }

  /// Runs before the window and away from its thread, so making the workbench and reading the
  /// settings holds nothing up.
  @Override
  public void init() {
    var made = start.orElseThrow().workbench().get();
    var read = new Settings(made, background);
    read.load();
    workbench = Optional.of(made);
    settings = Optional.of(read);
  }

  @Override
  public void start(Stage stage) {
    window = Optional.of(stage);
    var made =
        new Desk(
            workbench.orElseThrow(),
            background,
            settings.orElseThrow(),
            new SystemFilePicker(window::orElseThrow));
    Thread.setDefaultUncaughtExceptionHandler((_, mistake) -> unexpected(made, mistake));
    var content = new Shell(made);
    stage.setTitle("Nib");
    stage.setMinWidth(SMALLEST_WIDTH);
    stage.setMinHeight(SMALLEST_HEIGHT);
    var size = made.settings().get(Settings.SIZE).orElse("").split("x", -1);
    var room = Screen.getPrimary().getVisualBounds();
    // A window that was left on a larger screen is made to fit this one.
    stage.setScene(
        content.scene(
            Math.min(side(size, 0, WIDTH), room.getWidth() - FRAME_SIDES),
            Math.min(side(size, 1, HEIGHT), room.getHeight() - FRAME_HEIGHT)));
    InvalidationListener rename = _ -> stage.setTitle(title(made));
    made.project().openedProperty().addListener(rename);
    made.project().fileProperty().addListener(rename);
    stage
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (focused) {
            made.project().reread();
          }
        });
    stage.setOnCloseRequest(event -> {
      event.consume();
      made.editor().leaving().leave(_ -> true, stage::close);
    });
    stage.setOnHiding(_ -> {
      content.remember();
      made.settings()
          .put(
              Settings.SIZE,
              "%.0fx%.0f".formatted(stage.getScene().getWidth(), stage.getScene().getHeight()));
    });
    stage.show();
    made.start();
    made.project().watch(stage::isShowing);
    start.map(Start::open).filter(paths -> !paths.isEmpty()).ifPresent(made.project()::openBeside);
  }

  @Override
  public void stop() {
    settings.ifPresent(Settings::save);
    workbench.ifPresent(Workbench::close);
  }

  private static String title(Desk desk) {
    return desk.project().title().map(name -> name + " – Nib").orElse("Nib");
  }

  /// A mistake of Nib's own is a sentence and a line in the log; the program goes on.
  private static void unexpected(Desk desk, Throwable mistake) {
    var failure = Background.mistake("", mistake);
    Platform.runLater(() -> desk.project().say(failure));
  }

  private static double side(String[] size, int index, double otherwise) {
    try {
      return size.length == 2 ? Math.max(400, Double.parseDouble(size[index])) : otherwise;
    } catch (NumberFormatException _) {
      return otherwise;
    }
  }
}
