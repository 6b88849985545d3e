package nib.engine.objectfile.coff;

import java.util.List;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.RawText;
import nib.engine.binary.StringTable;
import nib.engine.binary.Words;
import nib.engine.objectfile.SectionTotal;
import nib.engine.objectfile.SectionTotal.Content;
import nib.engine.objectfile.SectionTotals;
import nib.engine.objectfile.SymbolTable;

/// The section table ("PE Format", "Section Table"). Sections are counted from 1.
final class CoffSections {

  static final int CNT_CODE = 0x20;
  static final int CNT_INITIALIZED_DATA = 0x40;
  static final int CNT_UNINITIALIZED_DATA = 0x80;
  static final int LNK_INFO = 0x200;
  static final int LNK_COMDAT = 0x1000;
  static final int MEM_EXECUTE = 0x2000_0000;
  static final int MEM_WRITE = 0x8000_0000;

  private static final int LNK_REMOVE = 0x800;
  private static final int NAME = 8;
  private static final String BASE_64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private final ByteView table;
  private final Words words;
  private final int count;
  private final StringTable names;

  /// Where the string table starts in `names`.
  private final long strings;

  CoffSections(CoffHeader header, StringTable names, long strings) throws MalformedFileException {
    this.count = (int) header.sections();
    this.table =
        header.file().slice(header.sectionsAt(), header.sections() * CoffHeader.SECTION).loaded();
    this.words = new Words(table);
    this.names = names;
    this.strings = strings;
  }

  int count() {
    return count;
  }

  /// The section's header.
  ByteView entry(int number) throws MalformedFileException {
    return table.slice(at(number), CoffHeader.SECTION);
  }

  int characteristics(int number) {
    return words.i32((int) at(number) + 36);
  }

  /// The name; one longer than eight bytes stands in the string table, at `/123` or, beyond
  /// 9,999,999, at `//` and six digits of base 64.
  String name(int number) throws MalformedFileException {
    long at = at(number);
    int length = 0;
    while (length < NAME && table.u8(at + length) != 0) {
      length++;
    }
    if (length < 2 || table.u8(at) != '/') {
      return RawText.decode(table.copy(at, length));
    }
    String field = table.ascii(at, length);
    long offset =
        field.charAt(1) == '/'
            ? number(field.substring(2), BASE_64)
            : number(field.substring(1), "0123456789");
    return offset < 0 ? field : names.at(strings + offset);
  }

  /// The number that `digits` are; negative where they are none.
  private static long number(String digits, String alphabet) {
    long number = digits.isEmpty() ? -1 : 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = alphabet.indexOf(digits.charAt(i));
      if (digit < 0) {
        return -1;
      }
      number = number * alphabet.length() + digit;
    }
    return number;
  }

  /// Whether the name begins so; only long names need the string table for the answer.
  boolean named(int number, String start) throws MalformedFileException {
    long at = at(number);
    return words.u8((int) at) == '/' ? name(number).startsWith(start) : table.has(at, start);
  }

  /// The names of all sections, for a table of symbols that outlives the file.
  SymbolTable.SectionNames allNames() throws MalformedFileException {
    var all = new String[count + 1];
    all[0] = "";
    for (int number = 1; number <= count; number++) {
      all[number] = name(number);
    }
    return section -> all[section];
  }

  List<SectionTotal> totals() throws MalformedFileException {
    var totals = new SectionTotals();
    for (int number = 1; number <= count; number++) {
      String name = name(number);
      totals.add(name, content(number, name), table.u32(at(number) + 16));
    }
    return totals.largestFirst();
  }

  private Content content(int number, String name) {
    int characteristics = characteristics(number);
    if (name.startsWith(".debug") || name.startsWith(".zdebug") || name.startsWith(".stab")) {
      return Content.DEBUG;
    }
    if ((characteristics & (LNK_INFO | LNK_REMOVE)) != 0) {
      return Content.LINKING;
    }
    if ((characteristics & (CNT_CODE | MEM_EXECUTE)) != 0) {
      return Content.CODE;
    }
    if ((characteristics & CNT_UNINITIALIZED_DATA) != 0) {
      return Content.ZEROED;
    }
    return (characteristics & MEM_WRITE) != 0 ? Content.DATA : Content.READ_ONLY;
  }

  private static long at(int number) {
    return (number - 1L) * CoffHeader.SECTION;
  }
}
