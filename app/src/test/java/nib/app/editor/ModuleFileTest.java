package nib.app.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import nib.app.editor.ModuleFile.Found;
import nib.app.editor.ModuleFile.Outcome;
import nib.engine.diagnostic.FailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModuleFileTest {

  @TempDir private Path folder;

  @Test
  void writesInThePlaceOfWhatWasThere() throws Exception {
    var file = Files.writeString(folder.resolve("A.pen"), "old\r\n");
    assertEquals(
        new Outcome.Written(), ModuleFile.save(file, Optional.of("old\r\n"), "n\u00e9w\r\n"));
    assertEquals("n\u00e9w\r\n", Files.readString(file));
    assertEquals(List.of("A.pen"), names());
  }

  @Test
  void leavesAFileAloneThatSomebodyElseWrote() throws Exception {
    var file = Files.writeString(folder.resolve("A.pen"), "theirs");
    assertEquals(
        new Outcome.Different(new Found.Text("theirs")),
        ModuleFile.save(file, Optional.of("old"), "mine"));
    assertEquals("theirs", Files.readString(file));
  }

  @Test
  void seesThatAFileIsGoneAndWritesItAnewWhenToldTo() throws Exception {
    var file = folder.resolve("gone/A.pen");
    assertEquals(
        new Outcome.Different(new Found.Gone()), ModuleFile.save(file, Optional.of("old"), "mine"));
    assertEquals(new Outcome.Written(), ModuleFile.save(file, Optional.empty(), "mine"));
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void keepsBytesThatAreNoText() throws Exception {
    var file = Files.write(folder.resolve("A.pen"), new byte[] {'a', (byte) 0xff});
    assertEquals(new Found.Unreadable("it is no UTF-8 text"), ModuleFile.read(file));
    assertEquals(
        new Outcome.Different(new Found.Unreadable("it is no UTF-8 text")),
        ModuleFile.save(file, Optional.of("a"), "mine"));
    assertEquals(2, Files.size(file));
  }

  @Test
  void readsNothingThatIsTooLargeForAText() throws Exception {
    var file = folder.resolve("A.pen");
    try (var made = new RandomAccessFile(file.toFile(), "rw")) {
      made.setLength((32 << 20) + 1);
    }
    assertEquals(new Found.Unreadable("it has more than 33,554,432 bytes"), ModuleFile.read(file));
  }

  @Test
  void keepsPermissionsAndLinks() throws Exception {
    var file = Files.writeString(folder.resolve("real.txt"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-----"));
    var link = Files.createSymbolicLink(folder.resolve("A.pen"), Path.of("real.txt"));
    assertEquals(new Outcome.Written(), ModuleFile.save(link, Optional.of("old"), "new"));
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("new", Files.readString(file));
    assertEquals("rwxr-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(List.of("A.pen", "real.txt"), names());
  }

  @Test
  void keepsAllNamesOfAFile() throws Exception {
    var file = Files.writeString(folder.resolve("A.pen"), "a longer text than the next");
    var other = Files.createLink(folder.resolve("B.pen"), file);
    assertEquals(
        new Outcome.Written(),
        ModuleFile.save(file, Optional.of("a longer text than the next"), "new"));
    assertEquals("new", Files.readString(other));
    assertEquals(Files.getAttribute(file, "unix:ino"), Files.getAttribute(other, "unix:ino"));
    assertEquals(List.of("A.pen", "B.pen"), names());
  }

  @Test
  void writesThroughALinkToNothing() throws Exception {
    var link = Files.createSymbolicLink(folder.resolve("A.pen"), Path.of("made.txt"));
    assertEquals(new Outcome.Written(), ModuleFile.save(link, Optional.empty(), "new"));
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("new", Files.readString(folder.resolve("made.txt")));
  }

  @Test
  void savesWhatHasALongName() throws Exception {
    var file = Files.writeString(folder.resolve("A".repeat(251) + ".pen"), "old");
    assertEquals(new Outcome.Written(), ModuleFile.save(file, Optional.of("old"), "new"));
    assertEquals("new", Files.readString(file));
  }

  @Test
  void saysWhyNothingWasWritten() throws Exception {
    // Nobody can write there, whoever runs the test.
    var file = Path.of("/proc/version");
    var text = Files.readString(file);
    var failure =
        assertThrows(FailureException.class, () -> ModuleFile.save(file, Optional.of(text), "new"));
    assertTrue(failure.failure().what().startsWith("version was not saved: "));
    assertEquals(text, Files.readString(file));
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }
}
