package nib.engine.objectfile.elf;

import java.util.BitSet;
import java.util.Optional;
import nib.engine.binary.ByteView;
import nib.engine.binary.Bytes;
import nib.engine.binary.LittleEndian;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.Scratch;
import nib.engine.objectfile.DebugSection;
import nib.engine.objectfile.SymbolTable;

/// Applies relocations to sections that are never loaded: a symbol's value and an addend, which
/// stands in the relocation (`SHT_RELA`) or at the place itself (`SHT_REL`). In a relocatable file
/// a symbol's value is an offset into its section, and so is every address that comes out.
final class ElfRelocator {

  private static final int SHN_LORESERVE = 0xff00;
  private static final int SHN_XINDEX = 0xffff;
  private static final int EM_MIPS = 8;

  private static final int INPLACE = 0x100;

  /// How many kinds and symbols are remembered, a power of two.
  private static final int KNOWN = 8;

  private static final Scratch TABLES = new Scratch();

  private final ElfSections sections;
  private final boolean wide;
  private final boolean big;
  private final int machine;
  private final ByteView symbols;
  private final int entrySize;
  private final int symbolCount;
  private final Optional<ByteView> extendedIndexes;

  /// Sections that hold debugging information: what points into them is no address.
  private final BitSet debug;

  /// How far into its joined section each of those begins; empty where none is joined.
  private final int[] joinedAt;

  ElfRelocator(ElfSections sections, BitSet debug, int[] joinedAt) throws MalformedFileException {
    this.sections = sections;
    this.wide = sections.header().elfClass().wide();
    this.big = sections.header().file().bigEndian();
    this.machine = sections.header().e_machine();
    this.debug = debug;
    this.joinedAt = joinedAt;
    var table = sections.only(ElfSection.SHT_SYMTAB);
    this.symbols =
        table.isPresent() ? sections.content(table.get()).loaded() : ByteView.of(new byte[0]);
    this.entrySize = sections.header().elfClass().symbol;
    this.symbolCount = (int) (symbols.size() / entrySize);
    var indexes =
        table.isPresent()
            ? sections.first(ElfSection.SHT_SYMTAB_SHNDX, table.get().index())
            : Optional.<ElfSection>empty();
    this.extendedIndexes =
        indexes.isPresent()
            ? Optional.of(sections.content(indexes.get()).loaded())
            : Optional.empty();
  }

  /// Applies what one relocation section says to the `length` bytes from `from` on.
  void apply(ElfSection relocations, DebugSection.Builder section, int from, int length)
      throws MalformedFileException {
    boolean addends = relocations.sh_type() == ElfSection.SHT_RELA;
    var table = sections.content(relocations);
    int size = (wide ? 16 : 8) + (addends ? wide ? 8 : 4 : 0);
    var run = new Run(table, addends, section, from);
    run.length = length;
    if (table.size() % size != 0) {
      throw table.malformed(
          0, "%d bytes of relocations with %d bytes each".formatted(table.size(), size));
    }
    boolean usual = wide && !big && addends && machine != EM_MIPS;
    for (int at = 0; at < table.size(); at += size) {
      if (!usual || !run.again(at)) {
        run.apply(at);
      }
    }
  }

  /// One table of relocations. What is done to each is a method of its own: a virtual machine that
  /// has just started compiles that long before it would compile the loop.
  private final class Run {
    private final ByteView table;
    private final byte[] bytes;
    private final boolean addends;
    private final DebugSection.Builder section;
    private final byte[] into;
    private final int from;
    private int length;
    // The kinds and symbols of relocations before, each where its last bits say: what the kind
    // does,
    // the symbol's value and the section that this is an address in. Symbol 0 is none.
    private final int[] types = new int[KNOWN];
    private final int[] effects = new int[KNOWN];
    private final int[] known = new int[KNOWN];
    private final long[] values = new long[KNOWN];
    private final int[] targets = new int[KNOWN];

    Run(ByteView table, boolean addends, DebugSection.Builder section, int from)
        throws MalformedFileException {
      this.table = table;
      this.bytes = TABLES.bytes(table);
      this.addends = addends;
      this.section = section;
      this.into = section.bytes();
      this.from = from;
      targets[0] = SymbolTable.NO_SECTION;
    }

    private void apply(int at) throws MalformedFileException {
      int type = type(bytes, at);
      int effect = ElfRelocation.effect(machine, type);
      types[type & KNOWN - 1] = type;
      effects[type & KNOWN - 1] = effect;
      if (effect <= ElfRelocation.IGNORED) {
        if (effect == ElfRelocation.UNKNOWN) {
          section.obstacle("relocation type %d of %s".formatted(type, ElfMachine.name(machine)));
        }
        return;
      }
      long offset = wide ? Bytes.i64(bytes, at, big) : Bytes.u32(bytes, at, big);
      int width = effect & 0xf;
      if (offset < 0 || offset > length - width) {
        throw table.malformed(at, "a relocation at %d of %d bytes".formatted(offset, length));
      }
      long symbol = symbol(bytes, at);
      if (symbol >= symbolCount) {
        throw table.malformed(at, "a relocation of symbol %d".formatted(symbol));
      }
      long value = addends ? addend(bytes, at) : 0;
      int slot = (int) symbol & KNOWN - 1;
      if (known[slot] != symbol) {
        look((int) symbol, slot);
      }
      value += values[slot];
      if (targets[slot] != SymbolTable.NO_SECTION) {
        section.target(from + (int) offset, targets[slot]);
      }
      store(into, from + (int) offset, addends ? effect : effect | INPLACE, value);
    }

