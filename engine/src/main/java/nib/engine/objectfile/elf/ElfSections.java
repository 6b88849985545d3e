package nib.engine.objectfile.elf;

import java.util.Optional;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import org.jspecify.annotations.Nullable;

/// The section headers of one object, each read when it is first asked for: of the thousands that
/// `-ffunction-sections` makes, only those with symbols in them matter.
final class ElfSections {

  private final ElfHeader header;
  private final @Nullable ElfSection[] known;
  private final @Nullable String[] names;
  private @Nullable ElfStrings strings;

  ElfSections(ElfHeader header) {
    this.header = header;
    // The header's check has bounded the count by the size of the file.
    this.known = new ElfSection[(int) Math.min(header.shnum(), Integer.MAX_VALUE - 8)];
    this.names = new String[known.length];
  }

  long count() {
    return known.length;
  }

  ElfSection at(long index) throws MalformedFileException {
    if (index < 0 || index >= known.length) {
      throw header
          .file()
          .malformed(
              header.e_shoff(),
              "section %s of %d".formatted(Long.toUnsignedString(index), known.length));
    }
    var section = known[(int) index];
    if (section == null) {
      long at = header.e_shoff() + index * ElfHeader.SECTION_HEADER_SIZE;
      section = ElfSection.read(header.file(), at, index);
      known[(int) index] = section;
    }
    return section;
  }

  /// The first section of this type; `sh_type` alone is looked at.
  Optional<ElfSection> first(int type) throws MalformedFileException {
    for (long i = 0; i < count(); i++) {
      if (type(i) == type) {
        return Optional.of(at(i));
      }
    }
    return Optional.empty();
  }

  /// The first section of this type that belongs to section `link`.
  Optional<ElfSection> first(int type, long link) throws MalformedFileException {
    for (long i = 0; i < count(); i++) {
      if (type(i) == type && at(i).sh_link() == link) {
        return Optional.of(at(i));
      }
    }
    return Optional.empty();
  }

  private int type(long index) throws MalformedFileException {
    return (int) header.file().u32(header.e_shoff() + index * ElfHeader.SECTION_HEADER_SIZE + 4);
  }

  String name(ElfSection section) throws MalformedFileException {
    int index = (int) section.index();
    var name = names[index];
    if (name == null) {
      name = strings().at(section.sh_name());
      names[index] = name;
    }
    return name;
  }

  private ElfStrings strings() throws MalformedFileException {
    if (strings == null) {
      strings = strings(at(header.shstrndx()), known.length);
    }
    return strings;
  }

  /// The string table in `section`, for `users` names.
  ElfStrings strings(ElfSection section, long users) throws MalformedFileException {
    if (section.sh_type() != ElfSection.SHT_STRTAB) {
      throw header
          .file()
          .malformed(
              header.e_shoff() + section.index() * ElfHeader.SECTION_HEADER_SIZE + 4,
              "section type %d where a string table belongs".formatted(section.sh_type()));
    }
    return new ElfStrings(content(section), users);
  }

  ByteView content(ElfSection section) throws MalformedFileException {
    return section.content(header.file());
  }
}
