package nib.engine.symbols;

import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.objectfile.SymbolTable;

/// What `llvm-nm` does with the symbols of one object: which it leaves out, which value it shows.
final class NmMarks {

  private static final int EM_MIPS = 8;
  private static final int EM_ARM = 40;
  private static final int EM_AARCH64 = 183;
  private static final int EM_RISCV = 243;
  private static final int EM_CSKY = 252;
  private static final int EM_LOONGARCH = 258;

  private final SymbolTable symbols;

  /// `e_machine`; 0 in other formats.
  private final int machine;

  private final boolean marked;

  NmMarks(ObjectFile object) {
    this.symbols = object.symbols();
    this.machine =
        object.format() == ObjectFormat.ELF64 || object.format() == ObjectFormat.ELF32
            ? object.machineNumber()
            : 0;
    this.marked =
        switch (machine) {
          case EM_AARCH64, EM_ARM, EM_CSKY, EM_RISCV, EM_LOONGARCH -> true;
          default -> false;
        };
  }

  /// What is shown as the value: of a common symbol its size, of ARM and MIPS code its address
  /// without the bit that tells the instruction set.
  long value(int index) {
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

  boolean hides(int index) {
    var kind = symbols.kind(index);
    return kind == Kind.SECTION
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
