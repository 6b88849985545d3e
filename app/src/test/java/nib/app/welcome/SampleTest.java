package nib.app.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SampleTest {

  @TempDir private Path folder;

  @Test
  void takesTheFirstParagraphAndTheBoldBeginningsOfPoints() throws IOException {
    Files.writeString(
        folder.resolve("README.md"),
        """
        # Text

        Strings that cross
        the `border`. And a second sentence.

        1. **A string is
           no C string.** It has a length.
        2. **Empty is `NULL`.** So check.
        3. Not bold.
        """);
    var sample = Sample.read(folder);
    assertEquals("Strings that cross the border.", sample.line());
    assertEquals(List.of("A string is no C string", "Empty is NULL"), sample.teaches());
  }

  @Test
  void isOnlyANameWithoutAReadme() {
    assertEquals(
        new Sample(folder, String.valueOf(folder.getFileName()), "", List.of()),
        Sample.read(folder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"arithmetic", "text", "greeter-rust", "broken"})
  void findsBothInEverySampleShipped(String name) {
    var sample = Sample.read(Path.of("../sample-packages", name));
    assertFalse(sample.line().isEmpty());
    assertEquals(3, sample.teaches().size(), sample::toString);
  }
}
