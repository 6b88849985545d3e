package nib.engine.objectfile.elf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.objectfile.Symbol;
import nib.engine.objectfile.Symbol.Binding;
import nib.engine.objectfile.Symbol.Definition;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.objectfile.Symbol.Visibility;
import nib.engine.objectfile.SymbolFilter;
import org.junit.jupiter.api.Test;

final class ElfReaderTest {

  private static final int LOCAL = 0;
  private static final int GLOBAL = 1;
  private static final int WEAK = 2;
  private static final int UNIQUE = 10;
  private static final int NOTYPE = 0;
  private static final int OBJECT = 1;
  private static final int FUNC = 2;
  private static final int COMMON = 5;
  private static final int IFUNC = 10;
  private static final int TEXT = 4;

  @Test
  void readsBothByteOrdersAlike() throws MalformedFileException {
    for (var order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
      var bytes =
          new ElfBytes(order, 22).section(".text", 1, 6).symbol("add", GLOBAL, FUNC, TEXT).bytes();
      var object = ElfReader.read(ByteView.of(bytes), SymbolFilter.ALL);
      assertEquals(ObjectFormat.ELF64, object.format());
      assertEquals("S/390", object.machine());
      assertEquals(
          List.of(
              new Symbol(
                  "add",
                  Kind.FUNCTION,
                  Binding.GLOBAL,
                  Visibility.DEFAULT,
                  Definition.SECTION,
                  ".text",
                  0x10,
                  4,
                  'T',
                  false)),
          object.symbols());
    }
  }

  @Test
  void givesLettersByWhatASymbolIsAndWhereItLies() throws MalformedFileException {
    var elf =
        ElfBytes.x64()
            .section(".text", 1, 6)
            .section(".bss", 8, 3)
            .section(".data", 1, 3)
            .section(".rodata", 1, 2)
            .section(".debug_info", 1, 0)
            .section(".comment", 1, 0)
            .section(".odd", 1, 1);
    for (int section = TEXT; section < TEXT + 7; section++) {
      elf.symbol("global", GLOBAL, NOTYPE, section).symbol("local", LOCAL, NOTYPE, section);
    }
    assertEquals("TtBbDdRrNNNn??", letters(elf));
  }

  @Test
  void givesLettersToUndefinedWeakAndOtherSpecialSymbols() throws MalformedFileException {
    var elf =
        ElfBytes.x64()
            .section(".text", 1, 6)
            .symbol("undefined", GLOBAL, NOTYPE, 0)
            .symbol("weak", WEAK, NOTYPE, 0)
            .symbol("weak_data", WEAK, OBJECT, 0)
            .symbol("weak_function", WEAK, FUNC, TEXT)
            .symbol("weak_object", WEAK, OBJECT, TEXT)
            .symbol("chosen", GLOBAL, IFUNC, TEXT)
            .symbol("unique", UNIQUE, OBJECT, TEXT)
            .symbol("common", GLOBAL, OBJECT, 0xfff2)
            .symbol("common_type", GLOBAL, COMMON, TEXT)
            .symbol("absolute", GLOBAL, NOTYPE, 0xfff1)
            .symbol("local_absolute", LOCAL, NOTYPE, 0xfff1)
            .symbol("reserved", GLOBAL, NOTYPE, 0xff01)
            .symbol("other_binding", 13, NOTYPE, TEXT);
    assertEquals("UwvWViuCCAa??", letters(elf));
  }

  @Test
  void followsSectionNumbersBeyondSixteenBits() throws MalformedFileException {
    var indexes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(0).putInt(5).array();
    var elf =
        ElfBytes.x64()
            .section(".symtab_shndx", 18, 0, indexes)
            .section(".far", 1, 6)
            .symbol("far_away", GLOBAL, FUNC, 0xffff);
    assertEquals(".far", read(elf).getFirst().section());
  }

  @Test
  void readsAnObjectWithoutSymbols() throws MalformedFileException {
    assertEquals(List.of(), read(ElfBytes.x64().withoutSymbolTable()));
    var headerOnly = Arrays.copyOf(ElfBytes.x64().bytes(), 64);
    ByteBuffer.wrap(headerOnly).putLong(0x28, 0);
    assertEquals(List.of(), ElfReader.read(ByteView.of(headerOnly), SymbolFilter.ALL).symbols());
  }

