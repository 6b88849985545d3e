package nib.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `nib header` writes, and what it says of files that differ from it.
final class HeaderCommandTest {

  @TempDir private Path folder;
  private Nib nib = new Nib(Path.of(""));

  @BeforeEach
  void ownFolders() {
    nib = new Nib(folder);
  }

  @Test
  void writesPenHWithoutAPackage() throws Exception {
    var printed = nib.run("header", "--pen-h");
    assertEquals(0, printed.status(), printed.err());
    assertTrue(printed.out().contains("pen_string"), printed.out());
    var file = folder.resolve("pen.h");
    assertEquals(0, nib.run("header", "--pen-h", "-o", file.toString()).status());
    assertEquals(printed.out(), Files.readString(file));
    assertEquals(0, nib.run("header", "--pen-h", "--verify", file.toString()).status());
    Files.writeString(file, printed.out().replace("size_t length;", "int length;"));
    var drifted = nib.run("header", "--pen-h", "--verify", file.toString());
    assertEquals(1, drifted.status());
    assertTrue(drifted.err().startsWith("nib: %s differs from pen.h\n".formatted(file)));
    assertTrue(drifted.err().contains("\n-"), drifted.err());
    assertTrue(
        drifted
            .err()
            .endsWith("cure: write it anew with `nib header --pen-h -o %s`\n".formatted(file)),
        drifted.err());
  }

  @Test
  void refusesWhatSaysNothingToPenH() {
    String add = Nib.sample("arithmetic");
    check(nib.run("header", "--pen-h", add), "`--pen-h` is the same for every package");
    check(nib.run("header", "--pen-h", "--lang", "rust"), "`--pen-h` is a header for C");
    check(nib.run("header", "--pen-h", "-o", "a.h", "--verify", "b.h"), "give one of them");
  }

  @Test
  void showsEveryDifferenceOfADriftedFile() throws Exception {
    String add = Nib.sample("arithmetic");
    var file = folder.resolve("arithmetic.h");
    String written = nib.run("header", add).out();
    Files.writeString(file, written.replace("#include <stddef.h>\n", "") + "/* the end */\n");
    var drifted = nib.run("header", add, "--verify", file.toString());
    assertEquals(1, drifted.status());
    assertEquals("", drifted.out());
    assertTrue(
        drifted
            .err()
            .startsWith(
                """
                nib: %1$s differs from the package's border
                --- %1$s
                +++ nib header %2$s -o %1$s
                @@ -2,6 +2,7 @@
                  * and beside those of other packages: what they have in common is defined once. */
                \s
                 #include <stdbool.h>
                +#include <stddef.h>
                 #include <stdint.h>
                \s
                 #ifdef __cplusplus
                @@\
                """
                    .formatted(file, add)),
        drifted.err());
    assertTrue(drifted.err().contains("\n-/* the end */\n  cure: "), drifted.err());
  }

  @Test
  void endsOfLinesAndAMarkOfTheEncodingAreNoDifference() throws Exception {
    var file = folder.resolve("arithmetic.h");
    String written = nib.run("header", Nib.sample("arithmetic")).out();
    Files.writeString(file, "\uFEFF" + written.strip().replace("\n", "\r\n"));
    assertEquals(
        0, nib.run("header", Nib.sample("arithmetic"), "--verify", file.toString()).status());
  }

  @Test
  void saysWhyAFileCannotBeCompared() throws Exception {
    String add = Nib.sample("arithmetic");
    var file = folder.resolve("a.h");
    var missing = nib.run("header", add, "--verify", file.toString());
    assertEquals(2, missing.status());
    assertEquals(
        "nib: there is no file %2$s\n  cure: write it with `nib header %1$s -o %2$s`\n"
            .formatted(add, file),
        missing.err());
    Files.write(file, new byte[] {(byte) 0xFF, 0});
    var binary = nib.run("header", add, "--verify", file.toString());
    assertEquals(2, binary.status());
    assertTrue(binary.err().startsWith("nib: %s is no text in UTF-8\n".formatted(file)));
    var notAFile = nib.run("header", add, "--verify", folder.toString());
    assertEquals(2, notAFile.status());
    assertTrue(notAFile.err().startsWith("nib: %s cannot be read\n".formatted(folder)));
  }

