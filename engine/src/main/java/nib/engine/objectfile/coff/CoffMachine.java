package nib.engine.objectfile.coff;

/// Names for COFF's `Machine`, as people say them ("PE Format", "Machine Types").
final class CoffMachine {

  static final int ARM64EC = 0xa641;
  static final int ARM64X = 0xa64e;

  private CoffMachine() {}

  static String name(int machine) {
    return switch (machine) {
      case 0 -> "any machine";
      case 0x014c -> "i386";
      case 0x0160, 0x0162, 0x0166, 0x0168, 0x0169, 0x0266, 0x0366, 0x0466 -> "MIPS";
      case 0x0184, 0x0284 -> "Alpha";
      case 0x01a2, 0x01a3, 0x01a6, 0x01a8 -> "SuperH";
      case 0x01c0, 0x01c2, 0x01c4 -> "ARM";
      case 0x01f0, 0x01f1 -> "PowerPC";
      case 0x0200 -> "IA-64";
      case 0x0ebc -> "EFI byte code";
      case 0x5032, 0x5064, 0x5128 -> "RISC-V";
      case 0x6232, 0x6264 -> "LoongArch";
      case 0x8664 -> "x86-64";
      case 0x9041 -> "M32R";
      case 0xaa64 -> "AArch64";
      case ARM64EC -> "ARM64EC";
      case ARM64X -> "ARM64X";
      default -> "machine 0x%x".formatted(machine);
    };
  }
}
