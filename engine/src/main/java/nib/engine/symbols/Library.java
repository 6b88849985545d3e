package nib.engine.symbols;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A static archive or a lone object file, read.
///
/// @param damage what is wrong with the container itself, after which no further member could be
///   found; what stands before it is in `members`
public record Library(
    Path file, Kind kind, long size, List<Member> members, Optional<Damage> damage) {

  /// What the file is.
  public enum Kind {
    ARCHIVE,
    OBJECT_FILE
  }

  /// Where the container itself stops making sense.
  ///
  /// @param at offset in the file, in bytes
  public record Damage(long at, String what) {}

  public Library {
    members = List.copyOf(members);
  }

  /// `libfoo.a(bar.o)`, as linkers and `nm` write it; the file's name alone for an object file.
  public String nameOf(Member member) {
    return nameOf(file, kind, member);
  }

  static String nameOf(Path file, Kind kind, Member member) {
    String name = String.valueOf(file.getFileName());
    return kind == Kind.ARCHIVE ? name + "(" + member.name() + ")" : name;
  }
}
