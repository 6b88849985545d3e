package nib.engine.objectfile.coff;

import java.util.BitSet;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.StringTable;
import nib.engine.binary.Words;
import nib.engine.objectfile.Symbol.Binding;
import nib.engine.objectfile.Symbol.Definition;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.objectfile.Symbol.Visibility;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.objectfile.SymbolTable;

/// Turns the entries of one object's symbol table into columns ("PE Format", "COFF Symbol Table").
/// The string table follows it, so that names are parts of one run of bytes.
final class CoffSymbols {

  private static final int UNDEFINED = 0;
  private static final int ABSOLUTE = -1;
  private static final int DEBUG = -2;

  /// Higher section numbers of 16 bits are negative.
  private static final int LAST_SECTION_16 = 0xfeff;

  private static final int CLASS_EXTERNAL = 2;
  private static final int CLASS_STATIC = 3;
  private static final int CLASS_FILE = 103;
  private static final int CLASS_SECTION = 104;
  private static final int CLASS_WEAK_EXTERNAL = 105;
  private static final int FUNCTION = 0x20;
  private static final int SEARCH_ALIAS = 3;
  private static final int ANTI_DEPENDENCY = 4;
  private static final int NAME = 8;

  private final SymbolFilter filter;
  private final boolean big;
  private final int entrySize;
  private final int count;
  private final ByteView entries;
  private final Words words;
  private final StringTable names;
  private final CoffSections sections;

  /// For each section the letter of a local symbol in it; 0 where nobody asked yet.
  private final char[] letters;

  /// The sections that hold variables of threads, and those that nobody asked about yet.
  private final BitSet ofThreads = new BitSet();

  private final BitSet unasked = new BitSet();

  private record Entry(int at, long value, int section, int type, int storage, int auxiliary) {

    boolean external() {
      return storage == CLASS_EXTERNAL;
    }

    boolean weak() {
      return storage == CLASS_WEAK_EXTERNAL;
    }
  }

  CoffSymbols(CoffHeader header, SymbolFilter filter) throws MalformedFileException {
    this.filter = filter;
    this.big = header.big();
    this.entrySize = header.symbolSize();
    long symbols = header.symbols();
    long size = symbols * entrySize;
    var all = header.file().slice(header.symbolsAt(), size + stringsSize(header, size));
    this.names = new StringTable(all, symbols + header.sections());
    this.entries = ByteView.at(all.base(), names.bytes());
    this.words = new Words(entries);
    this.count = (int) symbols;
    this.sections = new CoffSections(header, names, size);
    this.letters = new char[sections.count() + 1];
    unasked.set(0, letters.length);
  }

  /// The string table begins with its own size. Some producers leave it out or write 0.
  private static long stringsSize(CoffHeader header, long size) throws MalformedFileException {
    long at = header.symbolsAt() + size;
    if (header.symbolsAt() == 0 || at > header.file().size() - 4) {
      return 0;
    }
    return Math.max(4, header.file().u32(at));
  }

  CoffSections sections() {
    return sections;
  }

  SymbolTable read() throws MalformedFileException {
    var table =
        new SymbolTable.Builder(
            names.bytes(), count, filter.detail() ? sections.allNames() : _ -> "");
    int number = 0;
    while (number < count) {
      var entry = entry(number);
      add(table, entry);
      number += 1 + entry.auxiliary();
    }
    return table.build();
  }

  private Entry entry(int number) throws MalformedFileException {
    int at = number * entrySize;
    int behind = big ? 16 : 14;
    int section = big ? words.i32(at + 12) : section16(words.u16(at + 12));
    if (section > sections.count()) {
      throw entries.malformed(
          at + 12, "a symbol in section %d of %d".formatted(section, sections.count()));
    }
    return new Entry(
        at,
        Integer.toUnsignedLong(words.i32(at + 8)),
        section,
        words.u16(at + behind),
        words.u8(at + behind + 2),
        words.u8(at + behind + 3));
  }

  private static int section16(int number) {
    return number <= LAST_SECTION_16 ? number : (short) number;
  }

  private void add(SymbolTable.Builder table, Entry entry) throws MalformedFileException {
    var meant = entry.weak() && entry.section() == UNDEFINED ? fallback(entry) : entry;
    var definition = definition(entry, meant);
    boolean global = entry.external() || entry.weak();
    if (!filter.keeps(definition != Definition.UNDEFINED, !global)) {
      return;
    }
    boolean inSection = definition == Definition.SECTION && meant.section() > 0;
    name(table, entry);
    table
        .is(
            kind(entry, definition, inSection ? meant.section() : 0),
            binding(entry),
            Visibility.DEFAULT,
            definition)
        .in(
            inSection ? meant.section() : SymbolTable.NO_SECTION,
            inSection && (sections.characteristics(meant.section()) & CoffSections.LNK_COMDAT) != 0)
        .add(
            definition == Definition.COMMON ? 0 : meant.value(),
            definition == Definition.COMMON ? entry.value() : 0,
            letter(entry));
  }

  private void name(SymbolTable.Builder table, Entry entry) throws MalformedFileException {
    if (words.i32(entry.at()) == 0) {
      long at = longNameAt(entry);
      table.named((int) at, names.length(at));
    } else {
      table.named(entry.at(), names.lengthWithin(entry.at(), NAME));
    }
  }

