package nib.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `nib abi`: what it says of calls, and how it ends.
final class AbiTest {

  private static final String LINUX = "x86_64-unknown-linux-gnu";

  @TempDir private Path folder;
  private Nib nib = new Nib(Path.of(""));

  @BeforeEach
  void writeThePackage() throws IOException {
    nib = new Nib(folder.resolve("state"));
    Files.writeString(
        folder.resolve("pen.json"), "{ \"type\": \"library\", \"dependencies\": {} }");
    Files.writeString(
        folder.resolve("Main.pen"),
        """
        import foreign "c" look \\(string, number, any) boolean
        import foreign "c" split \\(string, string, string, string, string, any) none
        import foreign wait \\(string) any
        import foreign "c" unknown \\(Nowhere) none
        """);
  }

  @Test
  void saysWhereArgumentsTravel() {
    var ran = nib.run("abi", folder.toString(), "look", "-t", LINUX);
    assertEquals("", ran.err());
    assertEquals(Status.FINE, ran.status());
    var lines = ran.out().lines().map(String::strip).toList();
    assertTrue(lines.contains("look on x86_64-unknown-linux-gnu: System V AMD64"), ran.out());
    assertTrue(lines.contains("bool look(pen_string *a, double b, pen_any c);"), ran.out());
    assertTrue(lines.contains("pen_string *a  8 bytes   rdi"), ran.out());
    assertTrue(lines.contains("double b       8 bytes   xmm0"), ran.out());
    assertTrue(
        lines.contains("pen_any c      16 bytes  rsi (bytes 0 to 7), rdx (bytes 8 to 15)"),
        ran.out());
    assertTrue(lines.contains("Result: rax"), ran.out());
  }

  @Test
  void showsSeveralTargets() {
    var ran = nib.run("abi", folder.toString(), "look", "-t", LINUX, "-t", "wasm32-wasi");
    assertTrue(ran.out().contains("look on wasm32-wasip1: WebAssembly basic C ABI"), ran.out());
    assertTrue(ran.out().contains("its address in parameter 2"), ran.out());
  }

  @Test
  void findsWhatPensCompilerDoesDifferently() {
    var ran = nib.run("abi", folder.toString(), "split", "-t", LINUX);
    assertTrue(
        ran.out()
            .contains(
                "argument `f`: for C in stack + 0 to 15, for Pen's compiler in r9, stack + 0"),
        ran.out());
    assertEquals(Status.FOUND, ran.status());
  }

  @Test
  void saysWhatTheContinuationGets() {
    var ran = nib.run("abi", folder.toString(), "wait", "-t", LINUX);
    assertTrue(ran.out().contains("Then `k` is called with"), ran.out());
    assertTrue(ran.out().contains("pen_any      16 bytes  rsi (bytes 0 to 7)"), ran.out());
    assertTrue(ran.out().contains("a chain of continuations that C begins has to end in C"));
    assertEquals(Status.FINE, ran.status());
  }

  @Test
  void drawsOneTargetOrTwo() throws IOException {
    var file = folder.resolve("look.svg");
    var ran = draw(file, LINUX, "aarch64-apple-darwin");
    assertEquals(Status.FINE, ran.status(), ran.err());
    var svg = Files.readString(file);
    assertTrue(svg.startsWith("<svg "), svg);
    assertTrue(svg.contains(">xmm0   b<") && svg.contains(">d0     b<"), svg);

    var third = draw(file, LINUX, "aarch64-apple-darwin", "wasm32-wasi");
    assertEquals(Status.USAGE, third.status());
    assertTrue(third.err().contains("two targets at the most"), third.err());
  }

  private Nib.Result draw(Path file, String... targets) {
    var words =
        new ArrayList<>(List.of("abi", folder.toString(), "look", "--svg", file.toString()));
    for (String target : targets) {
      words.addAll(List.of("-t", target));
    }
    return nib.run(words.toArray(String[]::new));
  }

  @Test
  void showsTheImportAndTheExportOfAName() throws IOException {
    Files.writeString(
        folder.resolve("Other.pen"), "foreign \"c\" look = \\(x number) number { x }\n");
    var ran = nib.run("abi", folder.toString(), "look", "-t", LINUX);
    assertTrue(ran.out().contains("bool look(pen_string *a, double b, pen_any c);"), ran.out());
    assertTrue(ran.out().contains("double look(double x);"), ran.out());
  }

  @Test
  void refusesTooFewAndTooManyWords() {
    var few = nib.run("abi", folder.toString());
    assertEquals(Status.USAGE, few.status());
    assertTrue(few.err().startsWith("nib: FUNCTION is missing: %s is a package".formatted(folder)));
    var many = nib.run("abi", folder.toString(), "look", "wait");
    assertEquals(Status.USAGE, many.status());
    assertTrue(many.err().startsWith("nib: `wait` is one argument too many"), many.err());
  }

  @Test
  void saysWhatIsNotThere() {
    var ran = nib.run("abi", folder.toString(), "lok");
    assertEquals(Status.FAILED, ran.status());
    assertTrue(ran.err().contains("has no foreign function `lok`"), ran.err());
    assertTrue(ran.err().contains("`look` is the nearest"), ran.err());

    var undeclared = nib.run("abi", folder.toString(), "unknown");
    assertEquals(Status.FAILED, undeclared.status());
    assertTrue(undeclared.err().contains("type `Nowhere` is unknown"), undeclared.err());

    var target = nib.run("abi", folder.toString(), "look", "-t", "pdp11");
    assertEquals(Status.FAILED, target.status());
    assertTrue(target.err().contains("`pdp11` is no target that Nib knows"), target.err());
    assertFalse(target.err().contains("Exception"), target.err());
  }
}
