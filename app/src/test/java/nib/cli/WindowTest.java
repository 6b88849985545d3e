package nib.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
    assertTrue(said.contains("display :4711") || said.contains("libraries that windows"), said);
    assertTrue(said.contains("cure: "), said);
    assertTrue(!said.contains("a mistake in Nib"), said);
    assertEquals(Status.FAILED, process.exitValue());
  }

  @Test
  void tellsADisplayFromLibraries() {
    var display = Window.unopened(new UnsupportedOperationException("Unable to open DISPLAY"));
    assertTrue(display.failure().what().startsWith("no window can be opened on the display"));
    var library =
        Window.unopened(new UnsupportedOperationException("Unable to load glass GTK library."));
    assertEquals(
        "libraries that windows are drawn with are not on this machine: "
            + "Unable to load glass GTK library.",
        library.failure().what());
    assertTrue(library.failure().cure().contains("libgtk-3-0"));
  }
}
