package nib.engine.objectfile.coff;

import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;

/// `IMAGE_FILE_HEADER`, or `ANON_OBJECT_HEADER_BIGOBJ`, whose section numbers have 32 bits ("PE
/// Format", "COFF File Header"; `<winnt.h>` for the other).
///
/// @param big whether it is the second
/// @param sectionsAt offset of the section table
/// @param symbolsAt offset of the symbol table; 0 where there is none
record CoffHeader(
    ByteView file, boolean big, int machine, long sections, long sectionsAt, long symbolsAt) {

  static final int SECTION = 40;

  private static final int SIZE = 20;
  private static final int BIG_SIZE = 56;

  static CoffHeader read(ByteView file) throws MalformedFileException {
    boolean big = file.u16(0) == 0 && file.u16(2) == 0xffff;
    long sectionsAt = big ? BIG_SIZE : SIZE + file.u16(16);
    var header =
        new CoffHeader(
            file,
            big,
            file.u16(big ? 6 : 0),
            big ? file.u32(44) : file.u16(2),
            sectionsAt,
            file.u32(big ? 48 : 8));
    long room = Math.max(0, file.size() - sectionsAt) / SECTION;
    if (header.sections() > room) {
      throw file.malformed(
          big ? 44 : 2, "%d section headers, room for %d".formatted(header.sections(), room));
    }
    return header;
  }

  /// `NumberOfSymbols`: entries of the symbol table, auxiliary ones included.
  long symbols() throws MalformedFileException {
    return symbolsAt == 0 ? 0 : file.u32(big ? 52 : 12);
  }

  /// Bytes of an entry of the symbol table.
  int symbolSize() {
    return big ? 20 : 18;
  }
}
