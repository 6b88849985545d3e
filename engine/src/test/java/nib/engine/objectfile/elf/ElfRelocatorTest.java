package nib.engine.objectfile.elf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.objectfile.DebugSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Relocations of kinds and symbols that take turns, held against what the specification says of
/// each alone: both orders of bytes, of which one is read by a shorter way.
final class ElfRelocatorTest {

  private static final int SYMBOLS = 24;
  private static final int SIZE = 4096;
  private static final int TEXT = 4;
  private static final int INFO = 5;

  /// @param four the kind of relocation that stores 4 bytes
  /// @param eight the one that stores 8
  /// @param none one that does nothing to debugging information
  private record Machine(ByteOrder order, int number, int four, int eight, int none) {}

  @ParameterizedTest
  @CsvSource({"62, 10, 1, 2", "183, 258, 257, 261"})
  void storesWhatEachSays(int number, int four, int eight, int none) throws Exception {
    for (var order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      for (int seed = 0; seed < 200; seed++) {
        check(new Machine(order, number, four, eight, none), new Random(seed));
      }
    }
  }

  private static void check(Machine machine, Random random) throws MalformedFileException {
    var elf = new ElfBytes(machine.order(), machine.number());
    for (int i = 1; i < SYMBOLS; i++) {
      // Local symbols of section 4 and, every third, one of the debugging information.
      if (i % 3 == 0) {
        elf.symbol("debug" + i, 0, 3, INFO);
      } else {
        elf.local("code" + i, 1000L * i, 4);
      }
    }
    var relocations = ByteBuffer.allocate(24 * 300).order(machine.order());
    var expected = ByteBuffer.allocate(SIZE).order(machine.order());
    var targets = new int[SIZE];
    java.util.Arrays.fill(targets, DebugSection.NO_SECTION);
    int symbol = 0;
    for (int at = 0; relocations.hasRemaining(); at += 8) {
      symbol = random.nextInt(3) == 0 ? random.nextInt(SYMBOLS) : symbol;
      long addend = random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(1000);
      int kind = random.nextInt(8);
      int type =
          kind < 5
              ? machine.four()
              : kind < 7 ? machine.eight() : random.nextInt(2) * machine.none();
      relocations.putLong(at).putLong((long) symbol << 32 | type).putLong(addend);
      long of = symbol == 0 ? 0 : symbol % 3 == 0 ? 0x10 : 1000L * symbol;
      if (type == machine.four()) {
        expected.putInt(at, (int) (of + addend));
      } else if (type == machine.eight()) {
        expected.putLong(at, of + addend);
      }
      boolean stored = type == machine.four() || type == machine.eight();
      targets[at] = stored && symbol % 3 != 0 ? TEXT : DebugSection.NO_SECTION;
    }
    elf.section(".text", 1, 6).section(".debug_info", 1, 0, new byte[SIZE]);
    elf.relocations(INFO, relocations.array());
    var section = section(elf);
    assertTrue(section.obstacle().isEmpty());
    assertArrayEquals(expected.array(), section.bytes());
    for (int at = 0; at < SIZE; at++) {
      assertEquals(targets[at], section.targetSection(at), "at " + at);
    }
  }

  private static DebugSection section(ElfBytes elf) throws MalformedFileException {
    return ElfReader.debugSections(ByteView.of(elf.bytes())).section(".debug_info").orElseThrow();
  }

  /// Behind one that is like it, so that the shorter way would be taken.
  private static ElfBytes second(long offset, long info) {
    var relocations = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
    relocations.putLong(0).putLong(1L << 32 | 10).putLong(5);
    relocations.putLong(offset).putLong(info).putLong(6);
    return ElfBytes.x64()
        .local("code", 100, 4)
        .section(".text", 1, 6)
        .section(".debug_info", 1, 0, new byte[16])
        .relocations(INFO, relocations.array());
  }

  @Test
  void refusesPlacesOutsideOfTheSection() {
    for (long offset :
        new long[] {13, 16, 1L << 31, 1L << 32, (1L << 32) + 4, -4, Long.MIN_VALUE}) {
      var elf = second(offset, 1L << 32 | 10);
      assertThrows(MalformedFileException.class, () -> section(elf), "at " + offset);
    }
    assertThrows(MalformedFileException.class, () -> section(second(9, 1L << 32 | 1)));
  }

  @Test
  void refusesSymbolsThatAreNotThere() {
    for (long symbol : new long[] {2, 9, 0x8000_0001L, 0xffff_ffffL}) {
      assertThrows(MalformedFileException.class, () -> section(second(4, symbol << 32 | 10)));
    }
  }

  @Test
  void believesNothingOfASectionWithAnUnknownRelocation() throws MalformedFileException {
    assertFalse(section(second(4, 1L << 32 | 4711)).obstacle().isEmpty());
    assertFalse(section(second(4, 1L << 32 | 18)).obstacle().isEmpty());
    assertTrue(section(second(12, 1L << 32 | 10)).obstacle().isEmpty());
  }
}
