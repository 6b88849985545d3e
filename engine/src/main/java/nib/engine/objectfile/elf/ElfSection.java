package nib.engine.objectfile.elf;

import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;

/// `Elf64_Shdr` (System V ABI, "Sections").
record ElfSection(
    long index,
    long sh_name,
    int sh_type,
    long sh_flags,
    long sh_offset,
    long sh_size,
    long sh_link,
    long sh_entsize) {

  static final int SHT_SYMTAB = 2;
  static final int SHT_STRTAB = 3;
  static final int SHT_NOBITS = 8;
  static final int SHT_SYMTAB_SHNDX = 18;

  static final long SHF_WRITE = 1;
  static final long SHF_ALLOC = 2;
  static final long SHF_EXECINSTR = 4;

  /// Reads the header at `at`, an offset into the object.
  static ElfSection read(ByteView file, long at, long index) throws MalformedFileException {
    return new ElfSection(
        index,
        file.u32(at),
        (int) file.u32(at + 0x04),
        file.u64(at + 0x08),
        file.u64(at + 0x18),
        file.u64(at + 0x20),
        file.u32(at + 0x28),
        file.u64(at + 0x38));
  }

  boolean has(long flag) {
    return (sh_flags & flag) != 0;
  }

  ByteView content(ByteView file) throws MalformedFileException {
    return file.slice(sh_offset, sh_size);
  }
}
