package nib.engine.objectfile.elf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import nib.engine.binary.LittleEndian;
import nib.engine.objectfile.DebugBytes;
import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.objectfile.SymbolTable;

/// What a plain object's functions of a few names are told in: ELF of 64 bits for x86-64 or
/// AArch64, as compilers make it, with nothing compressed in it and nothing that is rare.
/// [ElfReader] reads every object; this one finds the symbols and the sections of a common one in a
/// few loops over an array, and turns down any other, and any of which [ElfReader] would say
/// something else. That is about looking up a few hundred names: a command that does is over before
/// the virtual machine has compiled much of what it runs.
///
/// For one thread.
public final class PlainDebug {

  private static final int SYM = PlainSections.SYM;
  private static final int NONE = PlainSections.NONE;
  private static final int STT_FUNC = 2;

  /// The number of any other name.
  private static final int OTHER = Integer.MAX_VALUE;

  /// A symbol that says that there is intermediate code.
  private static final byte[] MARK = ObjectFile.intermediateMark();

  /// The names behind `.debug_`, with the NUL, by the numbers of [DebugBytes].
  private static final byte[][] NAMES = {
    ascii("info"),
    ascii("abbrev"),
    ascii("str"),
    ascii("line_str"),
    ascii("str_offsets"),
    ascii("line")
  };

  private static final int PREFIX = ".debug_".length();

  private final DebugBytes debug = new DebugBytes();
  private final PlainSource source = new PlainSource();
  private final PlainSections headers = new PlainSections(source);
  private final PlainRelocations applied = new PlainRelocations();
  private byte[] bytes = {};

  /// Where the names of sections begin and end.
  private int namesAt;

  private int namesEnd;

  /// The header of the symbol table, or [#NONE].
  private int symbols;

  /// The headers of sections of relocations.
  private int[] relocations = new int[64];

  private int relocationCount;

  /// The sections in [#debug], by their headers, or [#NONE].
  private final int[] sections = new int[DebugBytes.COUNT];

  /// Which other sections of debugging information there are.
  private long others;

  private int[] order = new int[4];

  private static byte[] ascii(String name) {
    return (name + '\0').getBytes(StandardCharsets.US_ASCII);
  }

  /// The sections of the object that was read last.
  public DebugBytes debug() {
    return debug;
  }

  /// Which of the names the object's symbol table has first, which next, and so on.
  public int[] order() {
    return order;
  }

  /// The object that was read last, without its symbols.
  public ObjectFile object() {
    int machine = headers.machine();
    return new ObjectFile(
        ObjectFormat.ELF64, ElfMachine.name(machine), machine, List.of(), SymbolTable.empty());
  }

  /// Reads an object.
  ///
  /// @param array begins with the object
  /// @param length the object's size in bytes
  /// @param names functions that the object should define
  /// @return false where it is no plain one, or does not define each of them once
  public boolean read(byte[] array, int length, List<byte[]> names) {
    bytes = array;
    debug.clear();
    source.in(array, 0, length);
    return headers.read() && scan() && define(names) && load();
  }

  /// Whether this is the header of a table of texts, each of which has an end.
  private boolean isTable(int header) {
    return header != NONE
        && headers.lies(header)
        && size(header) > 0
        && bytes[content(header) + size(header) - 1] == 0;
  }

  /// Where a section begins that lies in the object.
  private int content(int header) {
    return (int) headers.offset(header);
  }

  /// The size of a section that lies in the object.
  private int size(int header) {
    return (int) headers.size(header);
  }

  /// Looks at all section headers once.
  private boolean scan() {
    int names = headers.sectionNames();
    if (!isTable(names)) {
      return false;
    }
    namesAt = content(names);
    namesEnd = namesAt + size(names);
    symbols = NONE;
    relocationCount = 0;
    others = 0;
    Arrays.fill(sections, NONE);
    byte[] array = bytes;
    int count = headers.count();
    for (int i = 1; i < count; i++) {
      int header = headers.at(i);
      int type = headers.type(header);
      if (type == ElfSection.SHT_RELA) {
        if (relocationCount == relocations.length) {
          relocations = Arrays.copyOf(relocations, 2 * relocationCount);
        }
        relocations[relocationCount++] = header;
        continue;
      }
      if (type == ElfSection.SHT_SYMTAB) {
        symbols = header; // the last one counts
      } else if (type == ElfSection.SHT_REL
          || type == ElfSection.SHT_CREL
          || type == ElfSection.SHT_SYMTAB_SHNDX) {
        return false;
      }
      int name = headers.name(header);
      if (type != ElfSection.SHT_NOBITS && name >= 0 && name < namesEnd - namesAt - PREFIX) {
        int at = namesAt + name;
        boolean dotted = array[at] == '.';
        if (dotted && (array[at + 1] == 'z' || (array[at + 1] == 'd' && !note(header, at)))) {
          return false;
        }
      }
    }
    return symbols != NONE && sections[DebugBytes.INFO] != NONE;
  }

