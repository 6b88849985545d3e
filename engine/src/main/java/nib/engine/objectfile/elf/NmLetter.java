package nib.engine.objectfile.elf;

import java.util.Optional;
import nib.engine.objectfile.Symbol.Definition;

/// The letter that `llvm-nm` prints for a symbol: what it is and where it lies, in upper case when
/// other objects see it.
///
/// - `U` undefined, `w` and `v` the same and weak (`v`: data);
/// - `i` chosen at load time, `W` and `V` weak, `C` common, `A` absolute, `u` unique;
/// - `T` code, `B` zeroed data, `D` data, `R` read-only data;
/// - `N` debugging sections, `n` other sections that are not loaded, `?` the rest.
final class NmLetter {

  private NmLetter() {}

  static char of(
      ElfSymbol symbol, Definition definition, Optional<ElfSection> section, String sectionName) {
    boolean weak = symbol.binding() == ElfSymbol.STB_WEAK;
    boolean data = symbol.type() == ElfSymbol.STT_OBJECT;
    if (definition == Definition.UNDEFINED) {
      return weak ? data ? 'v' : 'w' : 'U';
    }
    if (definition == Definition.ABSOLUTE && symbol.st_shndx() != 0xfff1) {
      return '?';
    }
    if (symbol.type() == ElfSymbol.STT_GNU_IFUNC) {
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
          case SECTION -> inSection(symbol, section, sectionName);
        };
    boolean local = symbol.binding() == ElfSymbol.STB_LOCAL;
    return local || letter == 'u' ? letter : Character.toUpperCase(letter);
  }

  private static char inSection(
      ElfSymbol symbol, Optional<ElfSection> section, String sectionName) {
    return switch (symbol.binding()) {
      case ElfSymbol.STB_GNU_UNIQUE -> 'u';
      case ElfSymbol.STB_LOCAL, ElfSymbol.STB_GLOBAL ->
          section.map(one -> letter(one, sectionName)).orElse('?');
      default -> '?';
    };
  }

  private static char letter(ElfSection section, String name) {
    if (section.has(ElfSection.SHF_EXECINSTR)) {
      return 't';
    }
    if (section.sh_type() == ElfSection.SHT_NOBITS) {
      return 'b';
    }
    if (section.has(ElfSection.SHF_ALLOC)) {
      return section.has(ElfSection.SHF_WRITE) ? 'd' : 'r';
    }
    if (name.startsWith(".debug")) {
      return 'N';
    }
    return section.has(ElfSection.SHF_WRITE) ? '?' : 'n';
  }
}
