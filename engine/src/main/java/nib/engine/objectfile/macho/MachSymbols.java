package nib.engine.objectfile.macho;

import java.util.List;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.StringTable;
import nib.engine.objectfile.Symbol.Binding;
import nib.engine.objectfile.Symbol.Definition;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.objectfile.Symbol.Visibility;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.objectfile.SymbolTable;

/// Turns the entries of one object's symbol table, `nlist` or `nlist_64`, into columns. Debugging
/// entries ("stabs") are no symbols and are left out.
final class MachSymbols {

  // Parts of n_type.
  private static final int STAB = 0xe0;
  private static final int PRIVATE_EXTERNAL = 0x10;
  private static final int TYPE = 0x0e;
  private static final int EXTERNAL = 0x01;

  // The values of its part TYPE.
  private static final int UNDEFINED = 0x0;
  private static final int ABSOLUTE = 0x2;
  private static final int INDIRECT = 0xa;
  private static final int IN_SECTION = 0xe;

  // Parts of n_desc. The higher one means something else for undefined symbols.
  private static final int WEAK_REFERENCE = 0x40;
  private static final int WEAK_DEFINITION = 0x80;

  private final boolean wide;
  private final int entrySize;
  private final ByteView entries;
  private final StringTable names;
  private final List<MachSection> sections;

  private record Entry(long name, int type, int section, int description, long value) {

    boolean external() {
      return (type & EXTERNAL) != 0;
    }

    /// The part of the type that tells where the symbol is defined.
    int place() {
      return type & TYPE;
    }

    Definition definition() {
      return switch (place()) {
        case UNDEFINED -> external() && value != 0 ? Definition.COMMON : Definition.UNDEFINED;
        case ABSOLUTE -> Definition.ABSOLUTE;
        case INDIRECT, IN_SECTION -> Definition.SECTION;
        default -> Definition.UNDEFINED;
      };
    }
  }

  /// @param symtab the command `LC_SYMTAB`
  MachSymbols(MachHeader header, ByteView symtab, List<MachSection> sections)
      throws MalformedFileException {
    this.wide = header.wide();
    this.entrySize = wide ? 16 : 12;
    this.sections = sections;
    long count = symtab.u32(12);
    this.entries = header.file().slice(symtab.u32(8), count * entrySize).loaded();
    this.names = new StringTable(header.file().slice(symtab.u32(16), symtab.u32(20)), 2 * count);
  }

  SymbolTable read(SymbolFilter filter) throws MalformedFileException {
    int count = (int) (entries.size() / entrySize);
    var sectionNames = sections.stream().map(MachSection::fullName).toArray(String[]::new);
    var table = new SymbolTable.Builder(names.bytes(), count, section -> sectionNames[section - 1]);
    for (int i = 0; i < count; i++) {
      var entry = entry((long) i * entrySize);
      boolean stab = (entry.type() & STAB) != 0;
      if (!stab && filter.keeps(entry.definition() != Definition.UNDEFINED, !entry.external())) {
        add(table, entry);
      }
    }
    return table.build();
  }

  private Entry entry(long at) throws MalformedFileException {
    var entry =
        new Entry(
            entries.u32(at),
            entries.u8(at + 4),
            entries.u8(at + 5),
            entries.u16(at + 6),
            wide ? entries.u64(at + 8) : entries.u32(at + 8));
    if ((entry.type() & STAB) == 0
        && entry.place() == IN_SECTION
        && entry.section() > sections.size()) {
      throw entries.malformed(
          at + 5, "a symbol in section %d of %d".formatted(entry.section(), sections.size()));
    }
    return entry;
  }

  private void add(SymbolTable.Builder table, Entry entry) throws MalformedFileException {
    var definition = entry.definition();
    boolean inSection = entry.place() == IN_SECTION && entry.section() > 0;
    boolean common = definition == Definition.COMMON;
    table
        .named((int) entry.name(), entry.name() == 0 ? 0 : names.length(entry.name()))
        .is(kind(entry, inSection, common), binding(entry), visibility(entry), definition)
        .in(
            inSection ? entry.section() : SymbolTable.NO_SECTION,
            inSection && (entry.description() & WEAK_DEFINITION) != 0);
    if (entry.place() == INDIRECT) {
      table.standsFor(names.at(entry.value()));
    }
    table.add(common ? alignment(entry) : entry.value(), common ? entry.value() : 0, letter(entry));
  }

  /// In bytes, of a common symbol: a power of two in four bits of `n_desc`.
  private static long alignment(Entry entry) {
    return 1L << (entry.description() >> 8 & 0xf);
  }

  private Kind kind(Entry entry, boolean inSection, boolean common) {
    if (!inSection) {
      return common ? Kind.DATA : Kind.UNTYPED;
    }
    var section = sections.get(entry.section() - 1);
    return section.code() ? Kind.FUNCTION : section.threadLocal() ? Kind.THREAD_LOCAL : Kind.DATA;
  }

  private static Binding binding(Entry entry) {
    if (!entry.external()) {
      return Binding.LOCAL;
    }
    int weak = entry.definition() == Definition.UNDEFINED ? WEAK_REFERENCE : WEAK_DEFINITION;
    return (entry.description() & weak) != 0 ? Binding.WEAK : Binding.GLOBAL;
  }

  private static Visibility visibility(Entry entry) {
    return (entry.type() & PRIVATE_EXTERNAL) != 0 ? Visibility.HIDDEN : Visibility.DEFAULT;
  }

  private char letter(Entry entry) {
    if (entry.external() && entry.place() == UNDEFINED) {
      return entry.value() == 0 ? 'U' : 'C';
    }
    char letter =
        switch (entry.place()) {
          case ABSOLUTE -> 'a';
          case INDIRECT -> 'i';
          case IN_SECTION ->
              entry.section() == 0 ? 's' : sections.get(entry.section() - 1).letter();
          default -> '?';
        };
    return entry.external() ? Character.toUpperCase(letter) : letter;
  }
}
