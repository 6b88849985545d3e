package nib.engine.objectfile.elf;

import java.util.Arrays;
import nib.engine.binary.ByteView;
import nib.engine.binary.CString;
import nib.engine.binary.LittleEndian;
import nib.engine.objectfile.Symbol.Binding;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.objectfile.SymbolFilter;

/// The symbols of an object as compilers make them for the processors that most people have: ELF of
/// 64 bits, little-endian, with nothing in it that is rare. [ElfReader] reads every object; this
/// one takes the common ones straight out of an array, one after the other, and turns down any
/// other.
///
/// A command that lists an archive is over before the virtual machine has compiled much of what it
/// runs. So this is one loop without objects of its own, and it accepts no object of which
/// [ElfReader] would say anything else.
///
/// For one thread. What is said of an object is good until the next one is read.
public final class PlainElf {

  private static final int SYM = PlainSections.SYM;

  /// Ends of longer names are looked for many bytes at a time, which has to be made ready first.
  private static final int SHORT = 32;

  private static final byte[] LTO = {'_', '_', 'g', 'n', 'u', '_', 'l', 't', 'o', '_'};

  private static final int STT_FILE = 4;
  private static final int STT_TLS = 6;

  private static final int SHN_ABS = 0xfff1;
  private static final int SHN_COMMON = 0xfff2;

  /// No object at all.
  public static final PlainElf NONE = new PlainElf(SymbolFilter.ALL);

  private final SymbolFilter filter;

  private final PlainSource source = new PlainSource();
  private final PlainSections sections = new PlainSections(source);
  private final PlainSource.Piece table = new PlainSource.Piece();
  private final PlainSource.Piece strings = new PlainSource.Piece();

  /// Has the entries.
  private byte[] bytes = {};

  /// Has the names.
  private byte[] nameBytes = {};

  private int count;
  private long namesLength;
  private int[] entries = new int[256];
  private byte[] letters = new byte[256];
  private int[] names = new int[256];
  private int[] lengths = new int[256];

  /// @param filter which symbols are wanted; no details, and not by their names
  public PlainElf(SymbolFilter filter) {
    this.filter = filter;
  }

  /// Takes the symbols of an object whose bytes are in an array, which stays as it is while they
  /// are asked for.
  ///
  /// @return false where the object is no plain one, or damaged; then there is nothing to ask for
  public boolean read(byte[] array, int at, int length) {
    source.in(array, at, length);
    return read();
  }

  /// Takes the symbols of an object in a file, of which it reads what it has to and no more.
  ///
  /// @return false where the object is no plain one, or damaged
  public boolean read(ByteView file) {
    source.in(file);
    return read();
  }

  private boolean read() {
    count = 0;
    namesLength = 0;
    if (!sections.read()) {
      return false;
    }
    int header = sections.symbolTable();
    return header == PlainSections.NONE ? filter.defined() : table(header);
  }

  private boolean table(int header) {
    int names = sections.names(sections.link(header));
    long size = sections.size(header);
    boolean fits = sections.lies(header) && size % SYM == 0;
    if (names == PlainSections.NONE || !fits || sections.entrySize(header) != SYM) {
      return false;
    }
    int total = (int) (size / SYM);
    int global = sections.info(header);
    boolean skips = !filter.local() && global > 1 && global <= total;
    // Entry 0 is reserved. Local symbols come first; the one before the others is read with them,
    // for it has to be local if that is true.
    int first = skips ? global - 1 : Math.min(1, total);
    if (!tables(header, names, first) || (skips && !begins(total - first))) {
      return false;
    }
    int from = skips ? first + 1 : first;
    room(total - from);
    return symbols(table.at() + (from - first) * SYM, total - from, (int) sections.size(names))
        && (filter.defined() || count > 0);
  }

