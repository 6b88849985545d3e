package nib.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import nib.cli.Nib.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is wrong with the input is one sentence with a cure.
final class BadInputTest {

  @TempDir private Path folder;
  private Nib nib = new Nib(Path.of(""));
  private Path pen = Path.of("");

  @BeforeEach
  void ownFolders() throws IOException {
    nib = new Nib(folder);
    pen = Files.createDirectories(folder.resolve("package"));
    file("pen.json", "{\"type\": \"library\", \"dependencies\": {}}");
    file("Module.pen", "import foreign \"c\" f \\() number\n\nF = \\() number {\n  f()\n}\n");
  }

  @Test
  void aFolderWithoutAPackage() throws IOException {
    Files.delete(pen.resolve("pen.json"));
    check(nib.run("foreign", pen.toString()), 2, "has a pen.json");
  }

  @Test
  void brokenJson() throws IOException {
    file("pen.json", "{\"type\": }");
    check(nib.run("foreign", pen.toString()), 2, "pen.json:1:10: broken JSON");
  }

  @Test
  void aModuleWithSyntaxErrorsStillShowsTheRest() throws IOException {
    file("Module.pen", "import foreign \"c\" f \\(\nimport foreign \"c\" g \\() number\n");
    var result = nib.run("foreign", pen.toString());
    check(result, 1, "Module.pen:2:1: error: unexpected `import`");
    assertTrue(result.out().contains("double g(void);"), result.out());
  }

  @Test
  void aTruncatedArchive() throws IOException {
    var whole = Path.of(nib.run("build", "-q", Nib.sample("arithmetic")).out().strip());
    var bytes = Files.readAllBytes(whole);
    var cut = folder.resolve("cut.a");
    Files.write(cut, Arrays.copyOf(bytes, bytes.length - 100));
    check(nib.run("symbols", cut.toString()), 2, "cut.a");
    check(nib.run("check", Nib.sample("arithmetic"), "--archive", cut.toString()), 2, "damaged");
  }

  @Test
  void notAnArchive() throws IOException {
    var text = file("notes.a", "These are notes.\n");
    check(nib.run("symbols", text.toString()), 2, "notes.a");
    check(nib.run("symbols", folder.resolve("none.a").toString()), 2, "none.a");
  }

  @Test
  void aScriptThatPrintsNothing() throws IOException {
    script("#!/bin/sh\nexit 0\n");
    check(nib.run("build", "--trust", pen.toString()), 2, "pen-ffi.sh");
  }

  @Test
  void aScriptThatIsNotExecutable() throws IOException {
    file("pen-ffi.sh", "#!/bin/sh\n");
    check(nib.run("build", "--trust", pen.toString()), 2, "is not executable");
  }

  @Test
  void aScriptThatNeverEnds() throws IOException {
    script("#!/bin/sh\nsleep 1000\n");
    check(nib.run("build", "--trust", "--script-timeout", "1", pen.toString()), 2, "1 s");
  }

  @Test
  void aScriptThatNobodyAllowed() throws IOException {
    var made = folder.resolve("made");
    script("#!/bin/sh\ntouch " + made + "\n");
    check(nib.run("build", pen.toString()), 2, "has not been trusted to run yet");
    check(nib.run("check", pen.toString()), 2, "has not been trusted to run yet");
    check(nib.run("call", pen.toString(), "f"), 2, "has not been trusted to run yet");
    assertFalse(Files.exists(made));
    nib.run("build", "--trust", pen.toString());
    assertTrue(Files.exists(made));
  }

  @Test
  void wrongUsage() {
    check(nib.run("symbols"), 64, "Missing required parameter");
    check(nib.run("foreign", "--formt", "json"), 64, "--formt");
    check(nib.run("call", Nib.sample("arithmetic")), 64, "function's name is missing");
    check(nib.run("call", Nib.sample("arithmetic"), "add", "1", "--tiemout"), 64, "--tiemout");
  }

  @Test
  void unknownTargetsAndFunctions() {
    check(nib.run("build", "-t", "pdp11", Nib.sample("text")), 2, "`pdp11` is no target");
    check(nib.run("call", Nib.sample("arithmetic"), "ad", "1", "2"), 2, "no foreign import `ad`");
    check(nib.run("call", Nib.sample("arithmetic"), "add", "1"), 2, "takes 2 arguments, not 1");
    check(nib.run("call", Nib.sample("arithmetic"), "add", "1", "x"), 2, "argument 2 of add");
  }

  @Test
  void failuresAreJsonWhereJsonWasAskedFor() throws IOException {
    Files.delete(pen.resolve("pen.json"));
    var result = nib.run("foreign", "--format", "json", pen.toString());
    assertEquals(2, result.status());
    assertTrue(result.out().contains("\"schema\" : \"nib.failure/1\""), result.out());
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(pen.resolve(name), text);
  }

  private void script(String text) throws IOException {
    assertTrue(file("pen-ffi.sh", text).toFile().setExecutable(true));
  }

  private static void check(Result result, int status, String sentence) {
    assertEquals(status, result.status(), () -> result.out() + result.err());
    assertTrue(result.err().contains(sentence), result.err());
    assertFalse(result.err().contains("\tat "), result.err());
    if (status == 2) {
      assertTrue(result.err().contains("  cure: "), result.err());
    }
  }
}
