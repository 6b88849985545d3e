package nib.engine.objectfile.elf;

import java.util.Arrays;
import nib.engine.binary.LittleEndian;

/// The section headers of a plain object, for [PlainElf] and [PlainDebug]. A header is the place
/// where it stands in an array of them.
final class PlainSections {

  // Where the fields of an `Elf64_Shdr` stand (System V ABI, "Sections").
  private static final int SH_TYPE = 4;
  private static final int SH_FLAGS = 8;
  private static final int SH_OFFSET = 24;
  private static final int SH_SIZE = 32;
  private static final int SH_LINK = 40;
  private static final int SH_INFO = 44;
  private static final int SH_ENTSIZE = 56;

  private static final int EHDR = 64;
  private static final int SHDR = 64;

  /// The header of a section that there is not. The place of any other may be 0.
  static final int NONE = -1;

  /// The size of an entry of a symbol table.
  static final int SYM = 24;

  static final int EM_RISCV = 243;
  private static final int EM_AARCH64 = 183;

  private static final int SHN_LORESERVE = 0xff00;

  /// No section that a compiler makes and that is not loaded has a longer name.
  private static final int LONGEST_NAME = 64;

  private final PlainSource source;
  private final PlainSource.Piece start = new PlainSource.Piece();
  private final PlainSource.Piece table = new PlainSource.Piece();
  private final PlainSource.Piece names = new PlainSource.Piece();

  private byte[] bytes = {};
  private int headers;
  private int machine;
  private int count;

  private int shstrndx;

  /// Whether `names` has the names of this object's sections.
  private boolean hasNames;

  /// The letter of a local symbol in each section; 0 where nobody asked yet.
  private byte[] letters = new byte[256];

  PlainSections(PlainSource source) {
    this.source = source;
  }

  /// Takes the object's header and the table that it points to.
  ///
  /// @return whether they are those of a plain object
  boolean read() {
    if (!source.take(start, 0, EHDR)) {
      return false;
    }
    byte[] head = start.bytes();
    int at = start.at();
    if (LittleEndian.i32(head, at) != 0x464c_457f || head[at + 4] != 2 || head[at + 5] != 1) {
      return false;
    }
    machine = LittleEndian.u16(head, at + 0x12);
    count = LittleEndian.u16(head, at + 0x3c);
    shstrndx = LittleEndian.u16(head, at + 0x3e);
    boolean known = machine == ElfMachine.EM_X86_64 || machine == EM_AARCH64 || machine == EM_RISCV;
    // More sections than this are counted elsewhere.
    boolean few = count > 0 && count < SHN_LORESERVE && shstrndx < SHN_LORESERVE;
    if (!known || !few || LittleEndian.u16(head, at + 0x3a) != SHDR) {
      return false;
    }
    long place = LittleEndian.i64(head, at + 0x28);
    if (place == 0 || !source.take(table, place, count * (long) SHDR)) {
      return false;
    }
    bytes = table.bytes();
    headers = table.at();
    hasNames = false;
    if (letters.length < count) {
      letters = new byte[Math.max(count, 2 * letters.length)];
    } else {
      Arrays.fill(letters, 0, count, (byte) 0);
    }
    return type(at(0)) == 0; // section 0 is none
  }

  int machine() {
    return machine;
  }

  /// The header of a section that there is.
  int at(int section) {
    return headers + section * SHDR;
  }

  /// The header of the section with the names of all, or [#NONE].
  int sectionNames() {
    return names(shstrndx);
  }

  /// `sh_name`.
  int name(int header) {
    return i32(header);
  }

  /// `sh_type`.
  int type(int header) {
    return i32(header + SH_TYPE);
  }

  /// `sh_flags`, those that are known.
  int flags(int header) {
    return i32(header + SH_FLAGS);
  }

  int count() {
    return count;
  }

  /// The header of the symbol table, or [#NONE].
  int symbolTable() {
    for (int i = count - 1, header = headers + i * SHDR; i >= 0; i--, header -= SHDR) {
      if (type(header) == ElfSection.SHT_SYMTAB) {
        return header;
      }
    }
    return NONE;
  }

  /// The header of a section that is a string table, or [#NONE].
  int names(int section) {
    if (section < 0 || section >= count) {
      return NONE;
    }
    int header = at(section);
    return type(header) == ElfSection.SHT_STRTAB ? header : NONE;
  }

  /// Whether the section's bytes lie in the object.
  boolean lies(int header) {
    return source.has(offset(header), size(header));
  }

  /// `sh_offset`.
  long offset(int header) {
    return LittleEndian.i64(bytes, header + SH_OFFSET);
  }

  /// `sh_size`.
  long size(int header) {
    return LittleEndian.i64(bytes, header + SH_SIZE);
  }

  /// `sh_link`.
  int link(int header) {
    return i32(header + SH_LINK);
  }

  /// `sh_info`.
  int info(int header) {
    return i32(header + SH_INFO);
  }

  /// `sh_entsize`.
  long entrySize(int header) {
    return LittleEndian.i64(bytes, header + SH_ENTSIZE);
  }

  /// The letter of a local symbol in a section; 0 where that is not to be told.
  int letter(int section) {
    int letter = letters[section];
    if (letter == 0) {
      letter = look(at(section));
      letters[section] = (byte) letter;
    }
    return letter;
  }

  private int look(int header) {
    int flags = flags(header);
    boolean writable = (flags & ElfSection.SHF_WRITE) != 0;
    if ((flags & ElfSection.SHF_EXECINSTR) != 0) {
      return 't';
    }
    if (type(header) == ElfSection.SHT_NOBITS) {
      return 'b';
    }
    if ((flags & ElfSection.SHF_ALLOC) != 0) {
      return writable ? 'd' : 'r';
    }
    int name = findName(header);
    return name < 0 ? 0 : isDebug(name) ? 'N' : writable ? '?' : 'n';
  }

  /// Where the section's name begins among the names; -1 where there is none to be found.
  private int findName(int header) {
    int section = sectionNames();
    if (section == NONE) {
      return -1;
    }
    long size = size(section);
    hasNames = hasNames || source.take(names, offset(section), size);
    int offset = name(header);
    if (!hasNames || offset <= 0 || offset >= size) {
      return -1;
    }
    int name = names.at() + offset;
    int end = (int) Math.min(size - offset, LONGEST_NAME);
    for (int i = 0; i < end; i++) {
      if (names.bytes()[name + i] == 0) {
        return name;
      }
    }
    return -1;
  }

  /// The name has an end, so nothing is looked at behind it.
  private boolean isDebug(int name) {
    byte[] all = names.bytes();
    return all[name] == '.'
        && all[name + 1] == 'd'
        && all[name + 2] == 'e'
        && all[name + 3] == 'b'
        && all[name + 4] == 'u'
        && all[name + 5] == 'g';
  }

  private int i32(int at) {
    return LittleEndian.i32(bytes, at);
  }
}
