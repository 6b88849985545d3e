package nib.engine.objectfile.elf;

/// Where the fields of ELF's structures lie, which its two classes order differently (System V ABI,
/// "ELF Header", "Sections", "Symbol Table").
enum ElfClass {
  ELF32(0x20, 0x2e, 40, 16),
  ELF64(0x28, 0x3a, 64, 24);

  /// Offset of `e_shoff`, and of `e_shentsize`, behind which `e_shnum` and `e_shstrndx` stand.
  final int e_shoff;

  final int e_shentsize;

  /// Size of `Elf32_Shdr` and `Elf64_Shdr`.
  final int sectionHeader;

  /// Size of `Elf32_Sym` and `Elf64_Sym`.
  final int symbol;

  ElfClass(int e_shoff, int e_shentsize, int sectionHeader, int symbol) {
    this.e_shoff = e_shoff;
    this.e_shentsize = e_shentsize;
    this.sectionHeader = sectionHeader;
    this.symbol = symbol;
  }

  boolean wide() {
    return this == ELF64;
  }
}
