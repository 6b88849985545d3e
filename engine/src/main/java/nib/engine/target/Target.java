package nib.engine.target;

import java.util.List;

/// A target as `pen build -t` and `pen-ffi` scripts name it. What differs between platforms is a
/// column of this row; no code asks a triple's text.
///
/// @param triple the name Nib uses everywhere, in the spelling of LLVM and Rust
/// @param aliases other spellings of the same target that people and tools write
/// @param pointerBytes the size of a pointer and of `size_t`, in bytes
/// @param format the object format that compilers for this target write
/// @param machine as the object format numbers it: `e_machine` of ELF (System V ABI, chapter 4),
///   `cputype` of Mach-O, `Machine` of COFF; 0 for WebAssembly, which has one
/// @param symbolPrefix what C compilers put before a symbol's name: `_` on Apple's systems
/// @param abi the standard by which its C compilers call functions and lay out memory
public record Target(
    String triple,
    List<String> aliases,
    int pointerBytes,
    Format format,
    int machine,
    String symbolPrefix,
    Abi abi) {

  /// The standards of the known targets.
  public enum Abi {
    /// System V Application Binary Interface, AMD64 Architecture Processor Supplement.
    SYSTEM_V_AMD64,
    /// Procedure Call Standard for the Arm 64-bit Architecture.
    AAPCS64,
    /// AAPCS64 with Apple's changes ("Writing ARM64 code for Apple platforms").
    APPLE_ARM64,
    /// Microsoft's "x64 calling convention".
    WINDOWS_X64,
    /// System V Application Binary Interface, Intel386 Architecture Processor Supplement: `cdecl`.
    SYSTEM_V_I386,
    /// RISC-V ABIs Specification, hardware floating-point calling convention, `lp64d`.
    RISCV_LP64D,
    /// WebAssembly tool conventions, "Basic C ABI".
    WASM32
  }

  /// The object formats of the known targets.
  public enum Format {
    ELF,
    MACH_O,
    COFF,
    WASM
  }

  public Target {
    aliases = List.copyOf(aliases);
  }
}
