package nib.engine.objectfile.elf;

/// Names for `e_machine`, as people say them (the numbers are the System V ABI's and the registry's
/// that continues it).
final class ElfMachine {

  static final int EM_X86_64 = 62;

  private ElfMachine() {}

  static String name(int machine) {
    return switch (machine) {
      case 2 -> "SPARC";
      case 3 -> "i386";
      case 4 -> "m68k";
      case 8 -> "MIPS";
      case 15 -> "PA-RISC";
      case 18 -> "SPARC32PLUS";
      case 20 -> "PowerPC";
      case 21 -> "PowerPC64";
      case 22 -> "S/390";
      case 40 -> "ARM";
      case 42 -> "SuperH";
      case 43 -> "SPARC V9";
      case 50 -> "IA-64";
      case EM_X86_64 -> "x86-64";
      case 83 -> "AVR";
      case 88 -> "M32R";
      case 92 -> "OpenRISC";
      case 93, 195 -> "ARC";
      case 94 -> "Xtensa";
      case 105 -> "MSP430";
      case 113 -> "Nios II";
      case 164 -> "Hexagon";
      case 183 -> "AArch64";
      case 189 -> "MicroBlaze";
      case 190 -> "CUDA";
      case 224 -> "AMDGPU";
      case 243 -> "RISC-V";
      case 244 -> "Lanai";
      case 247 -> "BPF";
      case 251 -> "VE";
      case 252 -> "C-SKY";
      case 258 -> "LoongArch";
      case 0x9026 -> "Alpha";
      default -> "machine " + machine;
    };
  }
}
