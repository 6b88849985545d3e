package nib.engine.target;

import static nib.engine.target.Target.Abi.AAPCS64;
import static nib.engine.target.Target.Abi.APPLE_ARM64;
import static nib.engine.target.Target.Abi.RISCV_LP64D;
import static nib.engine.target.Target.Abi.SYSTEM_V_AMD64;
import static nib.engine.target.Target.Abi.SYSTEM_V_I386;
import static nib.engine.target.Target.Abi.WASM32;
import static nib.engine.target.Target.Abi.WINDOWS_X64;
import static nib.engine.target.Target.Format.COFF;
import static nib.engine.target.Target.Format.ELF;
import static nib.engine.target.Target.Format.MACH_O;
import static nib.engine.target.Target.Format.WASM;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The targets that Nib knows, and which of them this machine is.
///
/// Pen's compiler takes four of them for cross builds (`cmd/pen/src/compile_configuration.rs`) and
/// the machine's own; the others are what authors of bindings ship for. Machine numbers are those
/// of their object formats.
public final class Targets {

  private static final int EM_386 = 3;
  private static final int EM_X86_64 = 62;
  private static final int EM_AARCH64 = 183;
  private static final int EM_RISCV = 243;

  // `<mach/machine.h>`
  private static final int CPU_TYPE_X86_64 = 0x0100_0007;
  private static final int CPU_TYPE_ARM64 = 0x0100_000c;

  // "PE Format", "Machine Types"
  private static final int IMAGE_FILE_MACHINE_AMD64 = 0x8664;

  private static final List<Target> ALL =
      List.of(
          elf(
              "x86_64-unknown-linux-gnu",
              8,
              EM_X86_64,
              SYSTEM_V_AMD64,
              "x86_64-linux-gnu",
              "x86_64-pc-linux-gnu"),
          elf("x86_64-unknown-linux-musl", 8, EM_X86_64, SYSTEM_V_AMD64, "x86_64-linux-musl"),
          elf(
              "aarch64-unknown-linux-gnu",
              8,
              EM_AARCH64,
              AAPCS64,
              "aarch64-linux-gnu",
              "arm64-linux-gnu"),
          elf("aarch64-unknown-linux-musl", 8, EM_AARCH64, AAPCS64, "aarch64-linux-musl"),
          elf("riscv64gc-unknown-linux-gnu", 8, EM_RISCV, RISCV_LP64D, "riscv64-unknown-linux-gnu"),
          elf("i686-unknown-linux-musl", 4, EM_386, SYSTEM_V_I386, "i686-linux-musl"),
          new Target(
              "x86_64-apple-darwin",
              List.of("x86_64-apple-macos"),
              8,
              MACH_O,
              CPU_TYPE_X86_64,
              "_",
              SYSTEM_V_AMD64),
          new Target(
              "aarch64-apple-darwin",
              List.of("arm64-apple-darwin", "arm64-apple-macos"),
              8,
              MACH_O,
              CPU_TYPE_ARM64,
              "_",
              APPLE_ARM64),
          new Target(
              "x86_64-pc-windows-gnu",
              List.of("x86_64-w64-mingw32"),
              8,
              COFF,
              IMAGE_FILE_MACHINE_AMD64,
              "",
              WINDOWS_X64),
          new Target(
              "x86_64-pc-windows-msvc",
              List.of(),
              8,
              COFF,
              IMAGE_FILE_MACHINE_AMD64,
              "",
              WINDOWS_X64),
          new Target("wasm32-wasip1", List.of("wasm32-wasi"), 4, WASM, 0, "", WASM32),
          new Target("wasm32-wasip2", List.of(), 4, WASM, 0, "", WASM32),
          new Target("wasm32-unknown-unknown", List.of(), 4, WASM, 0, "", WASM32));

  private Targets() {}

  public static List<Target> all() {
    return ALL;
  }

  /// The target of this name or alias.
  public static Optional<Target> named(String tripleOrAlias) {
    return ALL.stream()
        .filter(target ->
            target.triple().equals(tripleOrAlias) || target.aliases().contains(tripleOrAlias))
        .findFirst();
  }

  /// This machine's own target; the first row where the machine is none that Nib knows.
  public static Target host() {
    String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    boolean arm = machine.equals("aarch64") || machine.equals("arm64");
    String triple;
    if (system.startsWith("mac")) {
      triple = arm ? "aarch64-apple-darwin" : "x86_64-apple-darwin";
    } else if (system.startsWith("windows")) {
      triple = "x86_64-pc-windows-msvc";
    } else if (machine.equals("riscv64")) {
      triple = "riscv64gc-unknown-linux-gnu";
    } else {
      triple = arm ? "aarch64-unknown-linux-gnu" : "x86_64-unknown-linux-gnu";
    }
    return named(triple).orElse(ALL.getFirst());
  }

  private static Target elf(
      String triple, int pointerBytes, int machine, Target.Abi abi, String... aliases) {
    return new Target(triple, List.of(aliases), pointerBytes, ELF, machine, "", abi);
  }
}
