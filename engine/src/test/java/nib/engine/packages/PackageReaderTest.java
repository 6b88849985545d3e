package nib.engine.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.engine.PackageFolder;
import nib.engine.diagnostic.FailureException;
import nib.engine.text.SourceText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PackageReaderTest {

  @TempDir private Path folder;
  private PackageFolder pen;

  @BeforeEach
  void makePackage() throws IOException {
    pen = new PackageFolder(folder);
  }

  @Test
  void findsModulesByTheirFirstDot() throws Exception {
    pen.file("A.pen", "").file("b/C.pen", "").file("D.test.pen", "").file(".hidden.pen", "");
    pen.file(".pen/E.pen", "").file("F.pen.txt", "");
    assertEquals(List.of("A.pen", "D.test.pen", "b/C.pen"), paths(pen.read()));
    assertEquals("'b'C", pen.read().modules().getLast().name());
    assertEquals(
        List.of(ModuleKind.ORDINARY, ModuleKind.TEST, ModuleKind.ORDINARY),
        pen.read().modules().stream().map(PenModule::kind).toList());
  }

  @Test
  void readsThePackageAbove() throws Exception {
    pen.file("deep/er/A.pen", "");
    var read = PackageReader.read(folder.resolve("deep/er"), Optional.empty());
    assertEquals(folder.toAbsolutePath(), read.root());
  }

  @Test
  void readsAnUnsavedTextInThePlaceOfItsFile() throws Exception {
    pen.file("A.pen", "type Old = number").file("B.pen", "");
    var unsaved = new SourceText(folder.toAbsolutePath().resolve("A.pen"), "type New = number");
    var read = PackageReader.read(folder, Optional.of(unsaved));
    assertEquals(List.of("A.pen", "B.pen"), paths(read));
    assertEquals("New", read.modules().getFirst().syntax().types().getFirst().name().text());
  }

  @Test
  void saysThatAFolderIsNoPackage() throws Exception {
    Files.delete(folder.resolve("pen.json"));
    check(folder.toAbsolutePath() + " nor a folder above it has a pen.json");
  }

  @Test
  void takesALinkThatLeadsNowhereForAPackage() throws Exception {
    Files.delete(folder.resolve("pen.json"));
    Files.createSymbolicLink(folder.resolve("pen.json"), folder.resolve("pen.json"));
    check("pen.json cannot be read: ");
  }

  @Test
  void saysWhereJsonIsBroken() throws Exception {
    pen.file("pen.json", "{\n  \"type\": \"library\"\n  \"dependencies\": {}\n}");
    check("pen.json:3:3: broken JSON: found `\"`");
    pen.file("pen.json", "{\"type\": ");
    check("pen.json:1:10: broken JSON: the text ends before the object does");
    pen.file("pen.json", "{");
    check("pen.json:1:2: broken JSON: the text ends before the object does");
    pen.file("pen.json", "[]");
    check("pen.json:1:1: not a JSON object");
    pen.file("pen.json", "");
    check("pen.json:1:1: it is empty");
  }

  @Test
  void saysWhatIsWrongWithJsonInItsOwnWords() throws Exception {
    pen.file("pen.json", "// mine\n{}");
    check("pen.json:1:1: broken JSON: found `/`");
    pen.file("pen.json", "\ufeff{}");
    check("pen.json:1:1: broken JSON: found a byte order mark (U+FEFF)");
    pen.file("pen.json", "{\"type\": \"library\"\0}");
    check("broken JSON: found U+0000");
    pen.file("pen.json", "{\"type\": library}");
    check("broken JSON: `library` is no JSON value");
    pen.file("pen.json", "{\"type\": \"library\", \"type\": \"system\"}");
    check("broken JSON: the key `type` is there twice");
    pen.file("pen.json", "{\"type\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}");
    check("broken JSON: it is nested too deeply");
  }

  @Test
  void goesOnWithATypeThatIsNoWord() throws Exception {
    pen.file("pen.json", "{\"type\": [[\"library\"]], \"dependencies\": {\"A\": \"../a\"}}");
    assertEquals(Map.of("A", "../a"), pen.read().manifest().dependencies());
  }

  @Test
  void takesTheLastOfTwoDependenciesOfOneName() throws Exception {
    pen.file(
        "pen.json",
        "{\"x\": 1, \"x\": 2, \"type\": \"library\",\n"
            + " \"dependencies\": {\"A\": \"../a\", \"A\": \"../b\"}}");
    var read = pen.read();
    assertEquals(Map.of("A", "../b"), read.manifest().dependencies());
    assertEquals(
        List.of("2:32 package `A` is there twice, and the last one counts"),
        read.diagnostics().stream()
            .map(one ->
                "%d:%d %s".formatted(one.location().line(), one.location().column(), one.message()))
            .toList());
  }

  @Test
  void saysWhichDependencyHasNoUrl() throws Exception {
    pen.file("pen.json", "{\"type\": \"library\",\n \"dependencies\": {\n  \"A\": 1}}");
    var said = pen.read().diagnostics().getFirst();
    assertEquals("3:8", said.location().line() + ":" + said.location().column());
  }

  @Test
  void followsLinksAndSeesEachFolderOnce() throws Exception {
    pen.file("A.pen", "").file("b/C.pen", "");
    Files.createSymbolicLink(folder.resolve("b/up"), Path.of(".."));
    var link =
        Files.createSymbolicLink(folder.resolveSibling(folder.getFileName() + "-link"), folder);
    try {
      var read = PackageReader.read(link, Optional.empty());
      assertEquals(List.of("A.pen", "b/C.pen"), paths(read));
      assertEquals(
          link.toAbsolutePath().resolve("A.pen"), read.modules().getFirst().source().file());
      assertEquals(List.of(), read.diagnostics());
    } finally {
      Files.delete(link);
    }
  }

  @Test
  void goesOnWithWrongFields() throws Exception {
    pen.file("pen.json", "{\"type\": \"module\", \"dependencies\": {\"A\": 1, \"B\": \"../b\"}}");
    pen.file("A.pen", "");
    var read = pen.read();
    assertEquals(Map.of("B", "../b"), read.manifest().dependencies());
    assertEquals(List.of("A.pen"), paths(read));
    assertEquals(
        List.of(
            "`dependencies.A` has to be a URL in quotes",
            "`type` has to be `application`, `library` or `system`"),
        read.diagnostics().stream().map(one -> one.message()).toList());
  }

  @Test
  void goesOnWithoutAModuleThatIsNotText() throws Exception {
    pen.file("A.pen", "");
    Files.write(folder.resolve("B.pen"), new byte[] {'a', (byte) 0xff, 'b'});
    var read = pen.read();
    assertEquals(List.of("A.pen"), paths(read));
    assertEquals(
        List.of(
            "the module cannot be read: the byte 0xFF at offset 1 (line 1, column 2) is not"
                + " UTF-8"),
        read.diagnostics().stream().map(one -> one.message()).toList());
  }

  private static List<String> paths(PenPackage read) {
    return read.modules().stream().map(PenModule::path).toList();
  }

  private void check(String sentence) {
    var failure = assertThrows(FailureException.class, () -> pen.read()).failure();
    assertTrue(failure.what().contains(sentence), failure.what());
    assertTrue(!failure.cure().isEmpty());
  }
}
