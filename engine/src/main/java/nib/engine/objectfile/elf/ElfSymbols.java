package nib.engine.objectfile.elf;

import java.util.BitSet;
import java.util.Optional;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.Scratch;
import nib.engine.binary.SoughtNames;
import nib.engine.binary.Words;
import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.Symbol.Binding;
import nib.engine.objectfile.Symbol.Definition;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.objectfile.Symbol.Visibility;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.objectfile.SymbolTable;
import nib.engine.objectfile.SymbolTraits;

/// Turns the entries of one object's symbol table, `Elf32_Sym` or `Elf64_Sym`, into columns (System
/// V ABI, "Symbol Table").
final class ElfSymbols {

  static final int STB_LOCAL = 0;
  static final int STB_GLOBAL = 1;
  static final int STB_WEAK = 2;
  static final int STB_GNU_UNIQUE = 10;

  static final int STT_OBJECT = 1;
  static final int STT_SECTION = 3;
  static final int STT_COMMON = 5;
  static final int STT_GNU_IFUNC = 10;

  private static final int SHN_UNDEF = 0;
  private static final int SHN_LORESERVE = 0xff00;
  private static final int SHN_X86_64_LCOMMON = 0xff02;
  private static final int SHN_ABS = 0xfff1;
  private static final int SHN_COMMON = 0xfff2;
  private static final int SHN_XINDEX = 0xffff;

  private static final Scratch ENTRIES = new Scratch();

  private final ElfSections sections;
  private final SymbolFilter filter;
  private final boolean wide;
  private final int entrySize;
  private final int machine;
  private final ByteView entries;
  private final Words words;

  /// The number of the first entry in `entries`.
  private final long first;

  /// How many entries at their start are looked at and not wanted.
  private final int skipped;

  private final ElfStrings strings;
  private final ElfSection table;
  private Optional<ByteView> extendedIndexes = Optional.empty();
  private final NmLetter letters;

  /// The sections in COMDAT groups, where that was asked for.
  private final Optional<BitSet> inComdat;

  private int lastInfo = -1;
  private int lastOther;
  private Definition lastDefinition = Definition.UNDEFINED;
  private int lastTraits;

  ElfSymbols(ElfSections sections, ElfSection table, SymbolFilter filter)
      throws MalformedFileException {
    this.sections = sections;
    this.filter = filter;
    this.wide = sections.header().elfClass().wide();
    this.machine = sections.header().e_machine();
    this.entrySize = sections.header().elfClass().symbol;
    var whole = sections.content(table);
    if (table.sh_entsize() != entrySize || whole.size() % entrySize != 0) {
      throw whole.malformed(
          0,
          "a symbol table of %d bytes with entries of %s instead of %d"
              .formatted(whole.size(), Long.toUnsignedString(table.sh_entsize()), entrySize));
    }
    long count = whole.size() / entrySize;
    // Entry 0 is reserved. `sh_info` counts the local symbols, which come first; the one before the
    // others is read with them, for it has to be local if that is true.
    long global = table.sh_info();
    boolean believed = !filter.local() && global > 1 && global <= count;
    var read = from(whole, believed ? global - 1 : Math.min(1, count));
    boolean agrees =
        believed
            && binding(read, 0) == STB_LOCAL
            && (global == count || binding(read, 1) != STB_LOCAL);
    this.entries = agrees || !believed ? read : from(whole, 1);
    this.first = agrees ? global - 1 : Math.min(1, count);
    this.skipped = agrees ? 1 : 0;
    this.words = new Words(entries);
    this.table = table;
    this.strings = sections.symbolStrings(sections.at(table.sh_link()), count);
    this.letters = new NmLetter(sections);
    this.inComdat = filter.detail() ? Optional.of(ElfGroups.comdat(sections)) : Optional.empty();
  }

  private ByteView from(ByteView whole, long number) throws MalformedFileException {
    return ENTRIES.load(whole.slice(number * entrySize, whole.size() - number * entrySize));
  }

  private int binding(ByteView table, long number) throws MalformedFileException {
    return table.u8(number * entrySize + (wide ? 4 : 12)) >> 4;
  }

  SymbolTable read() throws MalformedFileException {
    int count = (int) (entries.size() / entrySize);
    var sectionNames = filter.detail() ? ElfSectionNames.of(sections) : ElfSectionNames.NONE;
    int expected = filter.names().isPresent() ? 0 : count;
    var table = new SymbolTable.Builder(strings.bytes(), expected, sectionNames);
    if (filter.names().isPresent()) {
      addNamed(table, filter.names().get(), count);
    } else {
      for (int i = skipped; i < count; i++) {
        add(table, i);
      }
    }
    return table.build();
  }

  /// Adds the symbols of these names, and those that gcc marks its intermediate code with.
  private void addNamed(SymbolTable.Builder table, SoughtNames names, int count)
      throws MalformedFileException {
    byte[] all = strings.bytes();
    var sought = names.with(ObjectFile.intermediateMark());
    for (int i = skipped; i < count; i++) {
      if (sought.standsAt(all, words.i32(i * entrySize))) {
        add(table, i);
      }
    }
  }

