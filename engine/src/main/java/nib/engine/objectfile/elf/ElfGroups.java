package nib.engine.objectfile.elf;

import java.util.BitSet;
import nib.engine.binary.MalformedFileException;

/// Section groups (System V ABI, "Section Groups"): a flag word and the numbers of the sections
/// that a link keeps or drops together.
final class ElfGroups {

  private static final int GRP_COMDAT = 1;

  private ElfGroups() {}

  /// The sections of which a link keeps one copy, however many objects have them.
  static BitSet comdat(ElfSections sections) throws MalformedFileException {
    var comdat = new BitSet();
    for (int i = 0; i < sections.count(); i++) {
      if (sections.type(i) == ElfSection.SHT_GROUP) {
        var words = sections.content(sections.at(i));
        if (words.size() >= 4 && (words.u32(0) & GRP_COMDAT) != 0) {
          for (long at = 4; at + 4 <= words.size(); at += 4) {
            long member = words.u32(at);
            if (member < sections.count()) {
              comdat.set((int) member);
            }
          }
        }
      }
    }
    return comdat;
  }
}
