package nib.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `nib symbols` asked about what goes on between members.
final class AcrossTest {

  @TempDir private Path folder;
  private Nib nib = new Nib(Path.of(""));

  @BeforeEach
  void archives() throws IOException {
    nib = new Nib(folder);
    compile("a.o", "int b(void); int a(void) { return b(); }");
    compile("b.o", "extern int nowhere; int b(void) { return nowhere; }");
    tool("ar", "rcs", "l.a", "a.o", "b.o");
    compile("b.o", "int b(void) { return 1; }");
    tool("ar", "rcs", "new.a", "a.o", "b.o");
  }

  @Test
  void members() {
    var result = run(0, "--members", path("l.a"));
    assertTrue(result.out().contains("a.o  ELF 64-bit"), result.out());
    assertTrue(result.out().endsWith("index: 2 symbols, as the members have it\n"), result.out());
    tool("ar", "rcS", "bare.a", "a.o");
    var bare = run(1, "--members", path("bare.a"));
    assertTrue(bare.err().contains("cure: write the index anew: ranlib"), bare.err());
  }

  @Test
  void needs() {
    var result = run(0, "--needs", "b", "--needs", "a", path("l.a"));
    assertEquals(
        """
        b
          defined  T       l.a(b.o)  function
          needed   U       l.a(a.o)
        a
          defined  T       l.a(a.o)  function
        """,
        result.out().replaceAll(", \\d+ bytes", ""));
    run(2, "--needs", "absent", path("l.a"));
  }

  @Test
  void pulls() {
    var result = run(0, "--pulls", "a", path("l.a"));
    assertEquals(
        """
        l.a(a.o) for a, which was asked for
        l.a(b.o) for b, which l.a(a.o) needs
        2 of 2 members, as GNU ld pulls them in
        needed and defined by none of them:
          nowhere, which l.a(b.o) needs
        """,
        result.out());
    var both = run(0, "--pulls", "a", "--pulls", "b", "--linker", "lld", path("l.a"));
    assertTrue(both.out().contains("as lld pulls them in"), both.out());
    run(2, "--pulls", "absent", path("l.a"));
  }

  @Test
  void anArchiveThatWasSearchedTooEarlyIsAFinding() {
    tool("ar", "rcs", "onlyb.a", "b.o");
    tool("ar", "rcs", "onlya.a", "a.o");
    var result = run(1, "--pulls", "a", path("onlyb.a"), path("onlya.a"));
    assertTrue(result.err().contains("which had been searched before"), result.err());
    run(0, "--pulls", "a", path("onlya.a"), path("onlyb.a"));
  }

  @Test
  void compare() {
    var result = run(1, "-g", path("l.a"), "--compare", path("new.a"));
    assertTrue(result.out().contains("~ l.a(b.o): 1"), result.out());
    assertTrue(result.out().contains("    - nowhere  (U global undefined)\n"), result.out());
    run(0, path("l.a"), "--compare", path("l.a"));
    run(2, path("l.a"), path("l.a"), "--compare", path("l.a"));
  }

  @Test
  void oneQuestionAtATime() {
    var both = run(64, "--members", "--needs", "a", path("l.a"));
    assertTrue(both.err().startsWith("nib: `--members`, `--needs` do not go together"), both.err());
    var alone = run(64, "--linker", "lld", path("l.a"));
    assertTrue(alone.err().startsWith("nib: `--pulls SYMBOL` is missing\n"), alone.err());
    for (String option : List.of("--signatures", "-U", "-u", "-g", "--named=a")) {
      var listing = run(64, "--needs", "a", option, path("l.a"));
      assertTrue(listing.err().contains("do not go together"), listing.err());
    }
    run(64, "--linker", "lld", path("l.a"));
  }

  @Test
  void everyAnswerIsOneDocument() throws IOException {
    for (var question :
        List.of(
            List.of("--members"),
            List.of("--needs", "a"),
            List.of("--pulls", "a"),
            List.of("--compare", path("new.a")))) {
      var arguments = new ArrayList<>(List.of("symbols", "--format", "json", path("l.a")));
      arguments.addAll(question);
      var result = nib.run(arguments.toArray(String[]::new));
      try (var parser = new JsonFactory().createParser(result.out())) {
        parser.nextToken();
        parser.nextToken();
        parser.nextToken();
        assertEquals("nib.symbols/1", parser.getText());
        while (parser.nextToken() != null) {
          parser.getText(); // to the end of the one document
        }
      }
    }
  }

  private Nib.Result run(int status, String... arguments) {
    var all = new String[arguments.length + 1];
    all[0] = "symbols";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    var result = nib.run(all);
    assertEquals(status, result.status(), result.out() + result.err());
    return result;
  }

  private void tool(String... command) {
    try {
      var process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, process.waitFor(), said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private void compile(String name, String source) throws IOException {
    Files.writeString(folder.resolve("source.c"), source + "\n");
    tool("gcc", "-c", "-fno-pic", "-fno-pie", "-o", name, "source.c");
  }
}
