package nib.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import nib.engine.diagnostic.Failure;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.symbols.Library;
import nib.engine.symbols.Member;

/// What a listing of a library does not show and should: damage, and formats that are not read.
final class LibraryTroubles {

  private LibraryTroubles() {}

  static List<Failure> of(Library library) {
    var troubles = new ArrayList<Failure>();
    var unread = new EnumMap<ObjectFormat, Long>(ObjectFormat.class);
    for (var member : library.members()) {
      switch (member) {
        case Member.Read _ -> {}
        case Member.Unopened unopened -> {
          // A text or Rust's metadata in an archive has no symbols to show.
          if (unopened.format() != ObjectFormat.UNRECOGNIZED) {
            unread.merge(unopened.format(), 1L, Long::sum);
          }
        }
        case Member.Unreadable unreadable ->
            troubles.add(
                new Failure(
                    "%s is damaged at 0x%x: %s"
                        .formatted(library.nameOf(member), unreadable.at(), unreadable.what()),
                    "compile that object file again, and build what it is in"));
      }
    }
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

  private static Failure unread(Library library, ObjectFormat format, long count) {
    String what =
        library.kind() == Library.Kind.OBJECT_FILE
            ? "%s is %s".formatted(library.file(), format.words())
            : "%s has %s of %s"
                .formatted(
                    library.file(), Packages.count(count, "member", "members"), format.words());
    return new Failure(
        what + ", whose symbols are not read", "`llvm-nm %s` lists them".formatted(library.file()));
  }
}
