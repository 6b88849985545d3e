package nib.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nib.engine.diagnostic.Failure;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.symbols.Library;
import nib.engine.symbols.Member;
import nib.engine.symbols.OpenLibrary;

/// What a listing of a library does not show and should: damage, and formats that are not read.
final class LibraryTroubles {

  private final OpenLibrary library;
  private final List<Failure> damaged = new ArrayList<>();
  private final Map<ObjectFormat, Long> unread = new EnumMap<>(ObjectFormat.class);

  LibraryTroubles(OpenLibrary library) {
    this.library = library;
  }

  /// Notes a member that the listing came by.
  void add(Member member) {
    // No `switch`, whose first use makes a class of its own: this is on the way of every listing.
    if (member instanceof Member.Unopened unopened) {
      // A text or Rust's metadata in an archive has no symbols to show.
      if (unopened.format().object()) {
        unread.merge(unopened.format(), 1L, Long::sum);
      }
    } else if (member instanceof Member.Unreadable unreadable) {
      damaged.add(
          new Failure(
              "%s is damaged at 0x%x: %s"
                  .formatted(library.nameOf(member), unreadable.at(), unreadable.what()),
              "compile that object file again, and build what it is in"));
    }
  }

  List<Failure> failures() {
    var troubles = new ArrayList<>(damaged);
    unread.forEach((format, count) -> troubles.add(unread(library, format, count)));
    library
        .damage()
        .ifPresent(damage ->
            troubles.add(
                new Failure(
                    "%s is damaged at 0x%x: %s"
                        .formatted(library.file(), damage.at(), damage.what()),
                    "build the archive anew; what stands before the damage is listed")));
    return troubles;
  }

  private static Failure unread(OpenLibrary library, ObjectFormat format, long count) {
    String what =
        library.kind() == Library.Kind.OBJECT_FILE
            ? "%s is %s".formatted(library.file(), format.words())
            : "%s has %s of %s"
                .formatted(
                    library.file(), Packages.count(count, "member", "members"), format.words());
    String cure =
        format == ObjectFormat.BITCODE && library.index().isPresent()
            ? "`llvm-nm --print-armap %s` shows those that the archive's index has"
            : "`llvm-nm %s` lists them";
    return new Failure(what + ", whose symbols are not read", cure.formatted(library.file()));
  }
}
