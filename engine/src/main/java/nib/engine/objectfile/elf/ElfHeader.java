package nib.engine.objectfile.elf;

import java.nio.ByteOrder;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;

/// `Elf32_Ehdr` or `Elf64_Ehdr`, the fields that matter here, with the counts that did not fit into
/// 16 bits already fetched from section header 0 (System V ABI, "ELF Header" and "Special Section
/// Indexes").
///
/// @param file the whole object, in its own byte order
record ElfHeader(
    ByteView file,
    ElfClass elfClass,
    int e_type,
    int e_machine,
    long e_shoff,
    long shnum,
    long shstrndx) {

  static final int ET_EXEC = 2;
  static final int ET_DYN = 3;
  static final int ET_CORE = 4;

  /// The size of `Elf64_Ehdr`.
  private static final int LONGEST = 64;

  private static final int EI_CLASS = 4;
  private static final int EI_DATA = 5;
  private static final int ELFDATA2LSB = 1;
  private static final int ELFDATA2MSB = 2;
  private static final int SHN_XINDEX = 0xffff;

  static int type(ByteView bytes) throws MalformedFileException {
    return bytes.ordered(order(bytes)).u16(0x10);
  }

  static ElfHeader read(ByteView bytes) throws MalformedFileException {
    var start = bytes.slice(0, Math.min(LONGEST, bytes.size())).loaded();
    var elfClass = start.u8(EI_CLASS) == 1 ? ElfClass.ELF32 : ElfClass.ELF64;
    var file = bytes.ordered(order(start));
    start = start.ordered(order(start));
    int type = start.u16(0x10);
    int machine = start.u16(0x12);
    long shoff = elfClass.wide() ? start.u64(elfClass.e_shoff) : start.u32(elfClass.e_shoff);
    if (shoff == 0) {
      return new ElfHeader(file, elfClass, type, machine, 0, 0, 0);
    }
    int shentsize = start.u16(elfClass.e_shentsize);
    if (shentsize != elfClass.sectionHeader) {
      throw file.malformed(
          elfClass.e_shentsize,
          "section headers of %d bytes instead of %d".formatted(shentsize, elfClass.sectionHeader));
    }
    long shnum = start.u16(elfClass.e_shentsize + 2);
    long shstrndx = start.u16(elfClass.e_shentsize + 4);
    if (shnum == 0 || shstrndx == SHN_XINDEX) {
      var first = ElfSection.read(file.slice(shoff, elfClass.sectionHeader), elfClass, 0, 0);
      shnum = shnum == 0 ? first.sh_size() : shnum;
      shstrndx = shstrndx == SHN_XINDEX ? first.sh_link() : shstrndx;
    }
    long room = Math.max(0, file.size() - shoff) / elfClass.sectionHeader;
    if (shoff < 0 || shnum < 0 || shnum > room) {
      throw file.malformed(
          shoff < 0 ? elfClass.e_shoff : shoff,
          "%s section headers, room for %d".formatted(Long.toUnsignedString(shnum), room));
    }
    return new ElfHeader(file, elfClass, type, machine, shoff, shnum, shstrndx);
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
