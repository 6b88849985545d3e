package nib.engine.objectfile;

import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;

/// What a file or an archive member is, told by its first bytes.
public enum ObjectFormat {
  ELF64("ELF 64-bit", true),
  ELF32("ELF 32-bit", true),
  MACH_O("Mach-O", true),
  /// Objects or archives for several architectures in one file.
  FAT_MACH_O("fat Mach-O", true),
  COFF("COFF", true),
  /// One name of a DLL, in the short form that import libraries have.
  COFF_IMPORT("COFF import", true),
  /// What Microsoft's compiler leaves for its linker to compile (`/GL`).
  MSVC_INTERMEDIATE("Microsoft intermediate code", true),
  WASM("WebAssembly", true),
  BITCODE("LLVM bitcode", true),
  /// Objects of AIX.
  XCOFF("XCOFF", true),
  ARCHIVE("archive", false),
  /// What other crates read of a Rust library; no code.
  RUST_METADATA("Rust metadata", false),
  /// What Go's own linker reads.
  GO_OBJECT("Go object", false),
  /// What other Go packages read of a Go package; no code.
  GO_EXPORTS("Go export data", false),
  WINDOWS_RESOURCES("Windows resources", false),
  JAVA_CLASS("Java class", false),
  TEXT("text", false),
  EMPTY("empty", false),
  /// Whatever comes next: listed, never an error.
  UNRECOGNIZED("not an object file", false);

  private static final int COFF_HEADER = 20;
  private static final int COFF_SECTION = 40;
  private static final int ENOUGH_TEXT = 4096;

  /// A class identifier's halves as numbers.
  private record ClassId(long first, long second) {

    boolean standsAt(ByteView bytes, long at) throws MalformedFileException {
      return bytes.size() >= at + 16 && bytes.u64(at) == first && bytes.u64(at + 8) == second;
    }
  }

  /// `{D1BAA1C7-BAEE-4BA9-AF20-FAF66AA4DCB8}`, the class of big objects (`<winnt.h>`).
  private static final ClassId BIG_OBJECT =
      new ClassId(0x4ba9_baee_d1ba_a1c7L, 0xb8dc_a46a_f6fa_20afL);

  /// `{0CB3FE38-D9A5-4DAB-AC9B-D6B6222653C2}`, that of intermediate code.
  private static final ClassId INTERMEDIATE =
      new ClassId(0x4dab_d9a5_0cb3_fe38L, 0xc253_2622_b6d6_9bacL);

  /// A fat Mach-O file and a Java class both start with 0xcafebabe. The next word is the number of
  /// architectures in the one and the version in the other, and no class is older than 45.
  private static final int MOST_ARCHITECTURES = 44;

  private final String words;
  private final boolean object;

  ObjectFormat(String words, boolean object) {
    this.words = words;
    this.object = object;
  }

  public String words() {
    return words;
  }

  /// Whether a linker finds symbols in it, also where Nib does not.
  public boolean object() {
    return object;
  }

