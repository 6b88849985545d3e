package nib.engine.objectfile.elf;

import nib.engine.binary.MalformedFileException;
import nib.engine.objectfile.Symbol.Definition;

/// The letter that `llvm-nm` prints for a symbol: what it is and where it lies, in upper case when
/// other objects see it.
///
/// - `U` undefined, `w` and `v` the same and weak (`v`: data);
/// - `i` chosen at load time, `W` and `V` weak, `C` common, `A` absolute, `u` unique;
/// - `T` code, `B` zeroed data, `D` data, `R` read-only data;
/// - `N` debugging sections, `n` other sections that are not loaded, `?` the rest.
final class NmLetter {

  private static final int SHN_ABS = 0xfff1;

  private final ElfSections sections;

  /// For each section the letter of a local symbol in it; 0 where nobody asked yet.
  private final char[] letters;

  NmLetter(ElfSections sections) {
    this.sections = sections;
    this.letters = new char[sections.count()];
  }

  /// @param section the symbol's section where `definition` is `SECTION`
  char of(int info, int shndx, Definition definition, int section) throws MalformedFileException {
    int binding = info >> 4;
    int type = info & 0xf;
    boolean weak = binding == ElfSymbols.STB_WEAK;
    boolean data = type == ElfSymbols.STT_OBJECT;
    if (binding == ElfSymbols.STB_GLOBAL
        && definition == Definition.SECTION
        && type != ElfSymbols.STT_GNU_IFUNC) {
      char letter = inSection(binding, section); // nearly all symbols
      return letter >= 'a' ? (char) (letter - 'a' + 'A') : letter;
    }
    if (definition == Definition.UNDEFINED) {
      return weak ? data ? 'v' : 'w' : 'U';
    }
    if (definition == Definition.ABSOLUTE && shndx != SHN_ABS) {
      return '?';
    }
    if (type == ElfSymbols.STT_GNU_IFUNC) {
      return 'i';
    }
    if (weak) {
      return data ? 'V' : 'W';
    }
    char letter =
        switch (definition) {
          case UNDEFINED -> 'U';
          case COMMON -> 'C';
          case ABSOLUTE -> 'a';
          case SECTION -> inSection(binding, section);
        };
    boolean local = binding == ElfSymbols.STB_LOCAL;
    return local || letter == 'u' ? letter : Character.toUpperCase(letter);
  }

  private char inSection(int binding, int section) throws MalformedFileException {
    return switch (binding) {
      case ElfSymbols.STB_GNU_UNIQUE -> 'u';
      case ElfSymbols.STB_LOCAL, ElfSymbols.STB_GLOBAL -> {
        if (letters[section] == 0) {
          letters[section] = letter(section);
        }
        yield letters[section];
      }
      default -> '?';
    };
  }

  private char letter(int section) throws MalformedFileException {
    long flags = sections.flags(section);
    boolean writable = (flags & ElfSection.SHF_WRITE) != 0;
    if ((flags & ElfSection.SHF_EXECINSTR) != 0) {
      return 't';
    }
    if (sections.type(section) == ElfSection.SHT_NOBITS) {
      return 'b';
    }
    if ((flags & ElfSection.SHF_ALLOC) != 0) {
      return writable ? 'd' : 'r';
    }
    if (sections.name(sections.at(section)).startsWith(".debug")) {
      return 'N';
    }
    return writable ? '?' : 'n';
  }
}
