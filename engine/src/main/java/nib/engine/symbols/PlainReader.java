package nib.engine.symbols;

import java.nio.file.Path;
import nib.engine.archive.PlainArchive;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.objectfile.elf.PlainElf;

/// Goes through a small archive of plain objects: the C library of the machine, what `pen-ffi`
/// scripts make. A command that lists one is over before much of what it runs is compiled; so the
/// way through here is short, and where an archive has anything else in it, [OpenLibrary] has it
/// all.
public final class PlainReader {

  private PlainReader() {}

  /// What is done with each member.
  @FunctionalInterface
  public interface Visitor {

    /// Both are good until the next member.
    void member(PlainArchive archive, PlainElf object);
  }

  /// Visits the members in their order.
  ///
  /// @return whether the visitor saw them all; if not, what it saw is to be forgotten
  public static boolean read(Path file, SymbolFilter filter, Visitor visitor) {
    var archive = PlainArchive.open(file);
    return archive.isPresent() && read(archive.get(), new PlainElf(filter), visitor);
  }

  private static boolean read(PlainArchive archive, PlainElf object, Visitor visitor) {
    try (archive) {
      while (archive.next()) {
        if (!object.read(archive.bytes(), archive.contentAt(), archive.size())) {
          return false;
        }
        visitor.member(archive, object);
      }
      return archive.plain();
    }
  }
}
