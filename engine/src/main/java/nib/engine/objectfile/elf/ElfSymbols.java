package nib.engine.objectfile.elf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.objectfile.Symbol;
import nib.engine.objectfile.Symbol.Binding;
import nib.engine.objectfile.Symbol.Definition;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.objectfile.Symbol.Visibility;

/// Turns the symbol table of one object into [Symbol]s.
final class ElfSymbols {

  private static final int SHN_UNDEF = 0;
  private static final int SHN_LORESERVE = 0xff00;
  private static final int SHN_X86_64_LCOMMON = 0xff02;
  private static final int SHN_ABS = 0xfff1;
  private static final int SHN_COMMON = 0xfff2;
  private static final int SHN_XINDEX = 0xffff;

  private static final int STT_COMMON = 5;

  static List<Symbol> read(ElfHeader header, ElfSections sections, ElfSection table)
      throws MalformedFileException {
    return new ElfSymbols(header, sections, table).symbols();
  }

  private final ElfHeader header;
  private final ElfSections sections;
  private final ByteView entries;
  private final long count;
  private final ElfStrings strings;
  private final Optional<ByteView> extendedIndexes;

  private ElfSymbols(ElfHeader header, ElfSections sections, ElfSection table)
      throws MalformedFileException {
    this.header = header;
    this.sections = sections;
    this.entries = sections.content(table);
    if (table.sh_entsize() != ElfSymbol.SIZE || entries.size() % ElfSymbol.SIZE != 0) {
      throw entries.malformed(
          0,
          "a symbol table of %d bytes with entries of %s instead of 24"
              .formatted(entries.size(), Long.toUnsignedString(table.sh_entsize())));
    }
    this.count = entries.size() / ElfSymbol.SIZE;
    this.strings = sections.strings(sections.at(table.sh_link()), count);
    var indexes = sections.first(ElfSection.SHT_SYMTAB_SHNDX, table.index());
    this.extendedIndexes =
        indexes.isPresent() ? Optional.of(sections.content(indexes.get())) : Optional.empty();
  }

  private List<Symbol> symbols() throws MalformedFileException {
    var symbols = new ArrayList<Symbol>((int) Math.min(count, 1 << 20));
    for (long i = 1; i < count; i++) { // entry 0 is reserved
      symbols.add(symbol(i));
    }
    return symbols;
  }

  private Symbol symbol(long index) throws MalformedFileException {
    var symbol = ElfSymbol.read(entries, index * ElfSymbol.SIZE);
    var section = section(symbol, index);
    String sectionName = section.isPresent() ? sections.name(section.get()) : "";
    return new Symbol(
        strings.at(symbol.st_name()),
        kind(symbol.type()),
        binding(symbol.binding()),
        visibility(symbol.visibility()),
        definition(symbol, section.isPresent()),
        sectionName,
        symbol.st_value(),
        symbol.st_size(),
        NmLetter.of(symbol, definition(symbol, section.isPresent()), section, sectionName));
  }

  /// The section that the symbol is defined in; absent for undefined, common and absolute ones.
  private Optional<ElfSection> section(ElfSymbol symbol, long index) throws MalformedFileException {
    int shndx = symbol.st_shndx();
    if (shndx == SHN_XINDEX) {
      var table = extendedIndexes;
      if (table.isEmpty()) {
        throw entries.malformed(
            index * ElfSymbol.SIZE + 6, "an extended section index and no table of them");
      }
      return Optional.of(existing(table.get().u32(index * 4), index));
    }
    return shndx == SHN_UNDEF || shndx >= SHN_LORESERVE
        ? Optional.empty()
        : Optional.of(existing(shndx, index));
  }

  private ElfSection existing(long shndx, long index) throws MalformedFileException {
    if (shndx >= sections.count()) {
      throw entries.malformed(
          index * ElfSymbol.SIZE + 6,
          "a symbol in section %d of %d".formatted(shndx, sections.count()));
    }
    return sections.at(shndx);
  }

  private Definition definition(ElfSymbol symbol, boolean inSection) {
    if (symbol.type() == STT_COMMON) {
      return Definition.COMMON;
    }
    if (inSection) {
      return Definition.SECTION;
    }
    return switch (symbol.st_shndx()) {
      case SHN_UNDEF -> Definition.UNDEFINED;
      case SHN_COMMON -> Definition.COMMON;
      case SHN_ABS -> Definition.ABSOLUTE;
      case SHN_X86_64_LCOMMON ->
          header.e_machine() == ElfMachine.EM_X86_64 ? Definition.COMMON : Definition.ABSOLUTE;
      default -> Definition.ABSOLUTE; // reserved for processors and systems
    };
  }

  private static Kind kind(int type) {
    return switch (type) {
      case 1, STT_COMMON -> Kind.DATA; // STT_OBJECT
      case 2 -> Kind.FUNCTION; // STT_FUNC
      case 3 -> Kind.SECTION; // STT_SECTION
      case 4 -> Kind.FILE; // STT_FILE
      case 6 -> Kind.THREAD_LOCAL; // STT_TLS
      case ElfSymbol.STT_GNU_IFUNC -> Kind.INDIRECT_FUNCTION;
      default -> Kind.UNTYPED;
    };
  }

  private static Binding binding(int binding) {
    return switch (binding) {
      case ElfSymbol.STB_LOCAL -> Binding.LOCAL;
      case ElfSymbol.STB_WEAK -> Binding.WEAK;
      case ElfSymbol.STB_GNU_UNIQUE -> Binding.UNIQUE;
      default -> Binding.GLOBAL;
    };
  }

  private static Visibility visibility(int visibility) {
    return switch (visibility) {
      case 1 -> Visibility.INTERNAL; // STV_INTERNAL
      case 2 -> Visibility.HIDDEN; // STV_HIDDEN
      case 3 -> Visibility.PROTECTED; // STV_PROTECTED
      default -> Visibility.DEFAULT;
    };
  }
}
