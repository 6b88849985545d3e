package nib.engine.objectfile.macho;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.objectfile.SectionTotal;
import nib.engine.objectfile.SectionTotal.Content;
import nib.engine.objectfile.Symbol.Binding;
import nib.engine.objectfile.Symbol.Definition;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.objectfile.Symbol.Visibility;
import nib.engine.objectfile.SymbolFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MachReaderTest {

  // n_type: defined in a section, undefined, absolute, indirect; seen by others; by this library.
  private static final int SECTION = 0x0e;
  private static final int ABSOLUTE = 0x02;
  private static final int INDIRECT = 0x0a;
  private static final int EXTERNAL = 0x01;
  private static final int PRIVATE = 0x10;

  @Test
  void readsBothSizesAndOrders() throws Exception {
    for (var mach :
        List.of(
            MachBytes.of(MachBytes.ARM64),
            MachBytes.of(7),
            MachBytes.big(MachBytes.POWERPC),
            MachBytes.big(MachBytes.POWERPC | 0x0100_0000))) {
      var object = read(mach.text().function("_f").symbol("_g", EXTERNAL, 0, 0, 0));
      assertEquals(List.of("T _f", "U _g"), lines(object));
      var function = object.symbols().getFirst();
      assertEquals(16, function.value());
      assertEquals("__TEXT,__text", function.section());
      assertEquals(Kind.FUNCTION, function.kind());
      assertEquals(
          List.of(new SectionTotal("__TEXT,__text", Content.CODE, 1, 24)), object.sections());
    }
  }

  @Test
  void readsEveryKindOfSymbol() throws Exception {
    var mach =
        MachBytes.of(MachBytes.X86_64)
            .text()
            .section("__DATA", "__data", 0)
            .section("__DATA", "__bss", 1)
            .section("__DATA", "__thread_vars", 0x13)
            .section("__TEXT", "__cstring", 2)
            .symbol("_private", SECTION | EXTERNAL | PRIVATE, 1, 0, 0)
            .symbol("_weak", SECTION | EXTERNAL, 1, 0x80, 0)
            .symbol("_weak_reference", EXTERNAL, 0, 0x40, 0)
            .symbol("_common", EXTERNAL, 0, 3 << 8, 24)
            .symbol("_absolute", ABSOLUTE | EXTERNAL, 0, 0, 0x1234)
            .symbol("_data", SECTION | EXTERNAL, 2, 0, 0)
            .symbol("zeroed", SECTION, 3, 0, 0)
            .symbol("_of_thread", SECTION | EXTERNAL, 4, 0, 0)
            .symbol("l_str", SECTION, 5, 0, 0)
            .symbol("stab", 0x24, 1, 0, 0);
    mach.symbol("_other", INDIRECT | EXTERNAL, 0, 0, mach.nameAt("_target"));
    var object = read(mach);
    assertEquals(
        List.of(
            "T _private",
            "T _weak",
            "U _weak_reference",
            "C _common",
            "A _absolute",
            "D _data",
            "b zeroed",
            "S _of_thread",
            "s l_str",
            "I _other"),
        lines(object));
    var symbols = object.symbols();
    assertEquals(Visibility.HIDDEN, symbols.visibility(0));
    assertEquals(Binding.WEAK, symbols.binding(1));
    assertTrue(symbols.comdat(1));
    assertFalse(symbols.comdat(0));
    assertEquals(Binding.WEAK, symbols.binding(2));
    assertEquals(Definition.UNDEFINED, symbols.definition(2));
    assertEquals(Definition.COMMON, symbols.definition(3));
    assertEquals(24, symbols.sizeOf(3));
    assertEquals(8, symbols.value(3));
    assertEquals(Definition.ABSOLUTE, symbols.definition(4));
    assertEquals(Kind.DATA, symbols.kind(5));
    assertEquals(Binding.LOCAL, symbols.binding(6));
    assertEquals(Kind.THREAD_LOCAL, symbols.kind(7));
    assertEquals(Optional.of("_target"), symbols.standsFor(9));
    assertTrue(symbols.get(9).linkable());
  }

  @Test
  void readsOnlyWhatIsAskedFor() throws Exception {
    var bytes =
        MachBytes.of(MachBytes.ARM64)
            .text()
            .function("_f")
            .symbol("local", SECTION, 1, 0, 0)
            .symbol("_g", EXTERNAL, 0, 0, 0)
            .bytes();
    var object = MachReader.read(ByteView.of(bytes), SymbolFilter.DEFINITIONS);
    assertEquals(List.of("T _f"), lines(object));
    assertTrue(object.sections().isEmpty());
  }

  @Test
  void tellsLinkedFiles() throws Exception {
    assertEquals(Optional.of("a macOS program"), linked(2));
    assertEquals(Optional.of("a macOS shared library"), linked(6));
    assertEquals(Optional.empty(), linked(1));
  }

  private static Optional<String> linked(int filetype) throws MalformedFileException {
    return MachReader.linked(ByteView.of(MachBytes.linked(filetype).bytes()));
  }

  @ParameterizedTest
  @CsvSource({
    "0x01000007, 3, x86-64, x86_64", "0x01000007, 8, x86-64, x86_64h",
    "0x0100000c, 0, AArch64, arm64", "0x0100000c, 0x80000002, AArch64, arm64e",
    "0x0200000c, 1, AArch64 with 32-bit addresses, arm64_32", "12, 9, ARM, armv7",
    "18, 0, PowerPC, ppc", "99, 4, machine 0x63, 'machine 0x63, variant 4'"
  })
  void namesMachinesAndArchitectures(
      int cputype, long cpusubtype, String name, String architecture) {
    assertEquals(name, MachMachine.name(cputype));
    assertEquals(architecture, MachMachine.architecture(cputype, (int) cpusubtype));
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void takesFatFilesApart(boolean wide) throws Exception {
    var one = MachBytes.of(MachBytes.ARM64).bytes();
    var other = MachBytes.of(MachBytes.X86_64).text().bytes();
    var bytes =
        ByteView.of(
            MachBytes.fat(
                wide, new int[] {MachBytes.ARM64, MachBytes.X86_64}, List.of(one, other)));
    assertEquals(ObjectFormat.FAT_MACH_O, ObjectFormat.of(bytes));
    var slices = FatFile.slices(bytes);
    assertEquals(
        List.of("arm64", "x86_64"), slices.stream().map(FatFile.Slice::architecture).toList());
    assertEquals(one.length, slices.getFirst().content().size());
    assertEquals(bytes.size() - other.length, slices.getLast().content().base());
  }

  @Test
  void refusesWhatContradictsItself() throws Exception {
    complains("a symbol in section 1 of 0", MachBytes.of(7).function("_f").bytes());
    complains("the name at 99 of 1", MachBytes.of(7).text().symbolNamedAt(99).bytes());
    var commands = MachBytes.of(7).bytes();
    commands[32] = 4;
    complains("a load command of 4 bytes", commands);
    var sections = MachBytes.of(7).bytes();
    sections[28 + 48] = 9;
    complains("9 sections in a segment's command of 56 bytes", sections);
    var fat = MachBytes.fat(false, new int[] {7}, List.of(new byte[40]));
    fat[8 + 12] = 1;
    var thrown = assertThrows(MalformedFileException.class, () -> FatFile.slices(ByteView.of(fat)));
    assertEquals("16777256 bytes at 28 for an architecture, in a file of 68", thrown.what());
  }

  private static void complains(String what, byte[] bytes) {
    var thrown =
        assertThrows(
            MalformedFileException.class,
            () -> MachReader.read(ByteView.of(bytes), SymbolFilter.ALL));
    assertTrue(thrown.what().startsWith(what), thrown.what());
  }

  private static List<String> lines(ObjectFile object) {
    return object.symbols().stream().map(one -> one.letter() + " " + one.name()).toList();
  }

  private static ObjectFile read(MachBytes mach) throws MalformedFileException {
    return MachReader.read(ByteView.of(mach.bytes()), SymbolFilter.ALL);
  }
}