    /// Does what [#apply] does with a little-endian `Elf64_Rela` whose kind and symbol are known,
    /// as those of nearly all are, and says whether that was so; otherwise nothing happened. A
    /// virtual machine that has just started takes its time for each call, so there are few.
    private boolean again(int at) {
      int type = LittleEndian.i32(bytes, at + 8);
      int symbol = LittleEndian.i32(bytes, at + 12);
      int slot = symbol & KNOWN - 1;
      int effect = effects[type & KNOWN - 1];
      if (types[type & KNOWN - 1] != type || known[slot] != symbol || effect < 0) {
        return false;
      }
      if (effect == ElfRelocation.IGNORED) {
        return true;
      }
      int offset = LittleEndian.i32(bytes, at);
      if (effect > ElfRelocation.STORE_8
          || offset < 0
          || offset > length - effect
          || LittleEndian.i32(bytes, at + 4) != 0) {
        return false;
      }
      int to = from + offset;
      LittleEndian.put(into, to, (int) values[slot] + LittleEndian.i32(bytes, at + 16));
      if (effect == ElfRelocation.STORE_8) {
        LittleEndian.put(
            into, to + 4, (int) ((values[slot] + Bytes.i64(bytes, at + 16, false)) >> 32));
      }
      if (targets[slot] != SymbolTable.NO_SECTION) {
        section.target(to, targets[slot]);
      }
      return true;
    }

    /// Looks a symbol up: its value, and where that is an address the section that it lies in.
    private void look(int symbol, int slot) throws MalformedFileException {
      known[slot] = symbol;
      values[slot] = 0;
      targets[slot] = SymbolTable.NO_SECTION;
      if (symbol == 0) {
        return;
      }
      int symbolAt = symbol * entrySize;
      int shndx = symbols.u16(symbolAt + (wide ? 6 : 14));
      values[slot] = wide ? symbols.u64(symbolAt + 8) : symbols.u32(symbolAt + 4);
      int in = section(shndx, symbolAt);
      if (in == SymbolTable.NO_SECTION || !debug.get(in)) {
        targets[slot] = in;
      } else if (joinedAt.length > 0) {
        values[slot] += joinedAt[in];
      }
    }
  }

  private void store(byte[] into, int at, int effect, long value) {
    int width = effect & 0xf;
    long result = value;
    if (effect != width) {
      long there =
          switch (width) {
            case 1 -> into[at];
            case 2 -> Bytes.u16(into, at, big);
            case 4 -> Bytes.i32(into, at, big);
            default -> Bytes.i64(into, at, big);
          };
      result = (effect & ElfRelocation.SUBTRACT) != 0 ? there - value : there + value;
    }
    Bytes.put(into, at, width, result, big);
  }

  private int type(byte[] bytes, int at) {
    if (!wide) {
      return bytes[at + (big ? 7 : 4)] & 0xff;
    }
    if (machine == EM_MIPS) {
      return bytes[at + 15] & 0xff; // r_sym, r_ssym, r_type3, r_type2, r_type (64-bit ELF of MIPS)
    }
    int type = Bytes.i32(bytes, at + (big ? 12 : 8), big);
    return machine == 43 ? type & 0xff : type; // SPARC V9 keeps an addend above
  }

  private long symbol(byte[] bytes, int at) {
    if (!wide) {
      return Bytes.u32(bytes, at + 4, big) >>> 8;
    }
    return Bytes.u32(bytes, at + (big || machine == EM_MIPS ? 8 : 12), big);
  }

  private long addend(byte[] bytes, int at) {
    return wide ? Bytes.i64(bytes, at + 16, big) : Bytes.i32(bytes, at + 8, big);
  }

  private int section(int shndx, int symbolAt) throws MalformedFileException {
    if (shndx == SHN_XINDEX && extendedIndexes.isPresent()) {
      long number = symbolAt / (wide ? ElfClass.ELF64.symbol : ElfClass.ELF32.symbol);
      long index = extendedIndexes.get().u32(number * 4);
      return index < sections.count() ? (int) index : SymbolTable.NO_SECTION;
    }
    boolean real = shndx != 0 && shndx < SHN_LORESERVE && shndx < sections.count();
    return real ? shndx : SymbolTable.NO_SECTION;
  }
}
