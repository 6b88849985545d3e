package nib.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WindowTest {

  @TempDir private Path folder;

  /// With GTK on the machine it is the display that is not there, without it the libraries.
  @Test
  void saysWhatKeepsAWindowFromOpening() throws IOException, InterruptedException {
    var error = folder.resolve("error");
    var command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            folder.toString());
    command.environment().put("DISPLAY", ":4711");
    command.environment().put("XDG_STATE_HOME", folder.toString());
    var process = command.redirectError(error.toFile()).start();
    assertTrue(process.waitFor(5, TimeUnit.MINUTES));
    String said = Files.readString(error);
    assertTrue(
        said.contains("display :4711") || said.contains("which windows are drawn with"), said);
    assertTrue(said.contains("cure: "), said);
    assertFalse(said.contains("a mistake in Nib"), said);
    assertFalse(said.contains("\tat "), said);
    assertEquals(Status.FAILED, process.exitValue());
  }

  @Test
  void knowsLibrariesThatAreNotThere() {
    assertFalse(Window.isThere("libnib-does-not-exist.so.0"));
    assertEquals(System.getProperty("os.name").equals("Linux"), Window.isThere("libc.so.6"));
    var failure = Window.withoutLibrary("libgtk-3.so.0").failure();
    assertEquals(
        "libgtk-3.so.0, which windows are drawn with, is not on this machine", failure.what());
    assertTrue(failure.cure().contains("libgtk-3-0"));
  }
}
