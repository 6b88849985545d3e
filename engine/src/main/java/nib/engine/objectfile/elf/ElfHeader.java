package nib.engine.objectfile.elf;

import java.nio.ByteOrder;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;

/// `Elf64_Ehdr`, the fields that matter here, with the counts that did not fit into 16 bits already
/// fetched from section header 0 (System V ABI, "ELF Header" and "Special Section Indexes").
///
/// @param file the whole object, in its own byte order
record ElfHeader(
    ByteView file, int e_type, int e_machine, long e_shoff, long shnum, long shstrndx) {

  static final int ET_EXEC = 2;
  static final int ET_DYN = 3;
  static final int ET_CORE = 4;

  static final int SECTION_HEADER_SIZE = 64;

  private static final int EI_DATA = 5;
  private static final int ELFDATA2LSB = 1;
  private static final int ELFDATA2MSB = 2;
  private static final int SHN_XINDEX = 0xffff;

  static int type(ByteView bytes) throws MalformedFileException {
    return bytes.ordered(order(bytes)).u16(0x10);
  }

  static ElfHeader read(ByteView bytes) throws MalformedFileException {
    var file = bytes.ordered(order(bytes));
    int type = file.u16(0x10);
    int machine = file.u16(0x12);
    long shoff = file.u64(0x28);
    if (shoff == 0) {
      return new ElfHeader(file, type, machine, 0, 0, 0);
    }
    int shentsize = file.u16(0x3a);
    if (shentsize != SECTION_HEADER_SIZE) {
      throw file.malformed(0x3a, "section headers of %d bytes instead of 64".formatted(shentsize));
    }
    long shnum = file.u16(0x3c);
    long shstrndx = file.u16(0x3e);
    var first = file.slice(shoff, SECTION_HEADER_SIZE);
    if (shnum == 0) {
      shnum = first.u64(0x20); // sh_size
    }
    if (shstrndx == SHN_XINDEX) {
      shstrndx = first.u32(0x28); // sh_link
    }
    if (shnum < 0 || shnum > (file.size() - shoff) / SECTION_HEADER_SIZE) {
      throw file.malformed(
          shoff,
          "%s section headers, room for %d"
              .formatted(
                  Long.toUnsignedString(shnum), (file.size() - shoff) / SECTION_HEADER_SIZE));
    }
    return new ElfHeader(file, type, machine, shoff, shnum, shstrndx);
  }

  private static ByteOrder order(ByteView bytes) throws MalformedFileException {
    return switch (bytes.u8(EI_DATA)) {
      case ELFDATA2LSB -> ByteOrder.LITTLE_ENDIAN;
      case ELFDATA2MSB -> ByteOrder.BIG_ENDIAN;
      default ->
          throw bytes.malformed(
              EI_DATA, "byte order %d, which ELF does not know".formatted(bytes.u8(EI_DATA)));
    };
  }
}
