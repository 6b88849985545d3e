package nib.engine.objectfile.elf;

import nib.engine.binary.LittleEndian;
import nib.engine.objectfile.Symbol.Binding;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.objectfile.SymbolFilter;

/// The symbols of an object as compilers make them for the processors that most people have: ELF of
/// 64 bits, little-endian, with nothing in it that is rare. [ElfReader] reads every object; this
/// one takes the common ones straight out of an array, one after the other, and turns down any
/// other.
///
/// A command that lists a small archive is over before the virtual machine has compiled much of
/// what it runs. So this is one loop without objects of its own, and it accepts no object of which
/// [ElfReader] would say anything else.
///
/// For one thread.
public final class PlainElf {

  private static final int SYM = 24;

  private static final int STT_FILE = 4;
  private static final int STT_TLS = 6;

  private static final int SHN_ABS = 0xfff1;
  private static final int SHN_COMMON = 0xfff2;

  /// No object at all.
  public static final PlainElf NONE = new PlainElf(SymbolFilter.ALL);

  private final SymbolFilter filter;

  private byte[] bytes = {};
  private final PlainSections sections = new PlainSections();

  private int count;
  private int[] entries = new int[256];
  private byte[] letters = new byte[256];
  private int[] names = new int[256];
  private int[] lengths = new int[256];
  private long[] starts = new long[256];

  /// @param filter which symbols are wanted; no details, and not by their names
  public PlainElf(SymbolFilter filter) {
    this.filter = filter;
  }

  /// Takes the object's symbols.
  ///
  /// @param array has the object's bytes in it, and stays as it is while its symbols are asked for
  /// @return false where the object is no plain one, or damaged; then there is nothing to ask for
  public boolean read(byte[] array, int at, int length) {
    bytes = array;
    count = 0;
    if (!sections.read(array, at, length)) {
      return false;
    }
    int header = sections.symbolTable();
    return header == 0 ? filter.defined() : table(header);
  }

  private boolean table(int header) {
    int namesHeader = sections.names(i32(header + PlainSections.SH_LINK));
    int tableSize = i32(header + PlainSections.SH_SIZE);
    boolean fits = tableSize % SYM == 0 && i64(header + PlainSections.SH_ENTSIZE) == SYM;
    if (namesHeader == 0 || !sections.lies(header) || !fits) {
      return false;
    }
    int table = sections.content(header);
    int total = tableSize / SYM;
    room(total);
    return symbols(
            table, first(table, total, i32(header + PlainSections.SH_INFO)), total, namesHeader)
        && (filter.defined() || count > 0);
  }

  /// The first entry that may be wanted: entry 0 is reserved, local symbols come first.
  private int first(int table, int total, int global) {
    if (filter.local() || global <= 1 || global > total) {
      return 1;
    }
    boolean agrees =
        bindingAt(table + (global - 1) * SYM) == ElfSymbols.STB_LOCAL
            && (global == total || bindingAt(table + global * SYM) != ElfSymbols.STB_LOCAL);
    return agrees ? global : 1;
  }

  private int bindingAt(int entry) {
    return (bytes[entry + 4] & 0xff) >> 4;
  }

  private void room(int total) {
    if (entries.length < total) {
      int more = Math.max(total, 2 * entries.length);
      entries = new int[more];
      letters = new byte[more];
      names = new int[more];
      lengths = new int[more];
      starts = new long[more];
    }
  }

  private boolean symbols(int table, int first, int total, int namesHeader) {
    byte[] array = bytes;
    int namesAt = sections.content(namesHeader);
    int namesSize = i32(namesHeader + PlainSections.SH_SIZE);
    int namesEnd = namesAt + namesSize;
    // Producers let one name be the end of another. What is allowed here is half of what
    // [StringTable]
    // allows, and far more than they make of it.
    long left = 8L * namesSize + 32L * total;
    int kept = 0;
    for (int i = first, entry = table + first * SYM; i < total; i++, entry += SYM) {
      int section = (array[entry + 6] & 0xff) | (array[entry + 7] & 0xff) << 8;
      int binding = (array[entry + 4] & 0xff) >> 4;
      if (!filter.keeps(section != 0, binding == ElfSymbols.STB_LOCAL)) {
        continue;
      }
      int letter = letter(array[entry + 4] & 0xf, binding, section);
      int offset = i32(entry);
      if (letter == 0 || offset < 0 || offset >= Math.max(1, namesSize)) {
        return false;
      }
      int name = namesAt + offset;
      int at = name;
      long start = 0;
      if (offset != 0) { // 0 is the empty name, also where there is no table
        while (at < namesEnd && array[at] != 0) {
          if (at - name < 8) {
            start = start << 8 | (array[at] & 0xff);
          }
          at++;
        }
        if (at == namesEnd) {
          return false;
        }
      }
      int length = at - name;
      left -= length;
      if (left < 0 || marksIntermediateCode(start, name, length)) {
        return false;
      }
      entries[kept] = entry;
      letters[kept] = (byte) letter;
      names[kept] = name;
      lengths[kept] = length;
      starts[kept] = length < 8 ? start << (8 * (8 - length)) : start;
      kept++;
    }
    count = kept;
    return true;
  }