  private void add(SymbolTable.Builder table, int number) throws MalformedFileException {
    int at = number * entrySize;
    int info = words.u8(at + (wide ? 4 : 12));
    int shndx = words.u16(at + (wide ? 6 : 14));
    if (!filter.keeps(shndx != SHN_UNDEF, info >> 4 == STB_LOCAL)) {
      return;
    }
    int section = section(shndx, number, at);
    var definition =
        section == SymbolTable.NO_SECTION || (info & 0xf) == STT_COMMON
            ? definition(info & 0xf, shndx)
            : Definition.SECTION;
    int nameAt = words.i32(at);
    int traits = traits(info, words.u8(at + (wide ? 5 : 13)), definition);
    boolean comdat = inComdat.isPresent() && section >= 0 && inComdat.get().get(section);
    table.add(
        nameAt,
        strings.length(nameAt),
        comdat ? SymbolTraits.inComdat(traits) : traits,
        section,
        wide ? words.i64(at + 8) : Integer.toUnsignedLong(words.i32(at + 4)),
        wide ? words.i64(at + 16) : Integer.toUnsignedLong(words.i32(at + 8)),
        letters.of(info, shndx, definition, section));
  }

  /// What the symbol is; most are like the one before.
  private int traits(int info, int other, Definition definition) {
    if (info != lastInfo || other != lastOther || definition != lastDefinition) {
      lastInfo = info;
      lastOther = other;
      lastDefinition = definition;
      lastTraits =
          SymbolTraits.of(kind(info & 0xf), binding(info >> 4), visibility(other), definition);
    }
    return lastTraits;
  }

  /// The section that the symbol is defined in; none for undefined, common and absolute ones.
  private int section(int shndx, int number, long at) throws MalformedFileException {
    if (shndx == SHN_UNDEF || (shndx >= SHN_LORESERVE && shndx != SHN_XINDEX)) {
      return SymbolTable.NO_SECTION;
    }
    long section = shndx == SHN_XINDEX ? extendedIndex(number, at) : shndx;
    if (section >= sections.count()) {
      throw entries.malformed(
          at + (wide ? 6 : 14),
          "a symbol in section %d of %d".formatted(section, sections.count()));
    }
    return (int) section;
  }

  private long extendedIndex(int number, long at) throws MalformedFileException {
    if (extendedIndexes.isEmpty()) {
      var found = sections.first(ElfSection.SHT_SYMTAB_SHNDX, table.index());
      if (found.isPresent()) {
        extendedIndexes = Optional.of(sections.content(found.get()).loaded());
      }
    }
    if (extendedIndexes.isEmpty()) {
      throw entries.malformed(
          at + (wide ? 6 : 14), "an extended section index and no table of them");
    }
    return extendedIndexes.get().u32((first + number) * 4);
  }

  /// What a symbol is that stands in no section, or is common.
  private Definition definition(int type, int shndx) {
    if (type == STT_COMMON) {
      return Definition.COMMON;
    }
    return switch (shndx) {
      case SHN_UNDEF -> Definition.UNDEFINED;
      case SHN_COMMON -> Definition.COMMON;
      case SHN_ABS -> Definition.ABSOLUTE;
      case SHN_X86_64_LCOMMON ->
          machine == ElfMachine.EM_X86_64 ? Definition.COMMON : Definition.ABSOLUTE;
      default -> Definition.ABSOLUTE; // reserved for processors and systems
    };
  }

  static Kind kind(int type) {
    return switch (type) {
      case STT_OBJECT, STT_COMMON -> Kind.DATA;
      case 2 -> Kind.FUNCTION; // STT_FUNC
      case STT_SECTION -> Kind.SECTION;
      case 4 -> Kind.FILE; // STT_FILE
      case 6 -> Kind.THREAD_LOCAL; // STT_TLS
      case STT_GNU_IFUNC -> Kind.INDIRECT_FUNCTION;
      default -> Kind.UNTYPED;
    };
  }

  static Binding binding(int binding) {
    return switch (binding) {
      case STB_LOCAL -> Binding.LOCAL;
      case STB_WEAK -> Binding.WEAK;
      case STB_GNU_UNIQUE -> Binding.UNIQUE;
      default -> Binding.GLOBAL;
    };
  }

  /// The low two bits of `st_other`.
  private static Visibility visibility(int other) {
    return switch (other & 3) {
      case 1 -> Visibility.INTERNAL; // STV_INTERNAL
      case 2 -> Visibility.HIDDEN; // STV_HIDDEN
      case 3 -> Visibility.PROTECTED; // STV_PROTECTED
      default -> Visibility.DEFAULT;
    };
  }

  /// A reader of the first symbol table; empty where there is none, as in a stripped object.
  static SymbolTable read(ElfSections sections, SymbolFilter filter) throws MalformedFileException {
    var table = sections.only(ElfSection.SHT_SYMTAB);
    return table.isPresent()
        ? new ElfSymbols(sections, table.get(), filter).read()
        : SymbolTable.empty();
  }
}
