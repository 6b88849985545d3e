package nib.engine.objectfile.elf;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.Scratch;
import nib.engine.binary.Words;
import nib.engine.objectfile.SymbolFilter;

/// The section headers of one object. They are in memory, all or a piece of the table at a time; a
/// header is taken apart when it is asked for: of the thousands that `-ffunction-sections` makes,
/// few matter.
final class ElfSections {

  /// How many headers are read with one where few are asked for.
  private static final int FEW = 64;

  private static final Scratch HEADERS = new Scratch();

  private final ElfHeader header;
  private final int headerSize;
  private final int count;

  /// How many headers a piece of the table has; the last one has what is left.
  private final int inPiece;

  private final SymbolFilter filter;

  /// The piece that is in memory, and the number of its first header.
  private ByteView piece;

  private Words words;
  private int first;

  private final Map<Integer, ElfStrings> strings = new HashMap<>();
  private Optional<ElfStrings> names = Optional.empty();

  /// Sections that are looked at for as long as one likes.
  ElfSections(ElfHeader header) throws MalformedFileException {
    this(header, SymbolFilter.ALL);
  }

  /// Sections that are looked at for symbols. Unless details are asked for, they are good until
  /// this thread looks at the next object.
  ElfSections(ElfHeader header, SymbolFilter filter) throws MalformedFileException {
    this.header = header;
    this.filter = filter;
    this.headerSize = header.elfClass().sectionHeader;
    if (header.shnum() > Integer.MAX_VALUE / headerSize) {
      throw header
          .file()
          .malformed(header.e_shoff(), "%d section headers".formatted(header.shnum()));
    }
    this.inPiece =
        filter.names().isEmpty() ? (int) header.shnum() : (int) Math.min(FEW, header.shnum());
    this.piece = piece(0);
    this.words = new Words(piece);
    this.count = (int) header.shnum();
  }

  private ByteView piece(int from) throws MalformedFileException {
    long size = Math.min(inPiece, header.shnum() - from) * headerSize;
    var headers = header.file().slice(header.e_shoff() + (long) from * headerSize, size);
    return filter.detail() ? headers.loaded() : HEADERS.load(headers);
  }

  /// Where a header stands in the piece, which is read if it is another one.
  private int place(int index) throws MalformedFileException {
    int within = index - first;
    if (within < 0 || within >= inPiece) {
      int from = index - index % inPiece;
      piece = piece(from);
      words = new Words(piece);
      first = from;
      within = index - from;
    }
    return within * headerSize;
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
    int at = place((int) index);
    return ElfSection.read(piece, header.elfClass(), at, (int) index);
  }

  /// `sh_name` alone.
  long nameAt(int index) throws MalformedFileException {
    int at = place(index);
    return Integer.toUnsignedLong(words.i32(at));
  }

  /// `sh_info` alone.
  long info(int index) throws MalformedFileException {
    int at = place(index);
    return Integer.toUnsignedLong(words.i32(at + (header.elfClass().wide() ? 44 : 28)));
  }

  int type(int index) throws MalformedFileException {
    int at = place(index);
    return words.i32(at + 4);
  }

  /// `sh_flags` alone.
  long flags(int index) throws MalformedFileException {
    int at = place(index) + 8;
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
    return strings(section, users, false);
  }

  /// The string table that symbols' names are in.
  ElfStrings symbolStrings(ElfSection section, long users) throws MalformedFileException {
    return strings(section, users, filter.brief());
  }

  private ElfStrings strings(ElfSection section, long users, boolean brief)
      throws MalformedFileException {
    var known = strings.get(section.index());
    if (known != null) {
      known.allow(users);
      return known;
    }
    if (section.sh_type() != ElfSection.SHT_STRTAB) {
      throw header
          .file()
          .malformed(
              header.e_shoff() + (long) section.index() * headerSize + 4,
              "section type %d where a string table belongs".formatted(section.sh_type()));
    }
    var content = content(section);
    var table = brief ? ElfStrings.brief(content, users) : ElfStrings.of(content, users);
    strings.put(section.index(), table);
    return table;
  }

  ByteView content(ElfSection section) throws MalformedFileException {
    return section.content(header.file());
  }
}
