package nib.engine.objectfile.elf;

import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;

/// `Elf32_Shdr` or `Elf64_Shdr` (System V ABI, "Sections").
record ElfSection(
    int index,
    long sh_name,
    int sh_type,
    long sh_flags,
    long sh_offset,
    long sh_size,
    long sh_link,
    long sh_info,
    long sh_entsize) {

  static final int SHT_SYMTAB = 2;
  static final int SHT_STRTAB = 3;
  static final int SHT_RELA = 4;
  static final int SHT_NOBITS = 8;
  static final int SHT_REL = 9;
  static final int SHT_GROUP = 17;
  static final int SHT_SYMTAB_SHNDX = 18;

  /// Compact relocations, proposed for the System V ABI and written by LLVM 19 on demand.
  static final int SHT_CREL = 0x4000_0014;

  static final long SHF_WRITE = 1;
  static final long SHF_ALLOC = 2;
  static final long SHF_EXECINSTR = 4;
  static final long SHF_COMPRESSED = 0x800;

  /// Reads the header at `at` of the table.
  static ElfSection read(ByteView table, ElfClass elfClass, long at, int index)
      throws MalformedFileException {
    if (!elfClass.wide()) {
      return new ElfSection(
          index,
          table.u32(at),
          (int) table.u32(at + 4),
          table.u32(at + 8),
          table.u32(at + 16),
          table.u32(at + 20),
          table.u32(at + 24),
          table.u32(at + 28),
          table.u32(at + 36));
    }
    return new ElfSection(
        index,
        table.u32(at),
        (int) table.u32(at + 4),
        table.u64(at + 8),
        table.u64(at + 24),
        table.u64(at + 32),
        table.u32(at + 40),
        table.u32(at + 44),
        table.u64(at + 56));
  }

  boolean has(long flag) {
    return (sh_flags & flag) != 0;
  }

  ByteView content(ByteView file) throws MalformedFileException {
    return file.slice(sh_offset, sh_size);
  }
}
