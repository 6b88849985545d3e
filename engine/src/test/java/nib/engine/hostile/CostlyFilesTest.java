package nib.engine.hostile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import nib.engine.archive.ArchiveBytes;
import nib.engine.binary.NameTable;
import nib.engine.objectfile.elf.ElfBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that somebody made to cost a reader the square of their size, or all of its memory.
final class CostlyFilesTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /// Of the thread's own time, which a busy machine doubles. Honest work takes two seconds at most,
  /// the square more than this even where its steps are the shortest.
  private static final long MOST_NANOSECONDS = Duration.ofSeconds(8).toNanos();

  private static final int MANY = 30_000;

  @TempDir private Path folder;

  @Test
  void manySymbolsInASectionWithALongName() throws Exception {
    var elf = ElfBytes.x64().section(".text." + "x".repeat(2_000_000) + "f", 1, 6);
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
    for (int i = 0; i < 1 << 15; i++) {
      for (int bit = 0; bit < 15; bit++) {
        names.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      names.append("/\n");
    }
    var archive = new ArchiveBytes().member("//", names.toString());
    for (int i = 0; i < 1 << 15; i++) {
      archive.member("/" + 32 * i, "");
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

  /// Each of them would fit.
  @Test
  void compressedSectionsThatTakeAllMemoryTogether() throws Exception {
    int size = 200 << 20;
    var packed = new byte[1 << 20];
    var deflater = new Deflater();
    deflater.setInput(new byte[size]);
    deflater.finish();
    int length = deflater.deflate(packed);
    deflater.end();
    var content = ByteBuffer.allocate(24 + length).order(ByteOrder.LITTLE_ENDIAN);
    content.putInt(1).putInt(0).putLong(size).putLong(1).put(packed, 0, length);
    var elf = ElfBytes.x64().section(".text", 1, 6);
    for (int i = 0; i < 60; i++) {
      elf.section(".debug_info", 1, 0x800, content.array());
    }
    reads(elf.symbol("f", 1, 2, 4).bytes());
  }

  @Test
  void manySectionsOfRelocationsForOne() throws Exception {
    var elf = ElfBytes.x64().section(".text", 1, 6).symbol("f", 1, 2, 4);
    elf.section(".debug_info", 1, 0, new byte[4096]).section(".debug_abbrev", 1, 0, new byte[64]);
    elf.section(".rela.debug_info", 4, 0, new byte[24_000_000]);
    byte[] bytes = elf.bytes();
    var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int headers = (int) in.getLong(0x28);
    int count = in.getShort(0x3c);
    var header = Arrays.copyOfRange(bytes, headers + 64 * (count - 1), headers + 64 * count);
    ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).putInt(44, count - 3);
    int more = 20_000;
    var out = ByteBuffer.allocate(bytes.length + 64 * more).put(bytes);
    for (int i = 0; i < more; i++) {
      out.put(header);
    }
    out.order(ByteOrder.LITTLE_ENDIAN).putShort(0x3c, (short) (count + more));
    reads(out.array());
  }

  private void reads(byte[] bytes) throws Exception {
    var file = Files.write(folder.resolve("l.a"), bytes);
    long before = THREADS.getCurrentThreadCpuTime();
    Reading.everything(file, file, List.of("f", ""));
    soon(before);
  }

  private static void soon(long before) {
    long took = THREADS.getCurrentThreadCpuTime() - before;
    assertTrue(took < MOST_NANOSECONDS, () -> "took %d ms".formatted(took / 1_000_000));
  }
}
