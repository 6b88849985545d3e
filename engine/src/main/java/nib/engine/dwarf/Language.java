package nib.engine.dwarf;

/// `DW_LANG_*` (DWARF 5, section 7.12, and the registry that continues it), as far as it matters
/// for reading signatures.
public enum Language {
  C,
  CPP,
  OBJECTIVE_C,
  RUST,
  GO,
  ZIG,
  FORTRAN,
  ADA,
  D,
  SWIFT,
  ASSEMBLER,
  OTHER;

  static Language of(long code) {
    return switch ((int) code) {
      case 0x01, 0x02, 0x0c, 0x12, 0x15, 0x1d, 0x2c, 0x3e -> C; // 89, 99, UPC, OpenCL, 11, 17, 23
      case 0x04, 0x19, 0x1a, 0x21, 0x2a, 0x2b, 0x3a -> CPP; // C++, 03, 11, 14, 17, 20, 23
      case 0x10, 0x11 -> OBJECTIVE_C;
      case 0x1c -> RUST;
      case 0x16 -> GO;
      case 0x27 -> ZIG;
      case 0x07, 0x08, 0x0e, 0x22, 0x23, 0x2d, 0x45 -> FORTRAN;
      case 0x03, 0x0d, 0x2e, 0x2f -> ADA;
      case 0x13 -> D;
      case 0x1e -> SWIFT;
      case 0x31, 0x8001 -> ASSEMBLER; // DW_LANG_Assembly, DW_LANG_Mips_Assembler
      default -> OTHER;
    };
  }

  /// Whether functions may stand in types and named scopes.
  boolean nests() {
    return this != C && this != ASSEMBLER;
  }

  /// Whether types are named with the word `struct` before.
  public boolean tagged() {
    return this == C || this == OBJECTIVE_C;
  }
}