  /// The symbol that a weak external stands for while no other object defines it. A compiler's weak
  /// definition is an ordinary symbol under another name, and that is where it lies; for a weak
  /// reference the fallback is the absolute value 0. ARM64EC's go from the code that is wanted to
  /// what calls the other kind of code, and define nothing.
  private Entry fallback(Entry weak) throws MalformedFileException {
    if (weak.auxiliary() == 0 || search(weak) == ANTI_DEPENDENCY) {
      return weak;
    }
    long tag = entries.u32(weak.at() + entrySize);
    return tag < count ? entry((int) tag) : weak;
  }

  /// `Characteristics` of a weak external's auxiliary record.
  private long search(Entry weak) throws MalformedFileException {
    return entries.u32((long) weak.at() + entrySize + 4);
  }

  private static Definition definition(Entry entry, Entry meant) {
    if (entry.weak() && entry.section() == UNDEFINED) {
      return meant.section() > 0 ? Definition.SECTION : Definition.UNDEFINED;
    }
    return switch (entry.section()) {
      case UNDEFINED ->
          entry.value() != 0 && (entry.external() || entry.storage() == CLASS_SECTION)
              ? Definition.COMMON
              : entry.external() ? Definition.UNDEFINED : Definition.SECTION;
      case ABSOLUTE, DEBUG -> Definition.ABSOLUTE;
      default -> entry.section() > 0 ? Definition.SECTION : Definition.ABSOLUTE;
    };
  }

  private Kind kind(Entry entry, Definition definition, int section) throws MalformedFileException {
    if (entry.storage() == CLASS_FILE) {
      return Kind.FILE;
    }
    if (ofSection(entry)) {
      return Kind.SECTION;
    }
    if (entry.type() == FUNCTION) {
      return Kind.FUNCTION;
    }
    if (definition == Definition.COMMON) {
      return Kind.DATA;
    }
    if (section == 0) {
      return Kind.UNTYPED;
    }
    boolean code = (sections.characteristics(section) & CoffSections.CNT_CODE) != 0;
    return code ? Kind.UNTYPED : ofThread(section) ? Kind.THREAD_LOCAL : Kind.DATA;
  }

  private boolean ofThread(int section) throws MalformedFileException {
    if (unasked.get(section)) {
      unasked.clear(section);
      ofThreads.set(section, sections.named(section, ".tls"));
    }
    return ofThreads.get(section);
  }

  /// Whether the entry tells about a section: a static one with an auxiliary record. C++/CLI marks
  /// variables of an application domain as absolute ones with the same record.
  private static boolean ofSection(Entry entry) {
    return entry.auxiliary() > 0
        && (entry.storage() == CLASS_STATIC || (entry.external() && entry.section() == ABSOLUTE));
  }

  private static Binding binding(Entry entry) {
    return entry.weak() ? Binding.WEAK : entry.external() ? Binding.GLOBAL : Binding.LOCAL;
  }

  /// What `llvm-nm` prints. It knows a weak definition only by the search that Microsoft's and
  /// LLVM's compilers ask for, not by that of GNU's.
  private char letter(Entry entry) throws MalformedFileException {
    if (entry.weak()) {
      return entry.auxiliary() > 0 && search(entry) == SEARCH_ALIAS ? 'W' : 'w';
    }
    if (entry.section() == UNDEFINED && entry.external() && entry.value() == 0) {
      return 'U';
    }
    if (entry.section() == UNDEFINED
        && (entry.external() || entry.storage() == CLASS_SECTION)
        && entry.value() != 0) {
      return 'C';
    }
    char letter = entry.section() == ABSOLUTE ? 'a' : inSection(entry);
    return entry.external() ? Character.toUpperCase(letter) : letter;
  }

  private char inSection(Entry entry) throws MalformedFileException {
    if (hasName(entry, ".debug") || hasName(entry, ".sxdata")) {
      return 'N';
    }
    int section = entry.section();
    if (section <= 0) {
      return section == DEBUG ? 'n' : ofSection(entry) ? 's' : '?';
    }
    if (letters[section] == 0) {
      letters[section] = letterOf(section);
    }
    char letter = letters[section];
    return letter == '?' && ofSection(entry) ? 's' : letter;
  }

  private boolean hasName(Entry entry, String start) throws MalformedFileException {
    return entries.has(words.i32(entry.at()) == 0 ? longNameAt(entry) : entry.at(), start);
  }

  private long longNameAt(Entry entry) {
    return (long) count * entrySize + Integer.toUnsignedLong(words.i32(entry.at() + 4));
  }

  private char letterOf(int section) throws MalformedFileException {
    if (sections.named(section, ".idata")) {
      return 'i';
    }
    int characteristics = sections.characteristics(section);
    if ((characteristics & CoffSections.CNT_CODE) != 0) {
      return 't';
    }
    if ((characteristics & CoffSections.CNT_INITIALIZED_DATA) != 0) {
      return (characteristics & CoffSections.MEM_WRITE) != 0 ? 'd' : 'r';
    }
    if ((characteristics & CoffSections.CNT_UNINITIALIZED_DATA) != 0) {
      return 'b';
    }
    return (characteristics & CoffSections.LNK_INFO) != 0 ? 'i' : '?';
  }
}
