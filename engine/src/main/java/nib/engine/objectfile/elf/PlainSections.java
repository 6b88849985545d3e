package nib.engine.objectfile.elf;

import java.util.Arrays;
import nib.engine.binary.LittleEndian;

/// The section headers of a plain object, for [PlainElf]. A header is the place where it stands in
/// the object's array.
///
/// Everything that a header says is checked before anything is looked at behind it: what [#lies]
/// lies within the object.
final class PlainSections {

  // Where the fields of an `Elf64_Shdr` stand (System V ABI, "Sections").
  private static final int SH_TYPE = 4;
  private static final int SH_FLAGS = 8;
  private static final int SH_OFFSET = 24;
  static final int SH_SIZE = 32;
  static final int SH_LINK = 40;
  static final int SH_INFO = 44;
  static final int SH_ENTSIZE = 56;

  private static final int EHDR = 64;
  private static final int SHDR = 64;

  static final int EM_RISCV = 243;
  private static final int EM_AARCH64 = 183;

  private static final int SHN_LORESERVE = 0xff00;

  /// No section that a compiler makes and that is not loaded has a longer name.
  private static final int LONGEST_NAME = 64;

  private byte[] bytes = {};
  private int from;
  private int size;
  private int machine;
  private int headers;
  private int count;

  /// The letter of a local symbol in each section; 0 where nobody asked yet.
  private byte[] letters = new byte[256];

  /// Takes the object's header.
  ///
  /// @return whether it is that of a plain object
  boolean read(byte[] array, int at, int length) {
    bytes = array;
    from = at;
    size = length;
    if (length < EHDR || i32(at) != 0x464c_457f || array[at + 4] != 2 || array[at + 5] != 1) {
      return false;
    }
    machine = u16(at + 0x12);
    count = u16(at + 0x3c);
    long table = LittleEndian.i64(array, at + 0x28);
    boolean known = machine == ElfMachine.EM_X86_64 || machine == EM_AARCH64 || machine == EM_RISCV;
    // More sections than this are counted elsewhere.
    boolean few = count > 0 && count < SHN_LORESERVE && u16(at + 0x3e) < SHN_LORESERVE;
    if (!known || !few || u16(at + 0x3a) != SHDR) {
      return false;
    }
    if (table <= 0 || table > length - count * (long) SHDR) {
      return false;
    }
    headers = at + (int) table;
    if (letters.length < count) {
      letters = new byte[Math.max(count, 2 * letters.length)];
    } else {
      Arrays.fill(letters, 0, count, (byte) 0);
    }
    return true;
  }

  int machine() {
    return machine;
  }

  int count() {
    return count;
  }

  /// The header of the symbol table; 0 where there is none.
  int symbolTable() {
    for (int i = count - 1, header = headers + i * SHDR; i >= 0; i--, header -= SHDR) {
      if (i32(header + SH_TYPE) == ElfSection.SHT_SYMTAB) {
        return header;
      }
    }
    return 0;
  }

  /// The header of the string table that a section is; 0 where it is none, or does not lie in the
  /// object.
  int names(int section) {
    if (section < 0 || section >= count) {
      return 0;
    }
    int header = headers + section * SHDR;
    return i32(header + SH_TYPE) == ElfSection.SHT_STRTAB && lies(header) ? header : 0;
  }

  /// Whether a section's bytes lie in the object.
  boolean lies(int header) {
    long at = LittleEndian.i64(bytes, header + SH_OFFSET);
    long length = LittleEndian.i64(bytes, header + SH_SIZE);
    return at >= 0 && length >= 0 && at <= size && length <= size - at;
  }

  /// Where the section's bytes begin in the array.
  int content(int header) {
    return from + i32(header + SH_OFFSET);
  }

  /// The letter of a local symbol in a section; 0 where that is not to be told.
  int letter(int section) {
    int letter = letters[section];
    if (letter == 0) {
      letter = look(headers + section * SHDR);
      letters[section] = (byte) letter;
    }
    return letter;
  }

  private int look(int header) {
    int flags = i32(header + SH_FLAGS);
    boolean writable = (flags & ElfSection.SHF_WRITE) != 0;
    if ((flags & ElfSection.SHF_EXECINSTR) != 0) {
      return 't';
    }
    if (i32(header + SH_TYPE) == ElfSection.SHT_NOBITS) {
      return 'b';
    }
    if ((flags & ElfSection.SHF_ALLOC) != 0) {
      return writable ? 'd' : 'r';
    }
    int name = name(header);
    return name < 0 ? 0 : isDebug(name) ? 'N' : writable ? '?' : 'n';
  }

  /// Where the section's name begins; -1 where there is none to be found.
  private int name(int header) {
    int names = names(u16(from + 0x3e));
    int offset = i32(header);
    if (names == 0 || offset <= 0 || offset >= i32(names + SH_SIZE)) {
      return -1;
    }
    int name = content(names) + offset;
    int end = Math.min(i32(names + SH_SIZE) - offset, LONGEST_NAME);
    for (int i = 0; i < end; i++) {
      if (bytes[name + i] == 0) {
        return name;
      }
    }
    return -1;
  }

  /// The name has an end, so nothing is looked at behind it.
  private boolean isDebug(int name) {
    return bytes[name] == '.'
        && bytes[name + 1] == 'd'
        && bytes[name + 2] == 'e'
        && bytes[name + 3] == 'b'
        && bytes[name + 4] == 'u'
        && bytes[name + 5] == 'g';
  }

  private int u16(int at) {
    return LittleEndian.u16(bytes, at);
  }

  private int i32(int at) {
    return LittleEndian.i32(bytes, at);
  }
}
