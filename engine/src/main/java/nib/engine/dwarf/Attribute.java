package nib.engine.dwarf;

/// The attributes that matter for signatures, as places in an entry that was read (DWARF 5, section
/// 7.5.4).
final class Attribute {

  static final int NONE = -1;

  static final int NAME = 0;
  static final int LINKAGE_NAME = 1;
  static final int TYPE = 2;
  static final int SIBLING = 3;
  static final int ABSTRACT_ORIGIN = 4;
  static final int SPECIFICATION = 5;
  static final int DECLARATION = 6;
  static final int EXTERNAL = 7;
  static final int PROTOTYPED = 8;
  static final int BYTE_SIZE = 9;
  static final int ENCODING = 10;
  static final int DECL_FILE = 11;
  static final int DECL_LINE = 12;
  static final int DATA_MEMBER_LOCATION = 13;
  static final int BIT_SIZE = 14;
  static final int BIT_OFFSET = 15;
  static final int DATA_BIT_OFFSET = 16;
  static final int COUNT = 17;
  static final int UPPER_BOUND = 18;
  static final int LOWER_BOUND = 19;
  static final int CONST_VALUE = 20;
  static final int ARTIFICIAL = 21;
  static final int VARIABLE_PARAMETER = 22;
  static final int LANGUAGE = 23;
  static final int PRODUCER = 24;
  static final int COMP_DIR = 25;
  static final int STMT_LIST = 26;
  static final int STR_OFFSETS_BASE = 27;
  static final int ADDR_BASE = 28;
  static final int DWO_NAME = 29;
  static final int LOW_PC = 30;
  static final int CONTAINING_TYPE = 31;
  static final int GNU_VECTOR = 32;
  static final int ALIGNMENT = 33;
  static final int SIGNATURE = 34;
  static final int ENTRY_PC = 35;

  /// How many there are; fewer than a word's bits.
  static final int COUNT_OF_ALL = 36;

  private Attribute() {}

  /// The places by code, one more than that; the few codes that are not in it are above.
  private static final byte[] PLACES = new byte[0x90];

  static {
    for (int code = 0; code < PLACES.length; code++) {
      PLACES[code] = (byte) (standard(code) + 1);
    }
  }

  /// The place of attribute `code`, `DW_AT_*`; [#NONE] for one that does not matter. This is asked
  /// for each attribute of each abbreviation.
  static int of(long code) {
    return code >= 0 && code < PLACES.length ? PLACES[(int) code] - 1 : extended(code);
  }

  private static int extended(long code) {
    return switch ((int) code) {
      case 0x2007 -> LINKAGE_NAME; // DW_AT_MIPS_linkage_name
      case 0x2107 -> GNU_VECTOR;
      case 0x2130 -> DWO_NAME; // DW_AT_GNU_dwo_name
      case 0x2133 -> ADDR_BASE; // DW_AT_GNU_addr_base
      default -> NONE;
    };
  }

  private static int standard(int code) {
    return switch (code) {
      case 0x01 -> SIBLING;
      case 0x03 -> NAME;
      case 0x0b -> BYTE_SIZE;
      case 0x0c -> BIT_OFFSET;
      case 0x0d -> BIT_SIZE;
      case 0x10 -> STMT_LIST;
      case 0x11 -> LOW_PC;
      case 0x13 -> LANGUAGE;
      case 0x1b -> COMP_DIR;
      case 0x1c -> CONST_VALUE;
      case 0x1d -> CONTAINING_TYPE;
      case 0x22 -> LOWER_BOUND;
      case 0x25 -> PRODUCER;
      case 0x27 -> PROTOTYPED;
      case 0x2f -> UPPER_BOUND;
      case 0x31 -> ABSTRACT_ORIGIN;
      case 0x34 -> ARTIFICIAL;
      case 0x37 -> COUNT;
      case 0x38 -> DATA_MEMBER_LOCATION;
      case 0x3a -> DECL_FILE;
      case 0x3b -> DECL_LINE;
      case 0x3c -> DECLARATION;
      case 0x3e -> ENCODING;
      case 0x3f -> EXTERNAL;
      case 0x47 -> SPECIFICATION;
      case 0x49 -> TYPE;
      case 0x4b -> VARIABLE_PARAMETER;
      case 0x52 -> ENTRY_PC;
      case 0x69 -> SIGNATURE;
      case 0x6b -> DATA_BIT_OFFSET;
      case 0x6e -> LINKAGE_NAME;
      case 0x72 -> STR_OFFSETS_BASE;
      case 0x73 -> ADDR_BASE;
      case 0x76 -> DWO_NAME;
      case 0x88 -> ALIGNMENT;
      default -> NONE;
    };
  }
}