  /// Whether this is one of the symbols that gcc puts into its intermediate code: `__gnu_lto_…`.
  private boolean marksIntermediateCode(long start, int name, int length) {
    return start == 0x5f5f_676e_755f_6c74L
        && length > 9
        && bytes[name + 8] == 'o'
        && bytes[name + 9] == '_';
  }

  /// The symbol's letter as [NmLetter] has it; 0 for what is rare.
  private int letter(int type, int binding, int section) {
    boolean indirect = type == ElfSymbols.STT_GNU_IFUNC;
    if ((type > STT_TLS && !indirect) || type == ElfSymbols.STT_COMMON) {
      return 0;
    }
    if (section > 0
        && section < sections.count()
        && binding <= ElfSymbols.STB_GLOBAL
        && !indirect) {
      int letter = sections.letter(section);
      return binding == ElfSymbols.STB_GLOBAL && letter >= 'a' ? letter - 'a' + 'A' : letter;
    }
    return rarerLetter(type, binding, section);
  }

  private int rarerLetter(int type, int binding, int section) {
    boolean weak = binding == ElfSymbols.STB_WEAK;
    boolean data = type == ElfSymbols.STT_OBJECT;
    if (binding == ElfSymbols.STB_GNU_UNIQUE) {
      return section > 0 && section < sections.count() && type == ElfSymbols.STT_OBJECT ? 'u' : 0;
    }
    if (binding > ElfSymbols.STB_WEAK) {
      return 0;
    }
    if (section == 0) {
      return weak ? data ? 'v' : 'w' : 'U';
    }
    boolean indirect = type == ElfSymbols.STT_GNU_IFUNC;
    if (section == SHN_COMMON) {
      return weak || indirect ? 0 : 'C';
    }
    if (section >= sections.count() && section != SHN_ABS) {
      return 0;
    }
    if (indirect) {
      return 'i';
    }
    if (weak) {
      return data ? 'V' : 'W';
    }
    return binding == ElfSymbols.STB_LOCAL ? 'a' : 'A';
  }

  /// How many symbols there are that the filter keeps.
  public int count() {
    return count;
  }

  /// The processor in words.
  public String machineName() {
    return ElfMachine.name(sections.machine());
  }

  /// The array that the object was read from, which nobody may write to.
  public byte[] bytes() {
    return bytes;
  }

  /// The letter that `nm` prints.
  public byte letter(int row) {
    return letters[row];
  }

  /// Where the name begins in [#bytes()].
  public int nameAt(int row) {
    return names[row];
  }

  /// The length of the name in bytes.
  public int nameLength(int row) {
    return lengths[row];
  }

  /// The first eight bytes of each row's name, the first one highest, with zeros behind a shorter
  /// one. It has room for more rows than there are, and nobody may write to it.
  public long[] starts() {
    return starts;
  }

  /// `st_value`.
  public long value(int row) {
    return i64(entries[row] + 8);
  }

  /// `st_size`.
  public long sizeOf(int row) {
    return i64(entries[row] + 16);
  }

  /// Whether other objects have to define the symbol.
  public boolean undefined(int row) {
    byte letter = letters[row];
    return letter == 'U' || letter == 'w' || letter == 'v';
  }

  public Kind kind(int row) {
    return ElfSymbols.kind(bytes[entries[row] + 4] & 0xf);
  }

  public Binding binding(int row) {
    return ElfSymbols.binding(bindingAt(entries[row]));
  }

  /// Whether the symbol stands for the file's own layout: a section or a source file.
  public boolean isLayout(int row) {
    int type = bytes[entries[row] + 4] & 0xf;
    return type == ElfSymbols.STT_SECTION || type == STT_FILE;
  }

  /// Whether the symbol tells code from data in one section, or is a label that a RISC-V assembler
  /// left behind (each processor's ELF supplement).
  public boolean isMark(int row) {
    if (sections.machine() == ElfMachine.EM_X86_64 || lengths[row] < 2) {
      return false;
    }
    int at = names[row];
    if (bytes[at] == '$') {
      return bytes[at + 1] == 'd' || bytes[at + 1] == 'x';
    }
    return sections.machine() == PlainSections.EM_RISCV
        && lengths[row] == 4
        && starts[row] == 0x2e4c_3020L << 32;
  }

  private int i32(int at) {
    return LittleEndian.i32(bytes, at);
  }

  private long i64(int at) {
    return LittleEndian.i64(bytes, at);
  }
}
