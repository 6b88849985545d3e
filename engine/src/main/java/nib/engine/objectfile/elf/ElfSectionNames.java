package nib.engine.objectfile.elf;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nib.engine.binary.CString;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.RawText;
import nib.engine.objectfile.SymbolTable;

/// Names of sections for a symbol table, which outlives the file and the section headers.
final class ElfSectionNames implements SymbolTable.SectionNames {

  /// For tables that were read without detail.
  static final SymbolTable.SectionNames NONE = _ -> "";

  private final byte[] names;
  private final int[] nameAt;

  /// Names so long that they are not made for each symbol again.
  private final Map<Integer, String> longNames = new ConcurrentHashMap<>();

  private static final int LONG = 256;

  private ElfSectionNames(byte[] names, int[] nameAt) {
    this.names = names;
    this.nameAt = nameAt;
  }

  static SymbolTable.SectionNames of(ElfSections sections) throws MalformedFileException {
    var strings = sections.names();
    var nameAt = new int[sections.count()];
    for (int i = 0; i < nameAt.length; i++) {
      int at = (int) sections.at(i).sh_name();
      strings.length(at); // whatever is wrong with a name is said now
      nameAt[i] = at;
    }
    return new ElfSectionNames(strings.bytes(), nameAt);
  }

  @Override
  public String of(int section) {
    int at = nameAt[section];
    if (!longNames.isEmpty()) {
      String known = longNames.get(section);
      if (known != null) {
        return known;
      }
    }
    String name =
        RawText.decode(names, at, at == 0 ? 0 : CString.end(names, at, names.length) - at);
    if (name.length() >= LONG) {
      longNames.put(section, name);
    }
    return name;
  }
}
