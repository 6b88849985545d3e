package nib.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import nib.app.editor.CallPassage;
import nib.app.style.Theme;
import nib.engine.Workbench;
import nib.files.Png;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The window under a robot: any workbench behind it, hands on mouse and keyboard in front, and
/// waiting for what is to be seen instead of for time to pass.
final class ShellFlow {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final long PATIENCE_SECONDS = 60;

  final Desk desk;
  final Shell shell;
  private final Stage stage;
  private Optional<FxRobot> robot = Optional.empty();

  /// Opens the window. For the window's thread.
  ShellFlow(Workbench workbench, Stage stage, double width, double height) {
    this.stage = stage;
    var background =
        new Background(
            Background::onThread,
            Platform::runLater,
            Platform::isFxApplicationThread,
            Background::byTheClock);
    var settings = new Settings(workbench, background);
    settings.load();
    desk = new Desk(workbench, background, settings, Desks.NOBODY);
    desk.look().themeProperty().set(Theme.LIGHT);
    shell = new Shell(desk);
    stage.setScene(shell.scene(width, height));
    stage.setX(0);
    stage.setY(0);
    stage.show();
    desk.start();
  }

  void by(FxRobot hands) {
    robot = Optional.of(hands);
  }

  void open(Path path) {
    onUi(() -> desk.project().open(path));
    until("open", () -> desk.background().running().isEmpty() && shown("#border-list"));
  }

  void click(String query) {
    until(query + " shows", () -> shown(query));
    hands().clickOn(query);
  }

  void clickText(String text) {
    until(text + " shows", () -> shown(text));
    hands().clickOn(text);
  }

  void doubleClick(String query) {
    hands().doubleClickOn(query);
  }

  void keys(KeyCode... keys) {
    hands().push(keys);
  }

  void type(String text) {
    hands().write(text);
  }

  void replace(String query, String text) {
    click(query);
    hands().push(KeyCode.SHORTCUT, KeyCode.A).write(text);
  }

  boolean shown(String query) {
    return hands().lookup(query).tryQuery().filter(Node::isVisible).isPresent();
  }

  String text(String query) {
    Node node = hands().lookup(query).query();
    return switch (node) {
      case Labeled labeled -> labeled.getText();
      case TextInputControl input -> input.getText();
      case CallPassage passage -> passage.text();
      default -> throw new AssertionError(query + " has no text: " + node);
    };
  }

  void waitForText(String query, String wanted) {
    until(query + " says " + wanted, () -> shown(query) && text(query).contains(wanted));
    assertTrue(text(query).contains(wanted));
  }

  void until(String what, BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> asked(condition));
    } catch (TimeoutException e) {
      screenshot("failed-" + what.replaceAll("\\W+", "-"));
      throw new AssertionError("still not: " + what, e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  void onUi(Runnable action) {
    WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(action));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static boolean asked(BooleanSupplier condition) {
    return WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(condition::getAsBoolean));
  }

  /// Writes what the window shows, light and dark, for a person to look at.
  void screenshots(String name) {
    var before = desk.look().themeProperty().get();
    onUi(() -> desk.look().themeProperty().set(Theme.LIGHT));
    screenshot(name + "-light");
    onUi(() -> desk.look().themeProperty().set(Theme.DARK));
    screenshot(name + "-dark");
    onUi(() -> desk.look().themeProperty().set(before));
  }

  private void screenshot(String name) {
    WaitForAsyncUtils.waitForFxEvents();
    var picture = WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(this::picture));
    try {
      Files.createDirectories(SCREENSHOTS);
      Files.write(SCREENSHOTS.resolve(name + ".png"), picture);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What the window shows, with what floats over it, as a PNG file. For the window's thread.
  byte[] picture() {
    var scene = stage.getScene();
    var image = scene.snapshot(new WritableImage((int) scene.getWidth(), (int) scene.getHeight()));
    Window.getWindows().stream()
        .filter(PopupWindow.class::isInstance)
        .filter(Window::isShowing)
        .forEach(popup -> draw(popup, image));
    int width = (int) image.getWidth();
    return Png.of(pixels(image), width);
  }

  private void draw(Window popup, WritableImage onto) {
    // Without a fill of its own a scene is drawn on white.
    popup.getScene().setFill(Color.TRANSPARENT);
    var over = popup.getScene().snapshot(null);
    var scene = stage.getScene();
    int left = (int) (popup.getX() + popup.getScene().getX() - stage.getX() - scene.getX());
    int top = (int) (popup.getY() + popup.getScene().getY() - stage.getY() - scene.getY());
    int width = (int) over.getWidth();
    var argb = pixels(over);
    for (int at = 0; at < argb.length; at++) {
      int x = left + at % width;
      int y = top + at / width;
      boolean within = x >= 0 && y >= 0 && x < onto.getWidth() && y < onto.getHeight();
      if (within && argb[at] >>> 24 == 0xff) {
        onto.getPixelWriter().setArgb(x, y, argb[at]);
      }
    }
  }

  private static int[] pixels(WritableImage image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var argb = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    return argb;
  }

  private FxRobot hands() {
    return robot.orElseThrow();
  }

  void assertText(String query, String wanted) {
    assertEquals(wanted, text(query));
  }
}
