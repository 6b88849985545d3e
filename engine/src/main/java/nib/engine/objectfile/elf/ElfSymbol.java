package nib.engine.objectfile.elf;

import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;

/// `Elf64_Sym` (System V ABI, "Symbol Table").
record ElfSymbol(
    long st_name, int st_info, int st_other, int st_shndx, long st_value, long st_size) {

  static final int SIZE = 24;

  static final int STB_LOCAL = 0;
  static final int STB_GLOBAL = 1;
  static final int STB_WEAK = 2;
  static final int STB_GNU_UNIQUE = 10;

  static final int STT_OBJECT = 1;
  static final int STT_GNU_IFUNC = 10;

  static ElfSymbol read(ByteView table, long at) throws MalformedFileException {
    return new ElfSymbol(
        table.u32(at),
        table.u8(at + 4),
        table.u8(at + 5),
        table.u16(at + 6),
        table.u64(at + 8),
        table.u64(at + 16));
  }

  int binding() {
    return st_info >> 4;
  }

  int type() {
    return st_info & 0xf;
  }

  int visibility() {
    return st_other & 3;
  }
}