  /// Reads entries and names. Compilers put them side by side.
  private boolean tables(int header, int names, int first) {
    long at = sections.offset(header) + first * (long) SYM;
    long size = sections.size(header) - first * (long) SYM;
    long namesAt = sections.offset(names);
    boolean side = namesAt == at + size && sections.size(names) >= 0;
    boolean there =
        side
            ? source.take(table, at, size + sections.size(names))
            : source.take(table, at, size) && source.take(strings, namesAt, sections.size(names));
    if (side) {
      strings.within(table, (int) size);
    }
    bytes = table.bytes();
    nameBytes = strings.bytes();
    return there;
  }

  /// Whether of the entries that were read the first one is the last of the local symbols.
  private boolean begins(int entries) {
    return bindingAt(table.at()) == ElfSymbols.STB_LOCAL
        && (entries == 1 || bindingAt(table.at() + SYM) != ElfSymbols.STB_LOCAL);
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
    }
  }

  private boolean symbols(int first, int total, int namesSize) {
    byte[] array = bytes;
    byte[] all = nameBytes;
    int namesAt = strings.at();
    int namesEnd = namesAt + namesSize;
    // Producers let one name be the end of another. What is allowed here is half of what
    // [StringTable] allows, and far more than they make of it.
    long most = 8L * namesSize + 32L * total;
    long taken = 0;
    int kept = 0;
    for (int i = 0, entry = first; i < total; i++, entry += SYM) {
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
      int length = (offset == 0 ? name : end(all, name, namesEnd)) - name; // 0 is the empty name
      taken += length;
      if (length < 0 || taken > most || marksIntermediateCode(all, name, length)) {
        return false;
      }
      entries[kept] = entry;
      letters[kept] = (byte) letter;
      names[kept] = name;
      lengths[kept] = length;
      kept++;
    }
    count = kept;
    namesLength = taken;
    return true;
  }

  /// Where the name ends; -1 where it has no end.
  private static int end(byte[] all, int name, int namesEnd) {
    int near = Math.min(namesEnd, name + SHORT);
    int at = name;
    while (at < near && all[at] != 0) {
      at++;
    }
    if (at == near) {
      at = CString.end(all, at, namesEnd);
    }
    return at == namesEnd ? -1 : at;
  }

  /// Whether this is one of the symbols that gcc puts into its intermediate code: `__gnu_lto_…`.
  private static boolean marksIntermediateCode(byte[] all, int name, int length) {
    return length > LTO.length
        && all[name + 2] == 'g'
        && Arrays.equals(all, name, name + LTO.length, LTO, 0, LTO.length);
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

  /// How many bytes all names take together, and so many for each symbol beside its name.
  public long length(int beside) {
    return namesLength + beside * (long) count;
  }

  /// The processor in words.
  public String machineName() {
    return ElfMachine.name(sections.machine());
  }

  /// What the names are in, which nobody may write to.
  public byte[] nameBytes() {
    return nameBytes;
  }

  /// `e_machine`.
  public int machine() {
    return sections.machine();
  }

  /// The letter that `nm` prints.
  public byte letter(int row) {
    return letters[row];
  }

  /// Where the name begins in [#nameBytes()].
  public int nameAt(int row) {
    return names[row];
  }

  /// The length of the name in bytes.
  public int nameLength(int row) {
    return lengths[row];
  }

  /// The first eight bytes of the name, the first one highest, with zeros behind a shorter one.
  public long start(int row) {
    int at = names[row];
    int length = Math.min(Long.BYTES, lengths[row]);
    long start = 0;
    for (int i = 0; i < length; i++) {
      start = start << Byte.SIZE | (nameBytes[at + i] & 0xff);
    }
    return length == 0 ? 0 : start << (Byte.SIZE * (Long.BYTES - length));
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
    if (nameBytes[at] == '$') {
      return nameBytes[at + 1] == 'd' || nameBytes[at + 1] == 'x';
    }
    return sections.machine() == PlainSections.EM_RISCV
        && lengths[row] == 4
        && start(row) == 0x2e4c_3020L << 32;
  }

  private int i32(int at) {
    return LittleEndian.i32(bytes, at);
  }

  private long i64(int at) {
    return LittleEndian.i64(bytes, at);
  }
}
