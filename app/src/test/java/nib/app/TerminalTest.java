package nib.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TerminalTest {

  @Test
  void quotesWhatAShellWouldChange() {
    assertEquals(
        "nib call '/my packages/core' greet -- '\"it'\\''s\"' -1 none",
        Terminal.call(Path.of("/my packages/core"), "greet", List.of("\"it's\"", "-1", "none")));
  }

  @Test
  void leavesPlainWordsAlone() {
    assertEquals(
        "nib check /p/core -t x86_64-unknown-linux-gnu",
        Terminal.check(Path.of("/p/core"), "x86_64-unknown-linux-gnu"));
  }
}
