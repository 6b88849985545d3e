package nib.engine.objectfile.macho;

/// Names for `cputype` and `cpusubtype` (`<mach/machine.h>`).
final class MachMachine {

  /// Processors whose addresses have 64 bits.
  static final int ABI64 = 0x0100_0000;

  /// 64-bit processors with addresses of 32 bits.
  static final int ABI64_32 = 0x0200_0000;

  private static final int I386 = 7;
  private static final int ARM = 12;
  private static final int POWERPC = 18;

  private MachMachine() {}

  static String name(int cputype) {
    return switch (cputype) {
      case 6 -> "m68k";
      case I386 -> "i386";
      case I386 | ABI64 -> "x86-64";
      case 8 -> "MIPS";
      case 11 -> "PA-RISC";
      case ARM -> "ARM";
      case ARM | ABI64 -> "AArch64";
      case ARM | ABI64_32 -> "AArch64 with 32-bit addresses";
      case 13 -> "m88k";
      case 14 -> "SPARC";
      case 15 -> "i860";
      case POWERPC -> "PowerPC";
      case POWERPC | ABI64 -> "PowerPC64";
      default -> "machine 0x%x".formatted(cputype);
    };
  }

  /// What Apple's tools take after `-arch`.
  static String architecture(int cputype, int cpusubtype) {
    int variant = cpusubtype & 0xff_ffff; // the highest byte tells abilities
    String known =
        switch (cputype) {
          case I386 -> variant == 3 ? "i386" : "";
          case I386 | ABI64 -> variant == 3 ? "x86_64" : variant == 8 ? "x86_64h" : "";
          case ARM -> arm(variant);
          case ARM | ABI64 -> variant == 0 ? "arm64" : variant == 2 ? "arm64e" : "";
          case ARM | ABI64_32 -> variant == 1 ? "arm64_32" : "";
          case POWERPC -> variant == 0 ? "ppc" : "";
          case POWERPC | ABI64 -> variant == 0 ? "ppc64" : "";
          default -> "";
        };
    return known.isEmpty() ? "%s, variant %d".formatted(name(cputype), variant) : known;
  }

  private static String arm(int variant) {
    return switch (variant) {
      case 5 -> "armv4t";
      case 6 -> "armv6";
      case 7 -> "armv5e";
      case 8 -> "xscale";
      case 9 -> "armv7";
      case 11 -> "armv7s";
      case 12 -> "armv7k";
      case 14 -> "armv6m";
      case 15 -> "armv7m";
      case 16 -> "armv7em";
      default -> "";
    };
  }
}
