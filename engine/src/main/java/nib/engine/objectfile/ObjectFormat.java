package nib.engine.objectfile;

import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;

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

  private static final int COFF_HEADER = 20;
  private static final int COFF_SECTION = 40;

  /// A fat Mach-O file and a Java class both start with 0xcafebabe. The next word is the number of
  /// architectures in the one and the version in the other, and no class is older than 45.
  private static final int MOST_ARCHITECTURES = 44;

  private final String words;

  ObjectFormat(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /// Tells the format by magic; nothing else of the file is looked at.
  public static ObjectFormat of(ByteView bytes) throws MalformedFileException {
    if (bytes.size() < 8) {
      return UNRECOGNIZED;
    }
    return switch ((int) bytes.u32(0)) {
      case 0x464c_457f -> elf(bytes.u8(4)); // \x7fELF, then EI_CLASS
      case 0xfeed_face, 0xfeed_facf, 0xcefa_edfe, 0xcffa_edfe -> MACH_O;
      case 0xbeba_feca, 0xbfba_feca -> fat(bytes);
      case 0x6d73_6100 -> WASM; // \0asm
      case 0xdec0_4342, 0x0b17_c0de ->
          BITCODE; // BC\xc0\xde; the wrapper that Darwin puts around it
      case 0xffff_0000 -> COFF; // bigobj and short imports: IMAGE_FILE_MACHINE_UNKNOWN, 0xffff
      default -> isCoff(bytes) ? COFF : UNRECOGNIZED;
    };
  }

  private static ObjectFormat elf(int elfClass) {
    return switch (elfClass) {
      case 1 -> ELF32;
      case 2 -> ELF64;
      default -> UNRECOGNIZED;
    };
  }

  private static ObjectFormat fat(ByteView bytes) throws MalformedFileException {
    return Integer.reverseBytes((int) bytes.u32(4)) <= MOST_ARCHITECTURES ? MACH_O : UNRECOGNIZED;
  }

  /// COFF has no magic, only a machine number (PE/COFF specification, "Machine Types"), so the
  /// section table has to fit into the file as well.
  private static boolean isCoff(ByteView bytes) throws MalformedFileException {
    boolean machine =
        switch (bytes.u16(0)) {
          case 0x014c, 0x01c0, 0x01c4, 0x0200, 0x5032, 0x5064, 0x6232, 0x6264 -> true;
          case 0x8664, 0xa641, 0xa64e, 0xaa64 -> true;
          default -> false;
        };
    return machine
        && bytes.size() >= COFF_HEADER
        && bytes.size() >= COFF_HEADER + (long) COFF_SECTION * bytes.u16(2);
  }
}
