package nib.engine.objectfile.bitcode;

/// The first part of a target triple, such as `x86_64` of `x86_64-unknown-linux-gnu`.
final class Architecture {

  private Architecture() {}

  /// As people say it, in the words that the other formats have.
  static String name(String architecture) {
    return switch (architecture) {
      case "x86_64", "x86_64h", "amd64" -> "x86-64";
      case "i386", "i486", "i586", "i686" -> "i386";
      case "aarch64", "arm64", "aarch64_be", "arm64e" -> "AArch64";
      case "arm64_32" -> "AArch64 with 32-bit addresses";
      case "arm64ec" -> "ARM64EC";
      case "riscv32", "riscv64" -> "RISC-V";
      case "powerpc", "ppc", "ppc32" -> "PowerPC";
      case "powerpc64", "powerpc64le", "ppc64", "ppc64le" -> "PowerPC64";
      case "s390x", "systemz" -> "S/390";
      case "mips", "mipsel", "mips64", "mips64el" -> "MIPS";
      case "sparcv9", "sparc64" -> "SPARC V9";
      case "loongarch32", "loongarch64" -> "LoongArch";
      case "bpf", "bpfel", "bpfeb" -> "BPF";
      default ->
          isArm(architecture) ? "ARM" : architecture.isEmpty() ? "any machine" : architecture;
    };
  }

  private static boolean isArm(String architecture) {
    return architecture.startsWith("armv")
        || architecture.startsWith("thumb")
        || architecture.equals("arm");
  }

  /// The bits of an address, 32 or 64.
  static int addressBits(String architecture) {
    return switch (architecture) {
      case "arm64_32" -> 32;
      case "s390x", "systemz", "sparcv9", "amdgcn", "ve", "bpf", "bpfel", "bpfeb" -> 64;
      default -> architecture.contains("64") ? 64 : 32;
    };
  }
}
