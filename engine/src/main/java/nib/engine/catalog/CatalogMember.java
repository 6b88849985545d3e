package nib.engine.catalog;

import java.nio.file.Path;
import java.util.List;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.objectfile.SectionTotal;

/// A member of a library in a [SymbolCatalog], or a lone object file as its own only member.
///
/// @param file the library
/// @param name names repeat within a library
/// @param occurrence 1 for the first member of that name in its library, 2 for the next
/// @param shown `libcore.a(utf8.o)`, as linkers write it
/// @param offset of its header in the library, in bytes
/// @param size of its content in bytes
/// @param firstRow its symbols are the catalog's rows from here on
/// @param defined how many of its rows are defined in it
/// @param needed how many it needs from elsewhere
/// @param sections what its bytes are, largest first
public record CatalogMember(
    Path file,
    String name,
    int occurrence,
    String shown,
    long offset,
    long size,
    Contents contents,
    int firstRow,
    int defined,
    int needed,
    List<SectionTotal> sections) {

  /// What was found in it.
  public sealed interface Contents {

    /// An object file.
    record Opened(ObjectFormat format, String machine) implements Contents {}

    /// Something that Nib lists and does not open.
    record Unopened(ObjectFormat format) implements Contents {}

    /// Bytes that contradict their format at this offset in the library.
    record Damaged(long at, String what) implements Contents {}
  }

  public CatalogMember {
    sections = List.copyOf(sections);
  }

  /// How many rows it has.
  public int rows() {
    return defined + needed;
  }

  /// Its name, with its position among members of that name: `utf8.o #2`.
  public String title() {
    return occurrence == 1 ? name : name + " #" + occurrence;
  }

  /// Format and machine, or why there is nothing to see: `damaged at byte 3260: …`.
  public String contentWords() {
    return switch (contents) {
      case Contents.Opened(var format, var machine) -> format.words() + ", " + machine;
      case Contents.Unopened(var format) -> "not opened: " + format.words();
      case Contents.Damaged(var at, var what) -> "damaged at byte %d: %s".formatted(at, what);
    };
  }

  /// Whether it was read.
  public boolean opened() {
    return contents instanceof Contents.Opened;
  }
}
