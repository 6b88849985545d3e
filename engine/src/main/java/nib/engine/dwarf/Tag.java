package nib.engine.dwarf;

/// `DW_TAG_*` (DWARF 5, section 7.5.3), those that matter for signatures.
final class Tag {

  /// Of what ends a list of entries.
  static final int NONE = 0;

  static final int ARRAY = 0x01;
  static final int CLASS = 0x02;
  static final int ENUMERATION = 0x04;
  static final int FORMAL_PARAMETER = 0x05;
  static final int LEXICAL_BLOCK = 0x0b;
  static final int MEMBER = 0x0d;
  static final int POINTER = 0x0f;
  static final int REFERENCE = 0x10;
  static final int STRUCTURE = 0x13;
  static final int SUBROUTINE = 0x15;
  static final int TYPEDEF = 0x16;
  static final int UNION = 0x17;
  static final int UNSPECIFIED_PARAMETERS = 0x18;
  static final int VARIANT = 0x19;
  static final int INHERITANCE = 0x1c;
  static final int MODULE = 0x1e;
  static final int POINTER_TO_MEMBER = 0x1f;
  static final int SUBRANGE = 0x21;
  static final int BASE = 0x24;
  static final int CONST = 0x26;
  static final int ENUMERATOR = 0x28;
  static final int SUBPROGRAM = 0x2e;
  static final int VARIANT_PART = 0x33;
  static final int VOLATILE = 0x35;
  static final int RESTRICT = 0x37;
  static final int NAMESPACE = 0x39;
  static final int UNSPECIFIED = 0x3b;
  static final int RVALUE_REFERENCE = 0x42;
  static final int TEMPLATE_ALIAS = 0x43;
  static final int ATOMIC = 0x47;

  private Tag() {}

  /// Whether functions may stand inside.
  static boolean isScope(int tag) {
    return tag == NAMESPACE
        || tag == MODULE
        || tag == STRUCTURE
        || tag == CLASS
        || tag == UNION
        || tag == ENUMERATION;
  }
}
