package nib.engine.hostile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import nib.engine.archive.ArchiveBytes;
import nib.engine.binary.NameTable;
import nib.engine.objectfile.elf.ElfBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names that somebody chose to cost a reader the square of their number.
final class CostlyNamesTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /// Of the thread's own time. Honest work takes a tenth of it, the square a hundred times as much.
  private static final long MOST_NANOSECONDS = Duration.ofSeconds(3).toNanos();

  private static final int MANY = 30_000;

  @TempDir private Path folder;

  @Test
  void manySymbolsInASectionWithALongName() throws Exception {
    var elf = ElfBytes.x64().section(".text." + "x".repeat(200_000) + "f", 1, 6);
    for (int i = 0; i < MANY; i++) {
      elf.symbol("f", 1, 2, 4);
    }
    reads(elf.bytes());
  }

  @Test
  void manySymbolsOfOneName() throws Exception {
    var elf = ElfBytes.x64().section(".text", 1, 6);
    for (int i = 0; i < 10 * MANY; i++) {
      elf.symbol("f", 1, 2, 4);
    }
    reads(elf.bytes());
  }

  /// `Aa` and `BB` are one to Java's own hash code.
  @Test
  void manyMembersWhoseNamesHaveOneHashCode() throws Exception {
    var names = new StringBuilder();
    for (int i = 0; i < 1 << 14; i++) {
      for (int bit = 0; bit < 14; bit++) {
        names.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      names.append("/\n");
    }
    var archive = new ArchiveBytes().member("//", names.toString());
    for (int i = 0; i < 1 << 14; i++) {
      archive.member("/" + 30 * i, "");
    }
    reads(archive.bytes());
  }

  /// Sixteen letters of which the last eight undo what a hash without a secret made of the first.
  @Test
  void manyNamesThatWouldCollideWithoutASecret() {
    long before = THREADS.getCurrentThreadCpuTime();
    var names = new NameTable.Builder();
    var bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    for (long i = 0; i < 4 * MANY; i++) {
      long mixed = Long.rotateLeft(16 ^ i, 25) * 0x9e37_79b9_7f4a_7c15L;
      bytes.putLong(0, i).putLong(8, mixed ^ 0x1234);
      names.number(bytes.array(), 0, 16);
    }
    soon(before);
    assertTrue(names.size() == 4 * MANY);
  }

  private void reads(byte[] bytes) throws Exception {
    var file = Files.write(folder.resolve("l.a"), bytes);
    long before = THREADS.getCurrentThreadCpuTime();
    Reading.everything(file, file, List.of("f", new String(new byte[0], StandardCharsets.UTF_8)));
    soon(before);
  }

  private static void soon(long before) {
    long took = THREADS.getCurrentThreadCpuTime() - before;
    assertTrue(took < MOST_NANOSECONDS, () -> "took %d ms".formatted(took / 1_000_000));
  }
}
