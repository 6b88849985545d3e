package nib.engine.target;

import java.util.List;

/// A target as `pen build -t` and `pen-ffi` scripts name it. What differs between platforms is a
/// column of this row; no code asks a triple's text.
///
/// @param triple the name Nib uses everywhere, in the spelling of LLVM and Rust
/// @param aliases other spellings of the same target that people and tools write
/// @param pointerBytes the size of a pointer and of `size_t`, in bytes
/// @param format the object format that compilers for this target write
/// @param elfMachine `e_machine` of its object files (System V ABI, chapter 4); 0 where the format
///   is not ELF
/// @param symbolPrefix what C compilers put before a symbol's name: `_` on Apple's systems
public record Target(
    String triple,
    List<String> aliases,
    int pointerBytes,
    Format format,
    int elfMachine,
    String symbolPrefix) {

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
