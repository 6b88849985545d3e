package nib.engine.objectfile.coff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.objectfile.SectionTotal;
import nib.engine.objectfile.SectionTotal.Content;
import nib.engine.objectfile.Symbol.Binding;
import nib.engine.objectfile.Symbol.Definition;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.objectfile.SymbolFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CoffReaderTest {

  private static final int EXTERNAL = 2;
  private static final int STATIC = 3;
  private static final int WEAK = 105;

  @Test
  void readsFunctionsAndData() throws Exception {
    var object =
        read(
            CoffBytes.x64()
                .section(".text", CoffBytes.CODE)
                .section(".data", CoffBytes.DATA)
                .function("short")
                .function("a_function_with_a_long_name")
                .symbol("exactly8", 4, 2, 0, STATIC)
                .symbol("label", 0, 1, 0, EXTERNAL)
                .symbol("needed", 0, 0, 0x20, EXTERNAL));
    assertEquals(ObjectFormat.COFF, object.format());
    assertEquals("x86-64", object.machine());
    assertEquals(0x8664, object.machineNumber());
    assertEquals(
        List.of("T short", "T a_function_with_a_long_name", "d exactly8", "T label", "U needed"),
        lines(object));
    var function = object.symbols().get(1);
    assertEquals(Kind.FUNCTION, function.kind());
    assertEquals(".text", function.section());
    assertEquals(8, function.value());
    assertEquals(Kind.DATA, object.symbols().get(2).kind());
    assertEquals(Binding.LOCAL, object.symbols().get(2).binding());
    assertEquals(Kind.UNTYPED, object.symbols().get(3).kind());
    assertEquals(Definition.UNDEFINED, object.symbols().get(4).definition());
  }

  @Test
  void readsCommonAbsoluteAndDebugSymbols() throws Exception {
    var object =
        read(
            CoffBytes.x64()
                .section(".text", CoffBytes.CODE)
                .symbol("common", 24, 0, 0, EXTERNAL)
                .symbol("@feat.00", 1, -1, 0, STATIC)
                .symbol("debug", 0, -2, 0, STATIC)
                .symbolWithRecord(".file", -2, 103, 0x632e61));
    assertEquals(List.of("C common", "a @feat.00", "n debug", "n .file"), lines(object));
    assertEquals(24, object.symbols().getFirst().size());
    assertEquals(Definition.COMMON, object.symbols().getFirst().definition());
    assertEquals(Definition.ABSOLUTE, object.symbols().get(1).definition());
    assertEquals(Kind.FILE, object.symbols().get(3).kind());
  }

  /// Clang asks for an alias, GNU's assembler for a symbol that no library has; both define the
  /// function under another name.
  @Test
  void takesAWeakExternalForWhatItsFallbackIs() throws Exception {
    var object =
        read(
            CoffBytes.x64()
                .section(".text", CoffBytes.CODE)
                .symbol(".weak.f.default", 8, 1, 0x20, EXTERNAL)
                .symbol(".weak.r.default", 0, -1, 0, EXTERNAL)
                .symbolWithRecord("clangs", 0, WEAK, 0, 3)
                .symbolWithRecord("gnus", 0, WEAK, 0, 1)
                .symbolWithRecord("reference", 0, WEAK, 1, 3)
                .symbolWithRecord("thunked", 0, WEAK, 0, 4)
                .symbol("bare", 0, 0, 0, WEAK));
    assertEquals(
        List.of("W clangs", "w gnus", "W reference", "w thunked", "w bare"),
        lines(object).subList(2, 7));
    var clangs = object.symbols().get(2);
    assertEquals(Binding.WEAK, clangs.binding());
    assertTrue(clangs.linkable());
    assertEquals(".text", clangs.section());
    assertEquals(8, clangs.value());
    assertTrue(object.symbols().get(3).linkable());
    for (int i = 4; i < 7; i++) {
      assertEquals(Definition.UNDEFINED, object.symbols().get(i).definition());
    }
  }

  @Test
  void tellsWhichSectionsALinkKeepsOnce() throws Exception {
    var object =
        read(
            CoffBytes.x64()
                .section(".text$f", CoffBytes.CODE | CoffSections.LNK_COMDAT)
                .symbolWithRecord(".text$f", 1, STATIC, 16, 0, 0)
                .function("f"));
    assertEquals(Kind.SECTION, object.symbols().getFirst().kind());
    assertTrue(object.symbols().get(1).comdat());
    assertEquals(".text$f", object.symbols().get(1).section());
  }

  @Test
  void addsSectionsUp() throws Exception {
    var object =
        read(
            CoffBytes.x64()
                .section(".text$a", 10, CoffBytes.CODE)
                .section(".text$b", 20, CoffBytes.CODE)
                .section(".bss", 40, 0xc000_0080)
                .section(".rdata", 8, 0x4000_0040)
                .section(".drectve", 4, 0xa00)
                .section(".debug_info_of_a_long_name", 25, 0x4200_0040));
    assertEquals(
        List.of(
            new SectionTotal(".bss", Content.ZEROED, 1, 40),
            new SectionTotal(".text", Content.CODE, 2, 30),
            new SectionTotal(".debug_info_of_a_long_name", Content.DEBUG, 1, 25),
            new SectionTotal(".rdata", Content.READ_ONLY, 1, 8),
            new SectionTotal(".drectve", Content.LINKING, 1, 4)),
        object.sections());
  }

  @Test
  void readsBigObjects() throws Exception {
    var coff = CoffBytes.big();
    for (int i = 0; i < 70_000; i++) {
      coff.section(".text$f" + i, CoffBytes.CODE).symbol("f" + i, 0, i + 1, 0x20, EXTERNAL);
    }
    var object = read(coff);
    assertEquals(70_000, object.symbols().size());
    assertEquals("f69999", object.symbols().name(69_999));
    assertEquals(".text$f69999", object.symbols().section(69_999));
    assertEquals(
        List.of(new SectionTotal(".text", Content.CODE, 70_000, 1_120_000)), object.sections());
  }

  @Test
  void takesHighSectionNumbersOf16BitsForNegativeOnes() throws Exception {
    var object = read(CoffBytes.x64().symbol("absolute", 3, 0xffff, 0, EXTERNAL));
    assertEquals(List.of("A absolute"), lines(object));
  }

  @ParameterizedTest
  @CsvSource({
    "0x14c, i386",
    "0xaa64, AArch64",
    "0xa641, ARM64EC",
    "0x1c4, ARM",
    "0x4242, machine 0x4242"
  })
  void namesMachines(int machine, String name) throws Exception {
    assertEquals(name, read(CoffBytes.of(machine)).machine());
  }

  @Test
  void readsShortImports() throws Exception {
    assertEquals(List.of("T __imp_f", "T f"), imported(0x8664, 0, "f"));
    assertEquals(List.of("D __imp_d"), imported(0x8664, 1, "d"));
    assertEquals(List.of("R __imp_c", "R c"), imported(0x14c, 2, "c"));
    assertEquals(List.of("T __imp_f", "T f", "T __imp_aux_f", "T #f"), imported(0xa641, 0, "#f"));
    assertEquals(
        List.of("T __imp_?f@@YAHXZ", "T ?f@@YAHXZ", "T __imp_aux_?f@@YAHXZ", "T ?f@@$$hYAHXZ"),
        imported(0xa641, 0, "?f@@$$hYAHXZ"));
  }

  @Test
  void readsOnlyWhatIsAskedFor() throws Exception {
    var bytes =
        CoffBytes.x64()
            .section(".text", CoffBytes.CODE)
            .function("f")
            .symbol("local", 0, 1, 0x20, STATIC)
            .symbol("needed", 0, 0, 0, EXTERNAL)
            .bytes();
    var definitions =
        CoffReader.read(ByteView.of(bytes), ObjectFormat.COFF, SymbolFilter.DEFINITIONS);
    assertEquals(List.of("T f"), lines(definitions));
    assertTrue(definitions.sections().isEmpty());
  }

  @Test
  void readsNamesWithoutAStringTable() throws Exception {
    var coff = CoffBytes.x64().section(".text", CoffBytes.CODE).function("f");
    assertEquals(List.of("T f"), lines(read(coff.withoutStringTable())));
  }

  @Test
  void refusesWhatContradictsItself() {
    complains(
        "a symbol in section 2 of 1", CoffBytes.x64().section("t", 0).symbol("f", 0, 2, 0, 2));
    complains(
        "the name at 22113 of 62",
        CoffBytes.x64().section("t", 0).symbolNamedAt(22_077, 1).function("a_name_of_some_length"));
    var endless = CoffBytes.x64().symbol("f", 0, 0, 0, 2).bytes();
    endless[12] = 2;
    assertEquals(
        "36 bytes wanted",
        assertThrows(MalformedFileException.class, () -> read(endless)).what().split(",", 2)[0]);
  }

  private static void complains(String what, CoffBytes coff) {
    var thrown = assertThrows(MalformedFileException.class, () -> read(coff));
    assertTrue(thrown.what().startsWith(what), thrown.what());
  }

  private static List<String> imported(int machine, int type, String name) throws Exception {
    var bytes = ByteView.of(CoffBytes.shortImport(machine, type, name));
    assertEquals(ObjectFormat.COFF_IMPORT, ObjectFormat.of(bytes));
    return lines(CoffReader.read(bytes, ObjectFormat.COFF_IMPORT, SymbolFilter.ALL));
  }

  private static List<String> lines(ObjectFile object) {
    return object.symbols().stream().map(one -> one.letter() + " " + one.name()).toList();
  }

  private static ObjectFile read(CoffBytes coff) throws MalformedFileException {
    return read(coff.bytes());
  }

  private static ObjectFile read(byte[] bytes) throws MalformedFileException {
    return CoffReader.read(ByteView.of(bytes), ObjectFormat.COFF, SymbolFilter.ALL);
  }
}
