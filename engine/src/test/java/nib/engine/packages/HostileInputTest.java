package nib.engine.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nib.engine.diagnostic.FailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files and folders that nobody means well with: one located message each.
final class HostileInputTest {

  @TempDir private Path folder;
  private PackageFolders pen;

  @BeforeEach
  void makePackage() throws IOException {
    pen = new PackageFolders(folder).library("a").file("a/Good.pen", "");
  }

  @Test
  void saysWhereAModuleIsNoUtf8() throws Exception {
    byte[] text = "# é\n# x".getBytes(StandardCharsets.UTF_8);
    text[text.length - 1] = (byte) 0xc3;
    Files.write(pen.at("a/A.pen"), text);
    check(
        "a/A.pen:2:3: error: the module cannot be read: the byte 0xC3 at offset 7 (line 2, column"
            + " 3) is not UTF-8");
    pen.file("a/A.pen", "# \ufffd\n");
    check();
  }

  @Test
  void leavesNulToTheParser() throws Exception {
    pen.file("a/A.pen", "# \0\n");
    check();
    assertEquals(2, PackageFolders.opened(pen.load("a")).pen().modules().size());
  }

  @Test
  void refusesFilesOfFiftyMegabytes() throws Exception {
    try (var file = new RandomAccessFile(pen.at("a/A.pen").toFile(), "rw")) {
      file.setLength(50 << 20);
    }
    check("a/A.pen:1:1: error: the module cannot be read: it has more than 33,554,432 bytes");
  }

