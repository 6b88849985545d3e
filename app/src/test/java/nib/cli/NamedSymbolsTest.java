package nib.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `nib symbols --named`.
final class NamedSymbolsTest {

  @TempDir private Path folder;
  private Nib nib = new Nib(Path.of(""));

  @BeforeEach
  void archive() throws IOException, InterruptedException {
    nib = new Nib(folder);
    Files.writeString(folder.resolve("a.c"), "int twice(void) { return 2; } int only = 1;");
    Files.writeString(folder.resolve("b.c"), "int twice(void) { return 3; }");
    run("gcc", "-c", "a.c", "b.c");
    run("ar", "rcs", "libab.a", "a.o", "b.o");
  }

  @Test
  void saysWhereTheFirstDefinitionIs() {
    var result = nib.run("symbols", "--named", "only", "--named", "twice", file("libab.a"));
    assertEquals("", result.err());
    assertEquals(
        """
        0000000000000000 D only  libab.a(a.o)
        0000000000000000 T twice  libab.a(a.o) and 1 more member
        """,
        result.out());
    assertEquals(0, result.status());
  }

  @Test
  void takesAnObjectFileForNoMember() {
    var result = nib.run("symbols", "--named", "only", file("a.o"));
    assertEquals("0000000000000000 D only  a.o\n", result.out());
  }

  @Test
  void failsWhereANameIsNotDefined() {
    var result = nib.run("symbols", "--named", "none", file("libab.a"));
    assertEquals("", result.out());
    assertTrue(result.err().contains("libab.a does not define none"), result.err());
    assertEquals(Status.FAILED, result.status());
  }

  @Test
  void doesNotLookForDefinitionsAmongWhatIsUndefined() {
    for (var option : List.of("--named=only", "--signatures")) {
      var result = nib.run("symbols", "-u", option, file("libab.a"));
      assertEquals(Status.USAGE, result.status());
      assertTrue(result.err().contains("do not go together"), result.err());
    }
    var quick = nib.run("symbols", "-u", "--named", "only", file("libab.a"));
    assertEquals(Status.USAGE, quick.status());
  }

  @Test
  void answersMachines() {
    var text = nib.run("symbols", "--named", "only", "--format", "json", file("libab.a")).out();
    assertTrue(text.contains("\"member\" : \"a.o\""), text);
    assertTrue(text.contains("\"letter\" : \"D\""), text);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private void run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(List.of(command)).directory(folder.toFile()).inheritIO();
    assertEquals(0, process.start().waitFor(), () -> String.join(" ", command));
  }
}
