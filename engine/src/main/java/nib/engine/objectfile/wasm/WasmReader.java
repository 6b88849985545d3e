package nib.engine.objectfile.wasm;

import java.util.List;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.objectfile.DebugSections;
import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.objectfile.SectionTotal;
import nib.engine.objectfile.SectionTotal.Content;
import nib.engine.objectfile.SectionTotals;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.objectfile.SymbolTable;

/// Reads WebAssembly objects: modules whose custom section `linking` tells the symbols. Every
/// function has a type, which becomes the symbol's [nib.engine.objectfile.FunctionType].
public final class WasmReader {

  private static final int CODE = 10;
  private static final int DATA = 11;

  private static final String[] SECTIONS = {
    "custom",
    "type",
    "import",
    "function",
    "table",
    "memory",
    "global",
    "export",
    "start",
    "element",
    "code",
    "data",
    "data count",
    "tag"
  };

  private WasmReader() {}

  /// Reads an object whose format is [ObjectFormat#WASM].
  public static ObjectFile read(ByteView bytes, SymbolFilter filter) throws MalformedFileException {
    var module = WasmModule.read(bytes);
    SymbolTable symbols = SymbolTable.of(List.of());
    List<SectionTotal> sections = List.of();
    if (module.linking().isPresent()) {
      var linking = WasmLinking.read(module.linking().get());
      if (linking.symbols().isPresent()) {
        symbols = new WasmSymbols(module, linking, linking.symbols().get(), filter).read();
      }
      sections = filter.detail() ? totals(module, linking) : List.of();
    }
    return new ObjectFile(
        ObjectFormat.WASM, module.wide() ? "wasm64" : "wasm32", 0, sections, symbols);
  }

  /// The debugging information of an object, to be read by [nib.engine.dwarf].
  public static DebugSections debugSections(ByteView bytes) throws MalformedFileException {
    return new WasmDebugSections(WasmModule.read(bytes));
  }

  /// Whether the module is no object any more but the result of a link.
  public static boolean linked(ByteView bytes) throws MalformedFileException {
    return WasmModule.read(bytes).linking().isEmpty();
  }

  private static List<SectionTotal> totals(WasmModule module, WasmLinking linking) {
    var totals = new SectionTotals();
    for (var section : module.sections()) {
      long size = section.content().size();
      if (section.id() == 0) {
        boolean debug = section.name().startsWith(".debug");
        totals.add(section.name(), debug ? Content.DEBUG : Content.LINKING, size);
      } else if (section.id() != DATA) {
        totals.add(
            section.id() < SECTIONS.length ? SECTIONS[section.id()] : "section " + section.id(),
            section.id() == CODE ? Content.CODE : Content.LINKING,
            size);
      }
    }
    for (int i = 0; i < module.segments().size(); i++) {
      String name = linking.segment(i).map(WasmLinking.SegmentInfo::name).orElse("data");
      totals.add(name, content(name), module.segments().get(i).size());
    }
    return totals.largestFirst();
  }

  /// Segments have names as ELF's sections have.
  private static Content content(String segment) {
    if (segment.startsWith(".bss") || segment.startsWith(".tbss")) {
      return Content.ZEROED;
    }
    return segment.startsWith(".rodata") ? Content.READ_ONLY : Content.DATA;
  }
}
