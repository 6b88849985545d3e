package nib.engine.objectfile.wasm;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.RawText;
import nib.engine.objectfile.Symbol.Binding;
import nib.engine.objectfile.Symbol.Definition;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.objectfile.Symbol.Visibility;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.objectfile.SymbolTable;

/// Turns the symbol table of the linking section into columns.
final class WasmSymbols {

  // Kinds of symbols.
  private static final int FUNCTION = 0;
  private static final int DATA = 1;
  private static final int GLOBAL = 2;
  private static final int SECTION = 3;
  private static final int TAG = 4;
  private static final int TABLE = 5;

  // Flags.
  private static final int WEAK = 0x1;
  private static final int LOCAL = 0x2;
  private static final int HIDDEN = 0x4;
  private static final int UNDEFINED = 0x10;
  private static final int EXPLICIT_NAME = 0x40;
  private static final int OF_THREAD = 0x100;
  private static final int ABSOLUTE = 0x200;

  /// What functions are in; segments of memory follow.
  private static final int CODE = 0;

  private final WasmModule module;
  private final WasmLinking linking;
  private final SymbolFilter filter;
  private final ByteView symbols;
  private final WasmInput input;
  private final ByteArrayOutputStream names = new ByteArrayOutputStream();
  private final List<Integer> sectionNames = new ArrayList<>();

  /// One entry, as far as it is read.
  ///
  /// @param name place in the names
  private record Entry(int kind, long flags, int index, int name, int length) {

    boolean is(int flag) {
      return (flags & flag) != 0;
    }
  }

  /// Where the symbol's thing is.
  private record Place(Definition definition, int section, long value, long size) {}

  WasmSymbols(WasmModule module, WasmLinking linking, WasmInput input, SymbolFilter filter)
      throws MalformedFileException {
    this.module = module;
    this.linking = linking;
    this.filter = filter;
    this.input = input;
    this.symbols = input.bytes();
    names.writeBytes(symbols.bytes());
    if (module.importSection().isPresent()) {
      names.writeBytes(module.importSection().get().bytes());
    }
    for (var section : module.sections()) {
      sectionNames.add(names.size());
      names.writeBytes(RawText.encode(section.name()));
    }
    sectionNames.add(names.size());
  }

  SymbolTable read() throws MalformedFileException {
    int count = input.count();
    var called = new String[1 + module.segments().size()];
    called[CODE] = "CODE";
    for (int i = 1; i < called.length; i++) {
      called[i] = linking.segment(i - 1).map(WasmLinking.SegmentInfo::name).orElse("DATA");
    }
    var table = new SymbolTable.Builder(names.toByteArray(), count, number -> called[number]);
    for (int i = 0; i < count; i++) {
      add(table);
    }
    return table.build();
  }

  private void add(SymbolTable.Builder table) throws MalformedFileException {
    long start = input.at();
    int kind = input.u8();
    long flags = input.u32();
    var entry =
        switch (kind) {
          case DATA -> {
            var name = input.name();
            yield new Entry(kind, flags, 0, name.at(), name.length());
          }
          case SECTION -> ofSection(flags, start);
          case FUNCTION, GLOBAL, TABLE, TAG -> indexed(kind, flags, start);
          default -> throw input.malformed(start, "a symbol of kind %d".formatted(kind));
        };
    var place =
        entry.is(UNDEFINED)
            ? new Place(Definition.UNDEFINED, SymbolTable.NO_SECTION, 0, 0)
            : place(entry, start);
    boolean local = entry.is(LOCAL);
    if (!filter.keeps(!entry.is(UNDEFINED), local)) {
      return;
    }
    var binding = local ? Binding.LOCAL : entry.is(WEAK) ? Binding.WEAK : Binding.GLOBAL;
    table
        .named(entry.name(), entry.length())
        .is(
            kind(entry, place),
            binding,
            entry.is(HIDDEN) ? Visibility.HIDDEN : Visibility.DEFAULT,
            place.definition())
        .in(place.section(), comdat(entry, place));
    if (kind == FUNCTION) {
      module.types().ofFunction(entry.index()).ifPresent(table::callsAs);
    }
    table.add(place.value(), place.size(), letter(entry));
  }