  @Test
  void refusesWhatIsNoFile() throws Exception {
    assertEquals(
        0, new ProcessBuilder("mkfifo", pen.at("a/Pipe.pen").toString()).start().waitFor());
    Files.createSymbolicLink(pen.at("a/Zero.pen"), Path.of("/dev/zero"));
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            check(
                "a/Pipe.pen:1:1: error: the module cannot be read: it is a device or a pipe, not a"
                    + " file",
                "a/Zero.pen:1:1: error: the module cannot be read: it is a device or a pipe, not a"
                    + " file"));
  }

  @Test
  void saysThatALinkLeadsNowhere() throws Exception {
    Files.createSymbolicLink(pen.at("a/A.pen"), pen.at("nowhere"));
    Files.createSymbolicLink(pen.at("a/B.pen"), pen.at("a/C"));
    Files.createSymbolicLink(pen.at("a/C"), pen.at("a/B.pen"));
    check(
        "a/A.pen:1:1: error: the module cannot be read: the link leads nowhere",
        "a/B.pen:1:1: error: the module cannot be read: the link leads nowhere");
  }

  @Test
  void endsInFoldersThatAreLinkedToAndFro() throws Exception {
    for (int i = 0; i < 4; i++) {
      pen.file("a/d" + i + "/X.pen", "");
    }
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        Files.createSymbolicLink(pen.at("a/d" + i + "/l" + j), pen.at("a/d" + j));
      }
      Files.createSymbolicLink(pen.at("a/d" + i + "/up"), pen.at("a"));
    }
    var modules = PackageFolders.opened(pen.load("a")).pen().modules();
    // Every way through some of the four folders, in every order, and the one module above.
    assertEquals(4 + 4 * 3 + 4 * 3 * 2 + 4 * 3 * 2 + 1, modules.size());
    check();
  }

  @Test
  void stopsInFoldersWithoutEnd() throws Exception {
    for (int i = 0; i < 10; i++) {
      Files.createDirectories(pen.at("a/d" + i));
      for (int j = 0; j < 10; j++) {
        Files.createSymbolicLink(pen.at("a/d" + i + "/l" + j), pen.at("a/d" + j));
      }
    }
    pen.file("a/Z.pen", "import 'Missing\n");
    var graph = pen.load("a");
    assertEquals(
        List.of(
            "a:1:1: error: more than 200,000 files and folders lie in the package; the others are"
                + " not read"),
        pen.said(graph));
    assertEquals(List.of(), pen.imports(graph));
  }

  @Test
  void saysThatAFileIsGoneSinceItWasListed() throws Exception {
    var files = FolderWalk.find(pen.at("a"), true, new FolderMemory(), new ArrayList<>());
    Files.delete(pen.at("a/Good.pen"));
    var thrown =
        assertThrows(UnreadableException.class, () -> new ModuleMemory().module(files.getFirst()));
    assertEquals("it is gone", thrown.why());
    assertEquals(pen.at("a/Good.pen"), thrown.location().file());
  }

  @Test
  void survivesFilesAndFoldersThatComeAndGo() throws Exception {
    var files = new ArrayList<Path>();
    for (int i = 0; i < 50; i++) {
      pen.file("a/x" + i + "/y/M.pen", "");
      files.addAll(
          List.of(pen.at("a/x" + i + "/y/M.pen"), pen.at("a/x" + i + "/y"), pen.at("a/x" + i)));
    }
    var thread =
        Thread.ofPlatform()
            .start(() -> {
              for (var file : files) {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              }
            });
    do {
      for (var one : pen.said(pen.load("a"))) {
        assertTrue(one.contains("it is gone"), one);
      }
    } while (thread.isAlive());
    check();
  }

  @Test
  void goesOnWithoutAFolderThatCannotBeListed() throws Exception {
    pen.file("a/closed/A.pen", "").file("a/B.pen", "import 'closed'A\n");
    var closed = pen.at("a/closed").toFile();
    assertTrue(closed.setReadable(false));
    try {
      assumeTrue(!closed.canRead(), "skipped: the superuser can read everything");
      check("a/closed:1:1: error: the folder cannot be read: permission denied");
      assertEquals(List.of(), pen.imports(pen.load("a")));
    } finally {
      assertTrue(closed.setReadable(true));
    }
  }

  @Test
  void takesAFolderForNoModuleWhateverItsName() throws Exception {
    pen.file("a/Folder.pen/A.pen", "");
    assertEquals(
        List.of("Folder.pen/A.pen", "Good.pen"),
        PackageFolders.opened(pen.load("a")).pen().modules().stream()
            .map(PenModule::path)
            .toList());
  }

  @Test
  void refusesManifestsThatAreNoSmallTexts() throws Exception {
    pen.library("user", "A=../a");
    pen.file("a/pen.json", "{\"x\": \"" + "x".repeat(2 << 20) + "\"}");
    checkManifest("a/pen.json cannot be read: it has more than 1,048,576 bytes");
    pen.file("a/pen.json", "[".repeat(100_000));
    checkManifest("a/pen.json:1:1: not a JSON object");
    Files.write(pen.at("a/pen.json"), new byte[] {'{', '\n', (byte) 0xff});
    checkManifest(
        "a/pen.json cannot be read: the byte 0xFF at offset 2 (line 2, column 1) is not UTF-8");
    Files.delete(pen.at("a/pen.json"));
    Files.createDirectory(pen.at("a/pen.json"));
    checkManifest("a/pen.json is a folder, not a file");
    Files.delete(pen.at("a/pen.json"));
    Files.createSymbolicLink(pen.at("a/pen.json"), Path.of("/dev/zero"));
    checkManifest("a/pen.json is a device or a pipe, not a file");
  }

  private void checkManifest(String what) throws Exception {
    var failure = assertThrows(FailureException.class, () -> pen.load("a")).failure();
    assertEquals(pen.at("").toString() + "/" + what, failure.what());
    assertTrue(!failure.cure().isEmpty());
    assertEquals(
        List.of("user/pen.json:4:10: error: package `A` is not read: " + what),
        pen.said(pen.load("user")));
  }

  private void check(String... said) throws Exception {
    assertEquals(List.of(said), pen.said(pen.load("a")).stream().sorted().toList());
  }
}
