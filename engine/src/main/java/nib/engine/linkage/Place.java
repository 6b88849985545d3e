package nib.engine.linkage;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import nib.engine.archive.ArchiveMember;
import nib.engine.symbols.Library;
import nib.engine.symbols.OpenLibrary;

/// A member of one of several files.
///
/// @param member its name; the file's own for a lone object file
/// @param offset of its header in the file, in bytes; 0 for a lone object file
/// @param words `libfoo.a(bar.o)` as linkers write it, with the offset where the name alone would
///   not tell members of the file apart
public record Place(Path file, String member, long offset, String words) {

  @Override
  public String toString() {
    return words;
  }

  /// Makes places in one library.
  static final class Of {

    private final Path file;
    private final boolean archive;
    private final Set<String> repeated = new HashSet<>();

    Of(OpenLibrary library) {
      file = library.file();
      archive = library.kind() != Library.Kind.OBJECT_FILE;
      var seen = new HashSet<String>();
      for (var member : library.contents()) {
        if (!seen.add(member.name())) {
          repeated.add(member.name());
        }
      }
    }

    Place place(ArchiveMember member) {
      return place(member.name(), member.offset());
    }

    Place place(String name, long offset) {
      return new Place(file, name, offset, words(name, offset));
    }

    private String words(String name, long offset) {
      String start = String.valueOf(file.getFileName());
      if (!archive) {
        return start;
      }
      String at = repeated.contains(name) ? " at 0x" + Long.toHexString(offset) : "";
      return start + "(" + name + at + ")";
    }
  }
}