  @Test
  void callsMachinesByNameOrNumber() throws MalformedFileException {
    for (var expected : List.of("x86-64 62", "AArch64 183", "RISC-V 243", "machine 4711 4711")) {
      int blank = expected.lastIndexOf(' ');
      int number = Integer.parseInt(expected.substring(blank + 1));
      var bytes = new ElfBytes(ByteOrder.LITTLE_ENDIAN, number).bytes();
      assertEquals(
          expected.substring(0, blank),
          ElfReader.read(ByteView.of(bytes), SymbolFilter.ALL).machine());
    }
  }

  @Test
  void saysWhatContradictsTheFormat() {
    fails(
        "at 0x3a: section headers of 40 bytes instead of 64", ElfBytes.x64().sectionHeadersOf(40));
    fails(
        "at 0x64: a symbol table of 48 bytes with entries of 16 instead of 24",
        withFunction().symbolsOf(16));
    fails(
        "at 0x151: section type 2 where a string table belongs",
        ElfBytes.x64().namesInSection(3).symbol("", GLOBAL, FUNC, 0));
    fails("at 0x74: section 9 of 4", ElfBytes.x64().namesInSection(9));
    fails(
        "at 0x82: a symbol in section 99 of 5",
        ElfBytes.x64().section(".text", 1, 6).symbol("f", GLOBAL, FUNC, 99));
    fails(
        "at 0x7e: an extended section index and no table of them",
        ElfBytes.x64().symbol("far", GLOBAL, FUNC, 0xffff));
    fails("at 0x5b: the name at 5000 of 1 bytes", ElfBytes.x64().symbolNamedAt(5000, 0x12, 0));
  }

  @Test
  void saysWhereTheHeaderGoesWrong() {
    var bytes = ElfBytes.x64().bytes();
    bytes[5] = 7;
    fails("at 0x5: byte order 7, which ELF does not know", bytes);
    var cut = Arrays.copyOf(ElfBytes.x64().bytes(), 20);
    fails("at 0x0: offset 40 in 20 bytes", cut);
    var headers = ElfBytes.x64().bytes();
    ByteBuffer.wrap(headers).order(ByteOrder.LITTLE_ENDIAN).putShort(0x3c, (short) 5);
    fails("at 0x%x: 5 section headers, room for 4".formatted(headers.length - 256), headers);
  }

  @Test
  void readsNoMoreOutOfOverlappingNamesThanIsHonest() {
    var elf = ElfBytes.x64().symbol("a".repeat(20_000), GLOBAL, FUNC, 0);
    for (int i = 0; i < 2_000; i++) {
      elf.symbolNamedAt(1 + i % 7, 0x12, 0);
    }
    var thrown =
        assertThrows(
            MalformedFileException.class,
            () -> ElfReader.read(ByteView.of(elf.bytes()), SymbolFilter.ALL));
    assertEquals("names that overlap more than any producer's do", thrown.what());
  }

  private static ElfBytes withFunction() {
    return ElfBytes.x64().section(".text", 1, 6).symbol("f", GLOBAL, FUNC, TEXT);
  }

  private static String letters(ElfBytes elf) throws MalformedFileException {
    return read(elf).stream()
        .map(symbol -> String.valueOf(symbol.letter()))
        .collect(Collectors.joining());
  }

  private static List<Symbol> read(ElfBytes elf) throws MalformedFileException {
    return ElfReader.read(ByteView.of(elf.bytes()), SymbolFilter.ALL).symbols();
  }

  private static void fails(String message, ElfBytes elf) {
    fails(message, elf.bytes());
  }

  private static void fails(String message, byte[] bytes) {
    var thrown =
        assertThrows(
            MalformedFileException.class,
            () -> ElfReader.read(ByteView.of(bytes), SymbolFilter.ALL));
    assertEquals(message, thrown.getMessage());
  }
}
