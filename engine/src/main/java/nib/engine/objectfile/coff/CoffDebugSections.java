package nib.engine.objectfile.coff;

import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.engine.binary.ByteView;
import nib.engine.binary.Bytes;
import nib.engine.binary.MalformedFileException;
import nib.engine.objectfile.DebugSection;
import nib.engine.objectfile.DebugSections;
import nib.engine.objectfile.SymbolFilter;

/// Debugging information of a COFF object: DWARF in sections with ELF's names, as GCC and clang for
/// MinGW write it. Relocations have their addends in place ("PE Format", "COFF Relocations").
final class CoffDebugSections implements DebugSections {

  private static final int LNK_NRELOC_OVFL = 0x0100_0000;
  private static final int RELOCATION = 10;
  private static final int I386 = 0x14c;
  private static final int LAST_SECTION_16 = 0xfeff;

  private final CoffHeader header;
  private final CoffSections sections;

  /// The number of the first section of each name.
  private final Map<String, Integer> byName = new LinkedHashMap<>();

  CoffDebugSections(ByteView bytes) throws MalformedFileException {
    this.header = CoffHeader.read(bytes);
    this.sections = new CoffSymbols(header, SymbolFilter.DEFINITIONS).sections();
    for (int number = 1; number <= sections.count(); number++) {
      if (sections.named(number, ".debug")) {
        byName.putIfAbsent(sections.name(number), number);
      }
    }
  }

  @Override
  public ByteOrder order() {
    return ByteOrder.LITTLE_ENDIAN;
  }

  @Override
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /// On i386 C names have an underscore before them, and behind them, in two conventions, the size
  /// of their arguments: `_f`, `_f@8`, `@f@8`.
  @Override
  public String sourceName(String symbol) {
    if (header.machine() != I386 || symbol.isEmpty()) {
      return symbol;
    }
    char first = symbol.charAt(0);
    int from = first == '_' || first == '@' ? 1 : 0;
    int end = symbol.length();
    while (end > from && Character.isDigit(symbol.charAt(end - 1))) {
      end--;
    }
    boolean sized = end < symbol.length() && end > from + 1 && symbol.charAt(end - 1) == '@';
    return symbol.substring(from, sized ? end - 1 : symbol.length());
  }

  @Override
  public Optional<DebugSection> section(String name) throws MalformedFileException {
    var number = byName.get(name);
    if (number == null) {
      return Optional.empty();
    }
    var entry = sections.entry(number);
    long at = entry.u32(20);
    var content = header.file().slice(at, entry.u32(16));
    if (content.size() > Integer.MAX_VALUE - 8) {
      throw content.malformed(0, "%,d bytes in one section".formatted(content.size()));
    }
    var section = new DebugSection.Builder(content.copy(0, (int) content.size()), content.base());
    relocate(section, entry);
    return Optional.of(section.build());
  }

  private void relocate(DebugSection.Builder section, ByteView entry)
      throws MalformedFileException {
    long count = entry.u16(32);
    long at = entry.u32(24);
    int first = 0;
    if (count == 0xffff && (entry.u32(36) & LNK_NRELOC_OVFL) != 0) {
      count = header.file().u32(at);
      first = 1;
    }
    if (count == 0) {
      return;
    }
    byte[] table = header.file().slice(at, count * RELOCATION).bytes();
    byte[] symbols =
        header.file().slice(header.symbolsAt(), header.symbols() * header.symbolSize()).bytes();
    for (int i = first * RELOCATION; i < table.length; i += RELOCATION) {
      int type = Bytes.u16(table, i + 8, false);
      int size = size(type);
      if (size == 0) {
        continue;
      }
      if (size < 0) {
        section.obstacle(
            "relocation type %d of %s".formatted(type, CoffMachine.name(header.machine())));
        continue;
      }
      long offset = Bytes.u32(table, i, false);
      long symbol = Bytes.u32(table, i + 4, false);
      if (offset > section.bytes().length - size || symbol >= header.symbols()) {
        throw header
            .file()
            .malformed(at + i, "a relocation at %d with symbol %d".formatted(offset, symbol));
      }
      apply(section, (int) offset, size, Symbol.at(symbols, (int) symbol, header));
    }
  }

  /// What a symbol's entry tells of its place.
  private record Symbol(long value, int section) {

    static Symbol at(byte[] symbols, int number, CoffHeader header) {
      int at = number * header.symbolSize();
      int section =
          header.big() ? Bytes.i32(symbols, at + 12, false) : Bytes.u16(symbols, at + 12, false);
      boolean none = section <= 0 || (!header.big() && section > LAST_SECTION_16);
      return new Symbol(
          Bytes.u32(symbols, at + 8, false), none ? DebugSection.NO_SECTION : section);
    }
  }

  private void apply(DebugSection.Builder section, int at, int size, Symbol symbol)
      throws MalformedFileException {
    byte[] bytes = section.bytes();
    long addend = size == 8 ? Bytes.i64(bytes, at, false) : Bytes.i32(bytes, at, false);
    Bytes.put(bytes, at, size, addend + symbol.value(), false);
    boolean known = symbol.section() > 0 && symbol.section() <= sections.count();
    if (known && !sections.named(symbol.section(), ".debug")) {
      section.target(at, symbol.section());
    }
  }

  /// How many bytes a relocation stores: an address, or an offset in a section (`SECREL`). 0 for
  /// distances and section numbers; negative for what is not known.
  private int size(int type) {
    return switch (header.machine()) {
      case 0x8664 ->
          switch (type) {
            case 1 -> 8; // ADDR64
            case 2, 0xb -> 4; // ADDR32, SECREL
            case 0, 4, 5, 6, 7, 8, 9, 0xa -> 0;
            default -> -1;
          };
      case I386 ->
          switch (type) {
            case 6, 0xb -> 4; // DIR32, SECREL
            case 0, 0xa, 0x14 -> 0;
            default -> -1;
          };
      case 0xaa64, 0xa641, 0xa64e ->
          switch (type) {
            case 0xe -> 8; // ADDR64
            case 1, 8 -> 4; // ADDR32, SECREL
            case 0, 0xd, 0x11 -> 0;
            default -> -1;
          };
      case 0x1c0, 0x1c4 ->
          switch (type) {
            case 1, 0xf -> 4; // ADDR32, SECREL
            case 0, 0xe -> 0;
            default -> -1;
          };
      default -> -1;
    };
  }
}
