package nib.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Modules that nobody writes: each is one sentence with a place, and the rest of the package is
/// still shown. The limits are far beyond what any of it takes.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class HostileModuleTest {

  private static final int DEEP = 100_000;

  @TempDir private Path folder;
  private Nib nib = new Nib(Path.of(""));
  private Path pen = Path.of("");

  @BeforeEach
  void writePackage() throws IOException {
    nib = new Nib(folder);
    pen = Files.createDirectories(folder.resolve("package"));
    Files.writeString(pen.resolve("pen.json"), "{\"type\": \"library\", \"dependencies\": {}}");
    Files.writeString(
        pen.resolve("Sound.pen"), "foreign \"c\" sound = \\(x number) number {\n  x\n}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[any ", "if true { ", "\\() any { ", "!"})
  void bracketsInBracketsInBodies(String open) throws IOException {
    check(
        "F = \\() any {\n  " + open.repeat(DEEP) + "\n",
        "Hostile.pen:2:",
        "stand inside one another");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "{number: ", "\\() "})
  void bracketsInBracketsInTypes(String open) throws IOException {
    check("type deep = " + open.repeat(DEEP) + "\n", "Hostile.pen:1:", "stand inside one another");
  }

  @Test
  void bracketsThatCloseNothing() throws IOException {
    check("f = \\() none {\n  none\n}\n" + ")".repeat(DEEP), "Hostile.pen:4:1:", "unexpected `)`");
  }

  @Test
  void nulBytes() throws IOException {
    check("f = \\() none {\n  \u0000none\n}\n", "Hostile.pen:2:3:", "U+0000");
    check("\u0000".repeat(DEEP), "Hostile.pen:1:1:", "U+0000");
  }

  @Test
  void bytesThatAreNoText() throws IOException {
    check(
        "f = \\() string {\n  \"caf\u00e9\"\n}\n".getBytes(StandardCharsets.ISO_8859_1),
        "2:7",
        "UTF-8");
  }

  @Test
  void aFileOfFiftyMegabytes() throws IOException {
    try (var file = new RandomAccessFile(pen.resolve("Hostile.pen").toFile(), "rw")) {
      file.setLength(50L << 20);
    }
    complainsOnce("Hostile.pen:1:1:", "33,554,432 bytes");
  }

  private void check(String text, String place, String words) throws IOException {
    check(text.getBytes(StandardCharsets.UTF_8), place, words);
  }

  private void check(byte[] text, String place, String words) throws IOException {
    Files.write(pen.resolve("Hostile.pen"), text);
    complainsOnce(place, words);
  }

  private void complainsOnce(String place, String words) {
    var result = nib.run("foreign", pen.toString());
    assertEquals(1, result.status(), result.err());
    List<String> complaints = result.err().lines().filter(line -> !line.startsWith("  ")).toList();
    assertEquals(1, complaints.size(), result.err());
    assertTrue(complaints.getFirst().contains(place), result.err());
    assertTrue(complaints.getFirst().contains(words), result.err());
    assertTrue(result.out().contains("double sound(double x);"), result.out());
  }
}
