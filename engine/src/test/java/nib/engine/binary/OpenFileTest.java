package nib.engine.binary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OpenFileTest {

  @TempDir private Path folder;

  @Test
  void showsTheBytesOfAFile() throws IOException, MalformedFileException {
    var path = Files.write(folder.resolve("some"), new byte[] {1, 2, 3});
    try (var file = OpenFile.open(path)) {
      assertEquals(3, file.bytes().size());
      assertEquals(3, file.bytes().u8(2));
      assertTrue(file.whole());
    }
  }

  @Test
  void showsTheSameThroughAWindowOfItsOwn() throws IOException, MalformedFileException {
    var content = new byte[10_000];
    new Random(2).nextBytes(content);
    try (var file = OpenFile.open(Files.write(folder.resolve("long"), content))) {
      var part = file.bytes().slice(100, 9_000);
      var alone = part.windowed();
      for (int at : new int[] {0, 4_095, 5_000, 17, 8_999}) {
        assertEquals(part.u8(at), alone.u8(at));
        assertArrayEquals(part.copy(at / 2, 60), alone.copy(at / 2, 60));
      }
    }
  }

  @Test
  void opensAnEmptyFile() throws IOException {
    try (var file = OpenFile.open(Files.createFile(folder.resolve("empty")))) {
      assertEquals(0, file.bytes().size());
      assertThrows(MalformedFileException.class, () -> file.bytes().u8(0));
    }
  }

  @Test
  void givesNothingOutOnceItIsClosed() throws IOException {
    var path = Files.write(folder.resolve("some"), new byte[] {1, 2, 3});
    var file = OpenFile.open(path);
    file.close();
    assertThrows(ReadFailedException.class, () -> file.bytes().u8(0));
  }

  @Test
  void leavesAMissingFileToTheCaller() {
    assertThrows(NoSuchFileException.class, () -> OpenFile.open(folder.resolve("none")));
  }

  @Test
  void survivesAFileThatIsCutShortByAnother() throws IOException {
    var path = Files.write(folder.resolve("shrinking"), new byte[1 << 16]);
    try (var file = OpenFile.open(path)) {
      try (var other = FileChannel.open(path, StandardOpenOption.WRITE)) {
        other.truncate(10);
      }
      assertThrows(MalformedFileException.class, () -> file.bytes().copy(40_000, 100));
      assertFalse(file.whole());
    }
  }
}
