package nib.engine.objectfile.elf;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.Words;

/// The section headers of one object. The table is in memory; a header is taken apart when it is
/// asked for: of the thousands that `-ffunction-sections` makes, few matter.
final class ElfSections {

  private final ElfHeader header;
  private final ByteView table;
  private final Words words;
  private final int count;
  private final Map<Integer, ElfStrings> strings = new HashMap<>();
  private Optional<ElfStrings> names = Optional.empty();

  ElfSections(ElfHeader header) throws MalformedFileException {
    this.header = header;
    long size = header.shnum() * header.elfClass().sectionHeader;
    this.table = header.file().slice(header.e_shoff(), size).loaded();
    this.words = new Words(table);
    this.count = (int) header.shnum(); // a loaded table has fewer than 2³¹ bytes
  }

  int count() {
    return count;
  }

  ElfHeader header() {
    return header;
  }

  ElfSection at(long index) throws MalformedFileException {
    if (index < 0 || index >= count) {
      throw header
          .file()
          .malformed(
              header.e_shoff(), "section %s of %d".formatted(Long.toUnsignedString(index), count));
    }
    return ElfSection.read(
        table, header.elfClass(), index * header.elfClass().sectionHeader, (int) index);
  }

  int type(int index) {
    return words.i32(index * header.elfClass().sectionHeader + 4);
  }

  /// `sh_flags` alone.
  long flags(int index) {
    int at = index * header.elfClass().sectionHeader + 8;
    return header.elfClass().wide() ? words.i64(at) : words.i32(at);
  }

  /// The section of this type of which there is one at most. Producers write the symbol table
  /// behind the sections it speaks of, so the search begins at the end.
  Optional<ElfSection> only(int type) throws MalformedFileException {
    for (int i = count - 1; i >= 0; i--) {
      if (type(i) == type) {
        return Optional.of(at(i));
      }
    }
    return Optional.empty();
  }

  /// The first section of this type that belongs to section `link`.
  Optional<ElfSection> first(int type, long link) throws MalformedFileException {
    for (int i = 0; i < count; i++) {
      if (type(i) == type && at(i).sh_link() == link) {
        return Optional.of(at(i));
      }
    }
    return Optional.empty();
  }

  String name(ElfSection section) throws MalformedFileException {
    return names().at((int) section.sh_name());
  }

  /// The names of sections.
  ElfStrings names() throws MalformedFileException {
    if (names.isEmpty()) {
      names = Optional.of(strings(at(header.shstrndx()), count));
    }
    return names.get();
  }

  /// The string table in `section`, for `users` more names. LLVM keeps all names in one table.
  ElfStrings strings(ElfSection section, long users) throws MalformedFileException {
    var known = strings.get(section.index());
    if (known != null) {
      known.allow(users);
      return known;
    }
    if (section.sh_type() != ElfSection.SHT_STRTAB) {
      throw header
          .file()
          .malformed(
              header.e_shoff() + (long) section.index() * header.elfClass().sectionHeader + 4,
              "section type %d where a string table belongs".formatted(section.sh_type()));
    }
    var table = new ElfStrings(content(section), users);
    strings.put(section.index(), table);
    return table;
  }

  ByteView content(ElfSection section) throws MalformedFileException {
    return section.content(header.file());
  }
}
