package nib.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import nib.cli.Nib.Result;
import nib.engine.LocalWorkbench;
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
  void onePackageThatCannotBeReadHidesNoOther() throws IOException {
    var broken = Files.createDirectories(folder.resolve("broken"));
    Files.writeString(broken.resolve("pen.json"), "{");
    String gone = folder.resolve("gone").toString();
    var text = nib.run("foreign", broken.toString(), pen.toString(), gone);
    check(text, 2, "pen.json:1:2: broken JSON");
    assertTrue(text.err().contains("there is no folder " + gone), text.err());
    assertTrue(text.out().contains("double f(void);"), text.out());
    var json = nib.run("foreign", "--format", "json", pen.toString(), gone);
    assertEquals(2, json.status());
    assertTrue(json.out().contains("\"failures\" : [\n    {\n      \"what\" : \"there is"));
    var none = nib.run("foreign", broken.toString(), gone);
    check(none, 2, "pen.json:1:2: broken JSON");
    assertTrue(none.err().contains("there is no folder " + gone), none.err());
  }

  @Test
  void anErrorInADependency() throws IOException {
    var library = Files.createDirectories(folder.resolve("library"));
    Files.writeString(library.resolve("pen.json"), "{\"type\": \"library\", \"dependencies\": {}}");
    Files.writeString(library.resolve("Wrong.pen"), "f = \\() number { x }\n");
    file("pen.json", "{\"type\": \"library\", \"dependencies\": {\"L\": \"../library\"}}");
    var result = nib.run("foreign", pen.toString());
    check(result, 1, "pen.json:1:43: error: package `L` has an error: nothing here is named `x`");
    assertTrue(result.err().contains("Wrong.pen:1:18: found here"), result.err());
    check(nib.run("check", pen.toString()), 2, "package `L` has an error");
  }

  @Test
  void packagesThatDependOnOneAnother() throws IOException {
    var other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(
        other.resolve("pen.json"),
        "{\"type\": \"library\", \"dependencies\": {\"P\": \"../package\"}}");
    file("pen.json", "{\"type\": \"library\", \"dependencies\": {\"O\": \"../other\"}}");
    check(
        nib.run("foreign", pen.toString()),
        1,
        "pen.json:1:43: error: packages depend on one another: package -> other -> package");
  }

  @Test
  void anArgumentThatIsEmpty() {
    check(nib.run("foreign", ""), 64, "an argument is empty");
    check(nib.run("header", ""), 64, "PACKAGE is empty");
  }

  @Test
  void aModuleWithSyntaxErrorsStillShowsTheRest() throws IOException {
    file("Module.pen", "import foreign \"c\" f \\(\nimport foreign \"c\" g \\() number\n");
    var result = nib.run("foreign", pen.toString());
    check(result, 1, "Module.pen:1:22: error: `\\(` is never closed");
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
    String add = Nib.sample("arithmetic");
    check(nib.run("symbols"), 64, "nib: FILE is missing\n  cure: `nib symbols --help` tells");
    check(nib.run("symbols", ""), 64, "FILE is empty");
    check(nib.run("foreign", "--formt", "json"), 64, "there is no option `--formt`");
    check(nib.run("foreign", "--formt", "json"), 64, "`--format` is the nearest");
    check(nib.run("foreign", "--format"), 64, "`--format` needs a value, FORMAT");
    check(nib.run("header", "a", "b"), 64, "`b` is one argument too many");
    check(nib.run("foreign", "--format", "xml"), 64, "takes one of text, json, not `xml`");
    check(nib.run("call", add), 64, "FUNCTION is missing");
    check(nib.run("call"), 64, "FUNCTION is missing");
    check(nib.run("call", add, "add", "1", "--tiemout"), 64, "no option `--tiemout`");
    check(nib.run("header", add, "-o", "a.h", "--verify", "b.h"), 64, "give one of them");
    check(nib.run("chekc"), 64, "no command and no file `chekc`; the nearest is `nib check`");
  }

  @Test
  void timeLimitsThatAreNone() {
    for (String limit : new String[] {"0", "-1", "NaN", "soon"}) {
      check(
          nib.run("call", "--timeout=" + limit, Nib.sample("arithmetic"), "add", "1", "2"),
          64,
          "`--timeout` takes a number of seconds above 0, not `%s`".formatted(limit));
    }
    var patient = nib.run("call", "--timeout=1e300", Nib.sample("arithmetic"), "add", "1", "2");
    assertEquals("3\n", patient.out(), patient.err());
  }

  @Test
  void anUnknownTargetBehindAKnownOne() throws IOException {
    var made = folder.resolve("made");
    script("#!/bin/sh\ntouch " + made + "\n");
    String here = new LocalWorkbench(folder, folder).host().triple();
    check(nib.run("build", "--trust", "-t", here, "-t", "pdp11", pen.toString()), 2, "`pdp11`");
    assertFalse(Files.exists(made));
  }

  @Test
  void aScriptThatFailsAlikeByBothProtocols() throws IOException {
    script("#!/bin/sh\necho 'unit.c:3: error: oops' >&2\nexit 3\n");
    var result = nib.run("check", "--trust", pen.toString());
    check(result, 2, "ended with status 3");
    assertEquals(1, result.err().lines().filter("  unit.c:3: error: oops"::equals).count());
  }

  @Test
  void aScriptThatPrintsTwoPathsOnOneLine() throws IOException {
    script("#!/bin/sh\necho /one/liba.a /two/libb.a\n");
    check(nib.run("build", "--trust", pen.toString()), 2, "cure: print one path a line");
  }

  @Test
  void aFormatThatIsNotRead() throws IOException {
    var xcoff = folder.resolve("some.o");
    Files.write(xcoff, ByteBuffer.allocate(64).putShort((short) 0x01f7).array()); // of AIX
    for (String format : new String[] {"text", "nm", "json"}) {
      check(
          nib.run("symbols", "--format", format, xcoff.toString()),
          2,
          "whose symbols are not read");
    }
  }

  @Test
  void anObjectFileThatIsCutShort() throws IOException {
    var object = folder.resolve("cut.o");
    Files.write(
        object,
        ByteBuffer.allocate(64)
            .put("\177ELF\2\1\1".getBytes(US_ASCII))
            .put(0x28, (byte) 0xff)
            .array());
    var result = nib.run("symbols", "--format", "nm", object.toString());
    check(result, 2, "cut.o is damaged at 0x");
    assertEquals(1, result.err().lines().filter(line -> line.contains("damaged")).count());
  }

  @Test
  void aHeaderLeavesLinksAndDevicesWhatTheyAre() throws IOException {
    var file = Files.writeString(folder.resolve("real.h"), "old");
    var link = Files.createSymbolicLink(folder.resolve("link.h"), file);
    assertEquals(0, nib.run("header", Nib.sample("text"), "-o", link.toString()).status());
    assertTrue(Files.isSymbolicLink(link));
    assertTrue(Files.readString(file).contains("text_length"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(file, "old");
    assertEquals(0, nib.run("header", Nib.sample("text"), "-o", file.toString()).status());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    var pipe = Files.createSymbolicLink(folder.resolve("null.h"), Path.of("/dev/null"));
    assertEquals(0, nib.run("header", Nib.sample("text"), "-o", pipe.toString()).status());
    assertFalse(Files.isRegularFile(pipe));
    check(nib.run("header", Nib.sample("text"), "-o", folder.toString()), 2, "is a folder");
  }

  @Test
  void anOutputThatTakesNothing() throws Exception {
    assertEquals("2 No space left on device", child(Path.of("/dev/full")));
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

  /// The exit status and the complaint of a run whose standard output goes to `file`.
  private static String child(Path file) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                "nib.cli.Main",
                "foreign",
                Nib.sample("arithmetic"))
            .redirectOutput(file.toFile())
            .start();
    var said = new String(process.getErrorStream().readAllBytes(), UTF_8);
    var why = said.lines().filter(line -> line.startsWith("nib: ")).findFirst().orElse(": " + said);
    return process.waitFor() + why.substring(why.lastIndexOf(':') + 1);
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
