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

/// `nib symbols --signatures`.
final class SignaturesTest {

  @TempDir private Path folder;
  private Nib nib = new Nib(Path.of(""));

  @BeforeEach
  void archive() throws IOException, InterruptedException {
    nib = new Nib(folder);
    Files.writeString(
        folder.resolve("a.c"), "\ndouble add(double a, const char *b) { return a; }\n");
    Files.writeString(folder.resolve("b.c"), "int sub(int a) { return a; }\n");
    run("gcc", "-g", "-c", "a.c");
    run("gcc", "-g0", "-c", "b.c");
    run("ar", "rcs", "libab.a", "a.o", "b.o");
  }

  @Test
  void showsSignaturesAndWhyThereAreNone() {
    var result = nib.run("symbols", "--signatures", folder.resolve("libab.a").toString());
    assertEquals("", result.err());
    assertEquals(0, result.status());
    assertTrue(result.out().contains("  add: double add(double a, const char *b)  "), result.out());
    assertTrue(result.out().contains("a.c:2"), result.out());
    assertTrue(result.out().contains("  sub: no debug information"), result.out());
  }

  @Test
  void saysOnceThatNothingIsKnownOfSeveralFunctions() throws Exception {
    Files.writeString(folder.resolve("c.c"), "int f(void) { return 1; } int g(void) { return 2; }");
    run("gcc", "-c", "c.c");
    var result = nib.run("symbols", "--signatures", folder.resolve("c.o").toString());
    assertTrue(result.out().endsWith("c.o\n  2 functions: no debug information\n"), result.out());
  }

  @Test
  void looksNamesUp() {
    String library = folder.resolve("libab.a").toString();
    var result = nib.run("symbols", "--signatures", "--named", "sub", "--named", "mul", library);
    assertEquals("sub: no debug information  libab.a(b.o)\n", result.out());
    assertTrue(result.err().contains("libab.a does not define mul"), result.err());
    assertEquals(2, result.status());
  }

  @Test
  void answersMachines() {
    String library = folder.resolve("libab.a").toString();
    var all = nib.run("symbols", "--signatures", "--format", "json", library).out();
    assertTrue(all.contains("\"text\" : \"double add(double a, const char *b)\""), all);
    assertTrue(all.contains("\"reason\" : \"no-debug-information\""), all);
    var one =
        nib.run("symbols", "--signatures", "--named", "add", "--format", "json", library).out();
    assertTrue(one.contains("\"member\" : \"a.o\""), one);
  }

  private void run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(List.of(command)).directory(folder.toFile()).inheritIO();
    assertEquals(0, process.start().waitFor(), () -> String.join(" ", command));
  }
}
