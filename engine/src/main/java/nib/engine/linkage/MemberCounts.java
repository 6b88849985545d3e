package nib.engine.linkage;

import java.util.EnumMap;
import java.util.Map;
import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.SectionTotal;
import nib.engine.objectfile.SectionTotal.Content;
import nib.engine.objectfile.Symbol.Binding;
import nib.engine.objectfile.Symbol.Definition;
import nib.engine.objectfile.Symbol.Kind;

/// How much is in an object file.
///
/// @param defined symbols that it defines for others
/// @param undefined symbols that it needs from others, weakly or not
/// @param local symbols that only itself sees, without those for sections and source files
/// @param bytes of its sections by what they hold; of `ZEROED` ones in memory
public record MemberCounts(int defined, int undefined, int local, Map<Content, Long> bytes) {

  public MemberCounts {
    bytes = Map.copyOf(bytes);
  }

  /// Counts an object file that was read with all its symbols and sections.
  public static MemberCounts of(ObjectFile object) {
    var symbols = object.symbols();
    int defined = 0;
    int undefined = 0;
    int local = 0;
    for (int i = 0; i < symbols.size(); i++) {
      var kind = symbols.kind(i);
      if (symbols.definition(i) == Definition.UNDEFINED) {
        undefined++;
      } else if (symbols.binding(i) != Binding.LOCAL) {
        defined++;
      } else if (kind != Kind.SECTION && kind != Kind.FILE) {
        local++;
      }
    }
    var bytes = new EnumMap<Content, Long>(Content.class);
    for (SectionTotal section : object.sections()) {
      bytes.merge(section.content(), section.size(), Long::sum);
    }
    return new MemberCounts(defined, undefined, local, bytes);
  }

  public long bytes(Content content) {
    return bytes.getOrDefault(content, 0L);
  }
}
