package nib.engine.objectfile.macho;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.objectfile.DebugSections;
import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.objectfile.SectionTotal;
import nib.engine.objectfile.SectionTotals;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.objectfile.SymbolTable;

/// Reads Mach-O objects of 32 and 64 bits in either byte order.
///
/// Behind the header stand load commands. In an object one of them is a segment without a name that
/// has all sections, and one tells where the symbols and their names are.
public final class MachReader {

  private static final int LC_SEGMENT = 0x1;
  private static final int LC_SYMTAB = 0x2;
  private static final int LC_SEGMENT_64 = 0x19;

  /// `n_sect`, the number of a symbol's section, is a byte.
  private static final int MOST_SECTIONS = 1 << 16;

  private final MachHeader header;
  private final List<MachSection> sections = new ArrayList<>();
  private Optional<ByteView> symtab = Optional.empty();

  private MachReader(MachHeader header) {
    this.header = header;
  }

  /// Reads an object whose format is [ObjectFormat#MACH_O].
  public static ObjectFile read(ByteView bytes, SymbolFilter filter) throws MalformedFileException {
    var reader = new MachReader(MachHeader.read(bytes));
    reader.commands();
    return new ObjectFile(
        ObjectFormat.MACH_O,
        MachMachine.name(reader.header.cputype()),
        reader.header.cputype(),
        filter.detail() ? reader.totals() : List.of(),
        reader.symbols(filter));
  }

  /// The debugging information of an object whose format is [ObjectFormat#MACH_O].
  public static DebugSections debugSections(ByteView bytes) throws MalformedFileException {
    var reader = new MachReader(MachHeader.read(bytes));
    reader.commands();
    return new MachDebugSections(reader.header, reader.sections, reader.symtab);
  }

  /// What the file is when it is no object but the result of a link.
  public static Optional<String> linked(ByteView bytes) throws MalformedFileException {
    return switch (MachHeader.read(bytes).filetype()) {
      case MachHeader.MH_EXECUTE -> Optional.of("a macOS program");
      case MachHeader.MH_DYLIB, MachHeader.MH_BUNDLE -> Optional.of("a macOS shared library");
      case MachHeader.MH_CORE -> Optional.of("the core dump of a macOS program");
      default -> Optional.empty();
    };
  }

  private void commands() throws MalformedFileException {
    var commands = header.commands();
    long at = 0;
    while (at < commands.size()) {
      long size = commands.u32(at + 4);
      if (size < 8) {
        throw commands.malformed(at + 4, "a load command of %d bytes".formatted(size));
      }
      var command = commands.slice(at, size);
      switch ((int) command.u32(0)) {
        case LC_SEGMENT -> segment(command, false);
        case LC_SEGMENT_64 -> segment(command, true);
        case LC_SYMTAB -> symtab = Optional.of(command);
        default -> {}
      }
      at += size;
    }
  }

  private void segment(ByteView command, boolean wide) throws MalformedFileException {
    long count = command.u32(wide ? 64 : 48);
    int size = wide ? 80 : 68;
    int first = wide ? 72 : 56;
    if (count > (command.size() - first) / size || sections.size() + count > MOST_SECTIONS) {
      throw command.malformed(
          wide ? 64 : 48,
          "%d sections in a segment's command of %d bytes".formatted(count, command.size()));
    }
    for (int i = 0; i < count; i++) {
      sections.add(MachSection.read(command, first + (long) i * size, wide));
    }
  }

  private SymbolTable symbols(SymbolFilter filter) throws MalformedFileException {
    return symtab.isPresent()
        ? new MachSymbols(header, symtab.get(), sections).read(filter)
        : SymbolTable.of(List.of());
  }

  private List<SectionTotal> totals() {
    var totals = new SectionTotals();
    for (var section : sections) {
      totals.add(section.fullName(), section.content(), section.size());
    }
    return totals.largestFirst();
  }
}