  /// Notes a section whose name stands at `at` and begins like those of debugging information.
  private boolean note(int header, int at) {
    byte[] array = bytes;
    boolean here = array[at + 2] == 'e' && array[at + 3] == 'b' && array[at + 4] == 'u';
    if (!here || array[at + 5] != 'g' || array[at + 6] != '_') {
      return true; // .data
    }
    int flags = headers.flags(header);
    if (!headers.lies(header) || (flags & ElfSection.SHF_COMPRESSED) != 0) {
      return false;
    }
    int from = at + PREFIX;
    byte first = array[from];
    if (first == 'i' || first == 'a' || first == 's' || first == 'l') {
      for (int i = 0; i < DebugBytes.COUNT; i++) {
        if (NAMES[i][0] == first && stands(NAMES[i], from)) {
          boolean alone = sections[i] == NONE;
          sections[i] = header;
          return alone;
        }
      }
    }
    // Several of one name are joined, and what points into them is another number then. Three
    // letters tell DWARF's names apart; where two others share a bit, the long way is gone.
    long bit = from + 3 < namesEnd ? 1L << (first * 5 + array[from + 2] * 3 + array[from + 3]) : 1;
    boolean alone = (others & bit) == 0;
    others |= bit;
    return alone && (first != 't' || array[from + 1] != 'y'); // .debug_types
  }

  /// Whether a name and the NUL behind it stand at `at` of the names of sections, which have an
  /// end.
  private boolean stands(byte[] name, int at) {
    for (int i = 0; i < name.length; i++) {
      if (bytes[at + i] != name[i]) {
        return false;
      }
    }
    return true;
  }

  /// Looks for the functions among the symbols that other objects see.
  private boolean define(List<byte[]> names) {
    int wanted = names.size();
    int texts = headers.names(headers.link(symbols));
    int total = size(symbols) / SYM;
    int first = headers.info(symbols);
    if (!headers.lies(symbols)
        || size(symbols) % SYM != 0
        || headers.entrySize(symbols) != SYM
        || !isTable(texts)
        || first <= 1
        || first >= total) {
      return false;
    }
    int table = content(symbols);
    if (binding(table + (first - 1) * SYM) != ElfSymbols.STB_LOCAL
        || binding(table + first * SYM) == ElfSymbols.STB_LOCAL) {
      return false;
    }
    if (order.length < wanted) {
      order = new int[wanted];
    }
    applied.open(bytes, headers.machine(), table, total);
    return find(names, table + first * SYM, table + total * SYM, texts);
  }

  private boolean find(List<byte[]> names, int from, int last, int textsHeader) {
    int texts = content(textsHeader);
    int size = size(textsHeader);
    int found = 0;
    for (int at = from; at < last; at += SYM) {
      int text = LittleEndian.i32(bytes, at);
      if (text < 0 || text >= size) {
        return false;
      }
      int name = which(names, texts + text, texts + size);
      if (name != OTHER) {
        if (name < 0 || !isFunction(at) || found == names.size()) {
          return false;
        }
        for (int i = 0; i < found; i++) {
          if (order[i] == name) {
            return false;
          }
        }
        order[found++] = name;
      }
    }
    return found == names.size();
  }

  private int binding(int symbol) {
    return (bytes[symbol + 4] & 0xff) >> 4;
  }

  /// Whether a symbol is a function of this object that others see.
  private boolean isFunction(int symbol) {
    int section = LittleEndian.u16(bytes, symbol + 6);
    int binding = binding(symbol);
    return (bytes[symbol + 4] & 0xf) == STT_FUNC
        && (binding == ElfSymbols.STB_GLOBAL || binding == ElfSymbols.STB_WEAK)
        && section != 0
        && section < headers.count();
  }

  /// Which of the names stands at `at`: its number, -1 for [#MARK], [#OTHER] for any other.
  private int which(List<byte[]> names, int at, int end) {
    byte[] array = bytes;
    for (int i = names.size() - 1; i >= -1; i--) {
      byte[] name = i < 0 ? MARK : names.get(i);
      int length = name.length;
      if (length < end - at
          && array[at + length] == 0
          && (length == 0 || array[at + (length >> 1)] == name[length >> 1])
          && Arrays.equals(array, at, at + length, name, 0, length)) {
        return i;
      }
    }
    return OTHER;
  }

  /// Makes the sections ready.
  private boolean load() {
    for (int i = 0; i < DebugBytes.COUNT; i++) {
      int header = sections[i];
      if (header != NONE) {
        int at = content(header);
        debug.set(i, bytes, at, at + size(header));
      }
    }
    int done = 0;
    for (int i = 0; i < relocationCount; i++) {
      int header = relocations[i];
      int about = headers.info(header);
      if (about <= 0 || about >= headers.count()) {
        continue;
      }
      int target = headers.at(about);
      for (int section = 0; section < DebugBytes.COUNT; section++) {
        if (sections[section] == target) {
          boolean again = (done & 1 << section) != 0;
          done |= 1 << section;
          if (again || !headers.lies(header) || !relocate(header, section)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private boolean relocate(int header, int section) {
    byte[] into = debug.own(section);
    return applied.apply(content(header), size(header), into, debug.end(section));
  }
}
