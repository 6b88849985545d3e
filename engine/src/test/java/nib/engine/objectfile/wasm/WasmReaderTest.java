package nib.engine.objectfile.wasm;

import static nib.engine.objectfile.wasm.WasmBytes.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.SectionTotal;
import nib.engine.objectfile.SectionTotal.Content;
import nib.engine.objectfile.Symbol.Binding;
import nib.engine.objectfile.Symbol.Definition;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.objectfile.Symbol.Visibility;
import nib.engine.objectfile.SymbolFilter;
import org.junit.jupiter.api.Test;

final class WasmReaderTest {

  private static final int WEAK = 1;
  private static final int LOCAL = 2;
  private static final int HIDDEN = 4;
  private static final int UNDEFINED = 0x10;
  private static final int EXPLICIT_NAME = 0x40;

  @Test
  void readsFunctionsWithTheirTypes() throws Exception {
    var object =
        read(
            WasmBytes.sample()
                .function(0, 1, "defined")
                .function(WEAK | HIDDEN, 2, "weak")
                .function(LOCAL, 1, "another_name")
                .function(UNDEFINED, 0, "")
                .function(UNDEFINED | EXPLICIT_NAME | WEAK, 0, "renamed"));
    assertEquals("wasm32", object.machine());
    assertEquals(
        List.of("T defined", "W weak", "t another_name", "U taken", "w renamed"), lines(object));
    var symbols = object.symbols();
    assertEquals(Optional.of("(i64, f64) -> i32"), type(object, 0));
    assertEquals(Optional.of("(i32) -> ()"), type(object, 1));
    assertEquals(Optional.of("(i64, f64) -> i32"), type(object, 2));
    assertEquals(Optional.of("(i32) -> ()"), type(object, 3));
    assertEquals(1, symbols.value(0));
    assertEquals(5, symbols.sizeOf(0));
    assertEquals(6, symbols.value(1));
    assertEquals("CODE", symbols.section(0));
    assertEquals(Visibility.HIDDEN, symbols.visibility(1));
    assertEquals(Binding.WEAK, symbols.binding(1));
    assertTrue(symbols.comdat(1));
    assertFalse(symbols.comdat(0));
    assertEquals(Definition.UNDEFINED, symbols.definition(3));
    assertEquals(Kind.FUNCTION, symbols.kind(3));
  }

  @Test
  void readsDataAndSections() throws Exception {
    var object =
        read(
            WasmBytes.sample()
                .custom(".debug_info", bytes(1, 2, 3))
                .data(0, "data", 0, 4, 4)
                .data(LOCAL, "kept", 0, 0, 4)
                .data(UNDEFINED, "needed")
                .symbol(bytes(3, LOCAL, 5)));
    assertEquals(List.of("D data", "d kept", "U needed", "d .debug_info"), lines(object));
    assertEquals(20, object.symbols().value(0));
    assertEquals(4, object.symbols().sizeOf(0));
    assertEquals(".data.d", object.symbols().section(0));
    assertEquals(Optional.empty(), object.symbols().functionType(0));
    assertEquals(Kind.SECTION, object.symbols().kind(3));
    assertTrue(object.sections().contains(new SectionTotal(".data", Content.DATA, 1, 8)));
    assertTrue(object.sections().contains(new SectionTotal(".debug_info", Content.DEBUG, 1, 3)));
    assertTrue(object.sections().contains(new SectionTotal("code", Content.CODE, 1, 9)));
  }

  @Test
  void readsNoSymbolsWhereNoneAreTold() throws Exception {
    var bytes = ByteView.of(WasmBytes.sample().withoutLinking());
    assertTrue(WasmReader.read(bytes, SymbolFilter.ALL).symbols().isEmpty());
    assertTrue(WasmReader.linked(bytes));
    assertFalse(WasmReader.linked(ByteView.of(WasmBytes.sample().bytes())));
  }

  @Test
  void tellsAddressesOf64Bits() throws Exception {
    assertEquals("wasm64", read(new WasmBytes().section(5, bytes(1, 4, 0))).machine());
  }

  @Test
  void leavesTypesThatAreNoFunctions() throws Exception {
    var structure = new WasmBytes().section(1, bytes(2, 0x60, 0, 0, 0x5f, 0)).bytes();
    assertTrue(WasmReader.read(ByteView.of(structure), SymbolFilter.ALL).symbols().isEmpty());
  }

  @Test
  void readsOnlyWhatIsAskedFor() throws Exception {
    var bytes =
        WasmBytes.sample()
            .function(0, 1, "defined")
            .function(LOCAL, 2, "local")
            .function(UNDEFINED, 0, "")
            .bytes();
    var object = WasmReader.read(ByteView.of(bytes), SymbolFilter.DEFINITIONS);
    assertEquals(List.of("T defined"), lines(object));
    assertTrue(object.sections().isEmpty());
  }

  @Test
  void refusesWhatContradictsItself() {
    complains(
        "a symbol of function 0, which is not defined in", WasmBytes.sample().function(0, 0, "f"));
    complains(
        "a symbol of function 1, which is not imported",
        WasmBytes.sample().function(UNDEFINED, 1, ""));
    complains("a symbol of function 9, which is", WasmBytes.sample().function(0, 9, "f"));
    complains("a symbol in data segment 7 of 1", WasmBytes.sample().data(0, "d", 7, 0, 0));
    complains("a symbol of section 9 of 6", WasmBytes.sample().symbol(bytes(3, 2, 9)));
    complains("a symbol of kind 9", WasmBytes.sample().symbol(bytes(9, 0)));
    complains("99 entries in 0 bytes", new WasmBytes().section(3, bytes(99)));
    complains("an import of kind 7", new WasmBytes().section(2, bytes(1, 0, 0, 7)));
    complains("value type 0x2", new WasmBytes().section(1, bytes(1, 0x60, 1, 2, 0)));
    complains(
        "a number of more than 32 bits",
        new WasmBytes().section(3, bytes(0xff, 0xff, 0xff, 0xff, 0x7f)));
  }

  private static void complains(String what, WasmBytes wasm) {
    var thrown = assertThrows(MalformedFileException.class, () -> read(wasm));
    assertTrue(thrown.what().startsWith(what), thrown.what());
  }

  private static Optional<String> type(ObjectFile object, int index) {
    return object.symbols().functionType(index).map(Object::toString);
  }

  private static List<String> lines(ObjectFile object) {
    return object.symbols().stream().map(one -> one.letter() + " " + one.name()).toList();
  }

  private static ObjectFile read(WasmBytes wasm) throws MalformedFileException {
    return WasmReader.read(ByteView.of(wasm.bytes()), SymbolFilter.ALL);
  }
}
