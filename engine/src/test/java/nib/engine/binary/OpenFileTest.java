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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
  void showsManyThreadsTheBytesTheyAskFor() throws Exception {
    var content = new byte[3 << 20];
    new Random(5).nextBytes(content);
    try (var file = OpenFile.open(Files.write(folder.resolve("large"), content));
        var threads = Executors.newFixedThreadPool(8)) {
      var reads = new ArrayList<Future<Boolean>>();
      for (int i = 0; i < 8; i++) {
        var random = new Random(i);
        reads.add(
            threads.submit(() -> {
              for (int round = 0; round < 300; round++) {
                int at = random.nextInt(content.length);
                int length = random.nextInt(Math.min(100_000, content.length - at) + 1);
                byte[] wanted = Arrays.copyOfRange(content, at, at + length);
                if (!Arrays.equals(wanted, file.bytes().copy(at, length))) {
                  return false;
                }
              }
              return true;
            }));
      }
      for (var read : reads) {
        assertTrue(read.get());
      }
    }
  }

  @Test
  void staysWithTheFileThatItOpened() throws IOException, MalformedFileException {
    var path = Files.write(folder.resolve("some"), new byte[2 << 20]);
    try (var file = OpenFile.open(path)) {
      Files.delete(path);
      var other = new byte[2 << 20];
      Arrays.fill(other, (byte) 1);
      Files.write(path, other);
      for (int at = 0; at < 2 << 20; at += 1 << 16) {
        assertEquals(0, file.bytes().copy(at, 1)[0]);
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
