package nib.engine.symbols;

import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.objectfile.Symbol.Binding;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.objectfile.SymbolTable;

/// What `llvm-nm` does with the symbols of one object: which it leaves out, which value it shows.
public final class NmMarks {

  private static final int EM_MIPS = 8;
  private static final int EM_ARM = 40;
  private static final int EM_AARCH64 = 183;
  private static final int EM_RISCV = 243;
  private static final int EM_CSKY = 252;
  private static final int EM_LOONGARCH = 258;

  /// `CPU_ARCH_ABI64` in Mach-O's `cputype`.
  private static final int ABI64 = 0x0100_0000;

  private final SymbolTable symbols;

  /// `e_machine`; 0 in other formats.
  private final int machine;

  private final boolean marked;

  /// Whether addresses of this object have 64 bits.
  private final boolean wide;

  private final ObjectFormat format;

  /// Whether the values of definitions are shown as they are.
  private final boolean plain;

  public NmMarks(ObjectFile object) {
    this.symbols = object.symbols();
    this.machine =
        object.format() == ObjectFormat.ELF64 || object.format() == ObjectFormat.ELF32
            ? object.machineNumber()
            : 0;
    this.format = object.format();
    this.wide = isWide(object);
    this.plain = machine != 0 && machine != EM_MIPS && machine != EM_ARM;
    this.marked =
        switch (machine) {
          case EM_AARCH64, EM_ARM, EM_CSKY, EM_RISCV, EM_LOONGARCH -> true;
          default -> false;
        };
  }

  private static boolean isWide(ObjectFile object) {
    return switch (object.format()) {
      case ELF64 -> true;
      case MACH_O -> (object.machineNumber() & ABI64) != 0;
      case BITCODE -> object.machineNumber() == 64;
      case ELF32, FAT_MACH_O, COFF, COFF_IMPORT, MSVC_INTERMEDIATE, WASM, XCOFF -> false;
      case ARCHIVE, RUST_METADATA, GO_OBJECT, GO_EXPORTS, WINDOWS_RESOURCES -> false;
      case JAVA_CLASS, TEXT, EMPTY, UNRECOGNIZED -> false;
    };
  }

  /// Writes the whole line of a symbol whose name is shown as it is.
  void line(ByteText text, int index) {
    char letter = symbols.letter(index);
    if (plain && letter != 'U' && letter != 'w' && letter != 'v' && letter != 'C') {
      text.line(symbols.value(index), wide ? 16 : 8, letter, symbols, index); // nearly all symbols
      return;
    }
    valueAndLetter(text, index);
    text.nameLine(symbols, index);
  }

  /// Writes the columns before the name; the first is blank for what is undefined.
  void valueAndLetter(ByteText text, int index) {
    int digits = wide ? 16 : 8;
    char letter = symbols.letter(index);
    boolean blank = letter == 'U' || letter == 'w' || letter == 'v' || indirect(index);
    if (blank || format == ObjectFormat.BITCODE) {
      text.noValueAndLetter(blank ? ' ' : '-', digits, letter);
    } else {
      text.valueAndLetter(value(index), digits, letter);
    }
  }

  /// Of what a Mach-O object needs, `llvm-nm` shows the name alone where nothing else is asked for.
  boolean nameOnly(SymbolFilter filter) {
    return format == ObjectFormat.MACH_O && !filter.defined();
  }

  /// Whether each symbol is a line of its value, its letter and its name.
  boolean plainLines(SymbolFilter filter) {
    return format != ObjectFormat.MACH_O && !nameOnly(filter);
  }

  /// Whether the name of what it stands for is shown beside it.
  boolean indirect(int index) {
    return symbols.letter(index) == 'I' && format == ObjectFormat.MACH_O;
  }

  /// The size that the order of symbols of one name goes by; most formats have none there.
  long size(int index) {
    return format == ObjectFormat.COFF || format == ObjectFormat.MACH_O ? 0 : symbols.sizeOf(index);
  }

  /// What is shown as the value: of a common symbol its size, of ARM and MIPS code its address
  /// without the bit that tells the instruction set, and nothing of what a weak external of COFF
  /// stands for.
  long value(int index) {
    if (format == ObjectFormat.COFF && symbols.binding(index) == Binding.WEAK) {
      return 0;
    }
    return switch (symbols.definition(index)) {
      case UNDEFINED -> 0;
      case COMMON -> symbols.sizeOf(index);
      case ABSOLUTE -> symbols.value(index);
      case SECTION -> {
        boolean tagged =
            (machine == EM_MIPS || machine == EM_ARM) && symbols.kind(index) == Kind.FUNCTION;
        yield tagged ? symbols.value(index) & ~1L : symbols.value(index);
      }
    };
  }

  /// Whether `llvm-nm` leaves the symbol out: it does not look into gcc's intermediate code.
  boolean omits(int index) {
    return index < symbols.intermediate() || hides(index);
  }

  /// Whether the symbol stands for the file's own layout and is not listed.
  public boolean hides(int index) {
    var kind = symbols.kind(index);
    return (kind == Kind.SECTION && format != ObjectFormat.WASM)
        || kind == Kind.FILE
        || (marked && isMark(symbols.nameStart(index, 5)));
  }

  /// Mapping symbols, which tell code from data in one section (each processor's ELF supplement),
  /// and the nameless labels that RISC-V and LoongArch assemblers leave behind.
  private boolean isMark(String start) {
    return switch (machine) {
      case EM_AARCH64 -> start.startsWith("$d") || start.startsWith("$x");
      case EM_ARM ->
          start.isEmpty()
              || start.startsWith("$d")
              || start.startsWith("$t")
              || start.startsWith("$a");
      case EM_CSKY -> start.startsWith("$d") || start.startsWith("$t");
      case EM_RISCV -> start.equals(".L0 ") || start.startsWith("$d") || start.startsWith("$x");
      case EM_LOONGARCH -> start.equals(".L0 ");
      default -> false;
    };
  }
}