  @Test
  void doesNotWriteOverWhatAPackageIsMadeOf() throws Exception {
    for (var name : List.of("pen.json", "Main.pen")) {
      var file = folder.resolve(name);
      Files.writeString(file, "mine");
      var ran = nib.run("header", Nib.sample("arithmetic"), "-o", file.toString());
      assertEquals(2, ran.status());
      assertTrue(ran.err().contains("is a file that a Pen package is made of"), ran.err());
      assertEquals("mine", Files.readString(file));
    }
  }

  @Test
  void complainsOfThePackage() throws Exception {
    Files.writeString(folder.resolve("pen.json"), "{\"type\": \"library\", \"dependencies\": {}}");
    Files.writeString(
        folder.resolve("Main.pen"),
        "import foreign \"c\" f \\(number) number\nimport foreign \"c\" g \\(Nowhere) none\n");
    var ran = nib.run("header", folder.toString());
    assertEquals(1, ran.status());
    assertTrue(ran.err().contains("Main.pen:2:24: error: unknown type `Nowhere`"), ran.err());
    assertTrue(ran.out().contains("double f(double a);"), ran.out());
    assertTrue(ran.out().contains("/* import Main.pen g: type `Nowhere` is unknown"), ran.out());
  }

  @Test
  void aDifferenceThatIsLongIsCutShort() throws Exception {
    var file = folder.resolve("pen.h");
    Files.writeString(file, "nothing of it\n".repeat(1_000));
    var drifted = nib.run("header", "--pen-h", "--verify", file.toString());
    assertEquals(1, drifted.status());
    assertTrue(drifted.err().lines().count() < 210, drifted.err());
    assertTrue(drifted.err().contains(" more lines)\n"), drifted.err());
  }

  @Test
  void programsGetTheDifferenceAsText() throws Exception {
    var file = folder.resolve("text.h");
    String[] question = {
      "header", Nib.sample("text"), "--verify", file.toString(), "--format", "json"
    };
    String written = nib.run("header", Nib.sample("text")).out();
    Files.writeString(file, written + "/* the end */\n");
    var drifted = nib.run(question);
    assertTrue(drifted.out().contains("\"matches\" : false"), drifted.out());
    assertTrue(drifted.out().contains("\\n-/* the end */\""), drifted.out());
    Files.writeString(file, written);
    var same = nib.run(question).out();
    assertTrue(same.contains("\"matches\" : true"), same);
    assertTrue(same.contains("\"difference\" : \"\""), same);
  }

  @Test
  void writesRustForPensCrate() throws Exception {
    String text = Nib.sample("text");
    var printed = nib.run("header", text, "--lang", "rust-ffi");
    assertEquals(0, printed.status(), printed.err());
    assertTrue(printed.out().contains("ffi::ByteString"), printed.out());
    var file = folder.resolve("border.rs");
    var capitals = nib.run("header", text, "--lang", "RUST");
    assertEquals(0, capitals.status(), capitals.err());
    Files.writeString(file, capitals.out());
    var other = nib.run("header", text, "--lang", "rust-ffi", "--verify", file.toString());
    assertEquals(1, other.status());
    assertTrue(other.err().contains(" --lang rust-ffi -o "), other.err());
    var json = nib.run("header", text, "--lang", "rust-ffi", "--format", "json");
    assertTrue(json.out().contains("\"language\" : \"rust-ffi\""), json.out());
    check(nib.run("header", text, "--lang", "java"), "takes one of c, rust, rust-ffi, not `java`");
  }

  private static void check(Nib.Result result, String sentence) {
    assertEquals(64, result.status());
    assertTrue(result.err().contains(sentence), result.err());
    assertEquals("", result.out());
  }
}