  /// A symbol of a thing that has a number; what is imported has that number first, and its name
  /// from the import unless the symbol says otherwise.
  private Entry indexed(int kind, long flags, long start) throws MalformedFileException {
    int index = (int) Math.min(input.u32(), Integer.MAX_VALUE);
    var imports = module.imports(external(kind));
    boolean undefined = (flags & UNDEFINED) != 0;
    boolean known =
        undefined == index < imports.size()
            && (kind != FUNCTION || index < module.types().functions());
    if (!known) {
      throw input.malformed(
          start,
          "a symbol of %s %d, which is %s"
              .formatted(
                  word(kind), index, undefined ? "not imported" : "not defined in this module"));
    }
    if (!undefined || (flags & EXPLICIT_NAME) != 0) {
      var name = input.name();
      return new Entry(kind, flags, index, name.at(), name.length());
    }
    var name = imports.get(index).name();
    return new Entry(kind, flags, index, (int) symbols.size() + name.at(), name.length());
  }

  private Entry ofSection(long flags, long start) throws MalformedFileException {
    long index = input.u32();
    if (index >= module.sections().size()) {
      throw input.malformed(
          start, "a symbol of section %d of %d".formatted(index, module.sections().size()));
    }
    int at = sectionNames.get((int) index);
    return new Entry(SECTION, flags, (int) index, at, sectionNames.get((int) index + 1) - at);
  }

  private static int external(int kind) {
    return switch (kind) {
      case FUNCTION -> WasmModule.FUNCTION;
      case GLOBAL -> WasmModule.GLOBAL;
      case TAG -> WasmModule.TAG;
      default -> WasmModule.TABLE;
    };
  }

  private static String word(int kind) {
    return switch (kind) {
      case FUNCTION -> "function";
      case GLOBAL -> "global";
      case TAG -> "tag";
      default -> "table";
    };
  }

  private Place place(Entry entry, long start) throws MalformedFileException {
    return switch (entry.kind()) {
      case DATA -> ofData(entry, start);
      case SECTION -> new Place(Definition.SECTION, SymbolTable.NO_SECTION, 0, 0);
      case FUNCTION -> {
        int defined = entry.index() - module.imports(WasmModule.FUNCTION).size();
        if (defined >= module.bodies().size()) {
          throw input.malformed(
              start, "function %d of %d".formatted(defined, module.bodies().size()));
        }
        var body = module.bodies().get(defined);
        yield new Place(Definition.SECTION, CODE, body.at(), body.size());
      }
      default -> new Place(Definition.SECTION, SymbolTable.NO_SECTION, entry.index(), 0);
    };
  }

  private Place ofData(Entry entry, long start) throws MalformedFileException {
    long segment = input.u32();
    long offset = input.unsigned();
    long size = input.unsigned();
    if (entry.is(ABSOLUTE)) {
      return new Place(Definition.ABSOLUTE, SymbolTable.NO_SECTION, offset, size);
    }
    if (segment >= module.segments().size()) {
      throw input.malformed(
          start, "a symbol in data segment %d of %d".formatted(segment, module.segments().size()));
    }
    return new Place(
        Definition.SECTION,
        1 + (int) segment,
        module.segments().get((int) segment).offset() + offset,
        size);
  }

  private Kind kind(Entry entry, Place place) {
    return switch (entry.kind()) {
      case FUNCTION -> Kind.FUNCTION;
      case SECTION -> Kind.SECTION;
      case DATA -> {
        boolean ofThread =
            entry.is(OF_THREAD)
                || (place.section() > CODE
                    && linking
                        .segment(place.section() - 1)
                        .map(WasmLinking.SegmentInfo::threadLocal)
                        .orElse(false));
        yield ofThread ? Kind.THREAD_LOCAL : Kind.DATA;
      }
      default -> Kind.DATA;
    };
  }

  private boolean comdat(Entry entry, Place place) {
    return place.section() == CODE
        ? linking.comdatFunction(entry.index())
        : place.section() > CODE && linking.comdatSegment(place.section() - 1);
  }

  private static char letter(Entry entry) {
    boolean local = entry.is(LOCAL);
    if (entry.is(UNDEFINED)) {
      return entry.is(WEAK) && !local ? 'w' : 'U';
    }
    if (entry.is(WEAK) && !local) {
      return 'W';
    }
    char letter = entry.kind() == FUNCTION ? 't' : 'd';
    return local ? letter : Character.toUpperCase(letter);
  }
}
