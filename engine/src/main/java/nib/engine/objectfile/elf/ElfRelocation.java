package nib.engine.objectfile.elf;

/// What relocations do to sections that are never loaded, as the processors' supplements to the
/// System V ABI number them.
///
/// Debugging information needs few: a symbol's value and an addend are stored in 4 or 8 bytes, and
/// on RISC-V and LoongArch also added or subtracted, since their linkers move code. Relocations of
/// thread-local variables and of distances stand in expressions that tell where a variable is.
final class ElfRelocation {

  /// Nothing that matters here.
  static final int IGNORED = 0;

  /// The value goes to 4 bytes, to 8 bytes.
  static final int STORE_4 = 4;

  static final int STORE_8 = 8;

  /// Added to what stands in so many bytes, or subtracted.
  static final int ADD = 0x10;

  static final int SUBTRACT = 0x20;

  static final int UNKNOWN = -1;

  private ElfRelocation() {}

  /// What relocation `type` does: one of the above, `ADD` and `SUBTRACT` with a size.
  static int effect(int machine, int type) {
    if (type == 0) {
      return IGNORED; // R_*_NONE everywhere
    }
    return machine == ElfMachine.EM_X86_64 ? x86(type) : other(machine, type);
  }

  private static int x86(int type) {
    return switch (type) {
      case 1 -> STORE_8;
      case 10, 11 -> STORE_4;
      case 2, 17, 21, 24, 25, 32, 33 -> IGNORED; // PC, DTPOFF, GOTOFF, SIZE
      default -> UNKNOWN;
    };
  }

  private static int other(int machine, int type) {
    return switch (machine) {
      case 3 -> store4(type == 1, type == 2 || type == 9 || type == 32); // i386
      case 183 ->
          switch (type) { // AArch64; 1 is ABS32 of its ILP32 form
            case 257 -> STORE_8;
            case 1, 258 -> STORE_4;
            case 256, 260, 261, 1028, 1029 -> IGNORED;
            default -> UNKNOWN;
          };
      case 40 -> store4(type == 2 || type == 38, type == 3 || type == 18 || type == 106); // ARM
      case 243 -> riscv(type);
      case 258 -> loongArch(type);
      case 20, 21 ->
          switch (type) { // PowerPC
            case 1, 24 -> STORE_4;
            case 38, 43 -> STORE_8;
            case 26, 44, 78, 110 -> IGNORED;
            default -> UNKNOWN;
          };
      case 22 ->
          switch (type) { // S/390
            case 4 -> STORE_4;
            case 22 -> STORE_8;
            case 5, 23, 52, 53 -> IGNORED;
            default -> UNKNOWN;
          };
      case 8 ->
          switch (type) { // MIPS
            case 2 -> STORE_4;
            case 18 -> STORE_8;
            case 39, 41, 248 -> IGNORED;
            default -> UNKNOWN;
          };
      case 2, 18, 43 ->
          switch (type) { // SPARC
            case 3, 23 -> STORE_4;
            case 32, 54 -> STORE_8;
            case 6, 46, 76, 77 -> IGNORED;
            default -> UNKNOWN;
          };
      case 247 ->
          switch (type) { // BPF
            case 2 -> STORE_8;
            case 3, 4 -> STORE_4;
            default -> UNKNOWN;
          };
      case 4, 42 -> store4(type == 1, false); // m68k, SuperH
      case 0x9026 -> // Alpha
          type == 1 ? STORE_4 : type == 2 ? STORE_8 : UNKNOWN;
      default -> UNKNOWN;
    };
  }

  private static int store4(boolean stored, boolean ignored) {
    return stored ? STORE_4 : ignored ? IGNORED : UNKNOWN;
  }

  private static int riscv(int type) {
    return switch (type) {
      case 1 -> STORE_4;
      case 2 -> STORE_8;
      case 33 -> ADD | 1;
      case 34 -> ADD | 2;
      case 35 -> ADD | 4;
      case 36 -> ADD | 8;
      case 37 -> SUBTRACT | 1;
      case 38 -> SUBTRACT | 2;
      case 39 -> SUBTRACT | 4;
      case 40 -> SUBTRACT | 8;
      // DTPREL, ALIGN, RELAX, SUB6, SET6 to SET16, 32_PCREL, ULEB128: line programs, frames, ranges
      case 8, 9, 43, 51, 52, 53, 54, 55, 57, 60, 61 -> IGNORED;
      case 56 -> STORE_4; // SET32
      default -> UNKNOWN;
    };
  }

  private static int loongArch(int type) {
    return switch (type) {
      case 1 -> STORE_4;
      case 2 -> STORE_8;
      case 47 -> ADD | 1;
      case 48 -> ADD | 2;
      case 50 -> ADD | 4;
      case 51 -> ADD | 8;
      case 52 -> SUBTRACT | 1;
      case 53 -> SUBTRACT | 2;
      case 55 -> SUBTRACT | 4;
      case 56 -> SUBTRACT | 8;
      // DTPREL, 24 bits, 32_PCREL, RELAX, ALIGN, 6 bits, ULEB128, 64_PCREL
      case 8, 9, 49, 54, 99, 100, 102, 105, 106, 107, 108, 109 -> IGNORED;
      default -> UNKNOWN;
    };
  }
}
