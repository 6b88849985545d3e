package nib.engine.objectfile;

/// What a file or an archive member is, told by its first bytes.
public enum ObjectFormat {
  ELF64("ELF 64-bit"),
  ELF32("ELF 32-bit"),
  MACH_O("Mach-O"),
  COFF("COFF"),
  WASM("WebAssembly"),
  BITCODE("LLVM bitcode"),
  /// Text, Rust metadata, whatever comes next: listed, never an error.
  UNRECOGNIZED("not an object file");

  private final String words;

  ObjectFormat(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