  /// Tells the format by magic; nothing else of the file is looked at.
  public static ObjectFormat of(ByteView bytes) throws MalformedFileException {
    if (bytes.size() < 8) {
      return other(bytes);
    }
    return switch ((int) bytes.u32(0)) {
      case 0x464c_457f -> elf(bytes.u8(4)); // \x7fELF, then EI_CLASS
      case 0xfeed_face, 0xfeed_facf, 0xcefa_edfe, 0xcffa_edfe -> MACH_O;
      case 0xbeba_feca, 0xbfba_feca -> fat(bytes);
      case 0x6d73_6100 -> WASM; // \0asm
      case 0xdec0_4342, 0x0b17_c0de ->
          BITCODE; // BC\xc0\xde; the wrapper that Darwin puts around it
      case 0xffff_0000 -> anonymous(bytes);
      default -> isXcoff(bytes) ? XCOFF : isCoff(bytes) ? COFF : other(bytes);
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
    return Integer.reverseBytes((int) bytes.u32(4)) <= MOST_ARCHITECTURES ? FAT_MACH_O : JAVA_CLASS;
  }

  /// `IMAGE_FILE_MACHINE_UNKNOWN` and 0xffff begin every `ANON_OBJECT_HEADER`: short imports, and
  /// whatever else a class identifier at offset 12 tells.
  private static ObjectFormat anonymous(ByteView bytes) throws MalformedFileException {
    if (BIG_OBJECT.standsAt(bytes, 12)) {
      return COFF;
    }
    if (INTERMEDIATE.standsAt(bytes, 12)) {
      return MSVC_INTERMEDIATE;
    }
    return bytes.u16(4) == 0 ? COFF_IMPORT : UNRECOGNIZED;
  }

  /// XCOFF's `f_magic` (`<xcoff.h>`, big-endian) and a header that fits.
  private static boolean isXcoff(ByteView bytes) throws MalformedFileException {
    int magic = bytes.u16(0);
    return (magic == 0xdf01 || magic == 0xf701) && bytes.size() >= COFF_HEADER;
  }

  /// COFF has no magic, only a machine number (PE/COFF specification, "Machine Types"), so the
  /// section table has to fit into the file as well. Some numbers are letters.
  private static boolean isCoff(ByteView bytes) throws MalformedFileException {
    if (bytes.size() < COFF_HEADER
        || bytes.size() < COFF_HEADER + (long) COFF_SECTION * bytes.u16(2)) {
      return false;
    }
    return switch (bytes.u16(0)) {
      case 0 -> isForAnyMachine(bytes);
      case 0x014c, 0x0160, 0x0162, 0x0166, 0x0168, 0x0169, 0x0184, 0x01a2, 0x01a3, 0x01a6 -> true;
      case 0x01a8, 0x01c0, 0x01c2, 0x01c4, 0x01f0, 0x01f1, 0x0200, 0x0266, 0x0284, 0x0366 -> true;
      case 0x0466, 0x0ebc, 0x8664, 0x9041, 0xa641, 0xa64e, 0xaa64 -> true;
      case 0x5032, 0x5064, 0x5128, 0x6232, 0x6264 -> !isText(bytes);
      default -> false;
    };
  }

  /// `IMAGE_FILE_MACHINE_UNKNOWN` in an object that has sections and symbols.
  private static boolean isForAnyMachine(ByteView bytes) throws MalformedFileException {
    long symbols = bytes.u32(8);
    return bytes.u16(2) > 0
        && bytes.u16(16) == 0
        && symbols >= COFF_HEADER
        && symbols + 18 * bytes.u32(12) <= bytes.size();
  }

  private static ObjectFormat other(ByteView bytes) throws MalformedFileException {
    if (bytes.size() == 0) {
      return EMPTY;
    }
    if (bytes.has(0, "!<arch>\n") || bytes.has(0, "!<thin>\n") || bytes.has(0, "<bigaf>\n")) {
      return ARCHIVE;
    }
    if (bytes.has(0, "rust\0\0\0")) {
      return RUST_METADATA;
    }
    if (bytes.has(0, "go object ")) {
      return bytes.ascii(0, (int) Math.min(bytes.size(), ENOUGH_TEXT)).contains("\n$$")
          ? GO_EXPORTS
          : GO_OBJECT;
    }
    if (bytes.has(0, "\0\0\0\0 \0\0\0\u00ff\u00ff\0\0\u00ff\u00ff\0\0")) {
      return WINDOWS_RESOURCES;
    }
    return isText(bytes) ? TEXT : UNRECOGNIZED;
  }

  /// Whether it begins as text does: no control characters.
  private static boolean isText(ByteView bytes) throws MalformedFileException {
    int length = (int) Math.min(bytes.size(), ENOUGH_TEXT);
    return bytes
        .ascii(0, length)
        .chars()
        .allMatch(one -> (one >= ' ' && one != 0x7f) || (one >= '\t' && one <= '\r'));
  }
}
