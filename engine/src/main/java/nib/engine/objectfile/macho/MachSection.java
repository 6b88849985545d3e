package nib.engine.objectfile.macho;

import java.nio.charset.StandardCharsets;
import nib.engine.binary.ByteView;
import nib.engine.binary.CString;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.RawText;
import nib.engine.objectfile.SectionTotal.Content;

/// `section` or `section_64`.
///
/// @param offset of its content in the file
/// @param relocationsAt where in the file its relocations are, and how many
record MachSection(
    String segment,
    String name,
    long size,
    long offset,
    long relocationsAt,
    long relocations,
    int flags) {

  private static final int NAME = 16;

  // The type of a section, in the low byte of its flags.
  private static final int ZEROFILL = 0x1;
  private static final int GB_ZEROFILL = 0xc;
  private static final int THREAD_LOCAL_REGULAR = 0x11;
  private static final int THREAD_LOCAL_ZEROFILL = 0x12;
  private static final int THREAD_LOCAL_INIT_FUNCTION_POINTERS = 0x15;

  private static final int ATTR_PURE_INSTRUCTIONS = 0x8000_0000;
  private static final int ATTR_SOME_INSTRUCTIONS = 0x400;
  private static final int ATTR_DEBUG = 0x200_0000;

  static MachSection read(ByteView table, long at, boolean wide) throws MalformedFileException {
    return new MachSection(
        name(table, at + NAME),
        name(table, at),
        wide ? table.u64(at + 40) : table.u32(at + 36),
        table.u32(at + (wide ? 48 : 40)),
        table.u32(at + (wide ? 56 : 48)),
        table.u32(at + (wide ? 60 : 52)),
        (int) table.u32(at + (wide ? 64 : 56)));
  }

  /// A name of at most 16 bytes, padded with NUL.
  static String name(ByteView table, long at) throws MalformedFileException {
    byte[] field = table.copy(at, NAME);
    int length = CString.end(field, 0, NAME);
    String ascii = new String(field, 0, length, StandardCharsets.US_ASCII);
    return ascii.indexOf('\ufffd') < 0 ? ascii : RawText.decode(field, 0, length);
  }

  /// `__TEXT,__text`, as Apple's tools write it.
  String fullName() {
    return segment + "," + name;
  }

  boolean code() {
    return (flags & (ATTR_PURE_INSTRUCTIONS | ATTR_SOME_INSTRUCTIONS)) != 0;
  }

  boolean threadLocal() {
    int type = flags & 0xff;
    return type >= THREAD_LOCAL_REGULAR && type <= THREAD_LOCAL_INIT_FUNCTION_POINTERS;
  }

  /// The letter of a local symbol in the section: `llvm-nm` has one for three sections.
  char letter() {
    return switch (fullName()) {
      case "__TEXT,__text" -> 't';
      case "__DATA,__data" -> 'd';
      case "__DATA,__bss" -> 'b';
      default -> 's';
    };
  }

  Content content() {
    int type = flags & 0xff;
    if ((flags & ATTR_DEBUG) != 0 || segment.equals("__DWARF")) {
      return Content.DEBUG;
    }
    if (segment.equals("__LD") || segment.equals("__LLVM")) {
      return Content.LINKING;
    }
    if (code()) {
      return Content.CODE;
    }
    if (type == ZEROFILL || type == GB_ZEROFILL || type == THREAD_LOCAL_ZEROFILL) {
      return Content.ZEROED;
    }
    return segment.equals("__TEXT") ? Content.READ_ONLY : Content.DATA;
  }
}
