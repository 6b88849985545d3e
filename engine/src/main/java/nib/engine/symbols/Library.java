package nib.engine.symbols;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A static archive or a lone object file, read.
///
/// @param damage what is wrong with the container itself, after which no further member could be
///   found; what stands before it is in `members`
/// @param slices what a fat file holds, in its order; empty for other files
public record Library(
    Path file,
    Kind kind,
    long size,
    List<Member> members,
    Optional<Damage> damage,
    List<Slice> slices) {

  /// What the file is.
  public enum Kind {
    ARCHIVE,
    OBJECT_FILE,
    /// Apple's: objects or archives for several architectures.
    FAT_FILE
  }

  /// What a fat file has for one architecture.
  ///
  /// @param architecture as Apple's tools name it after `-arch`
  /// @param kind archive or object file
  /// @param from where it starts in the file, in bytes
  /// @param size in bytes
  public record Slice(String architecture, Kind kind, long from, long size) {

    boolean holds(Member member) {
      return member.offset() >= from && member.offset() - from < size;
    }
  }

  /// Where the container itself stops making sense.
  ///
  /// @param at offset in the file, in bytes
  public record Damage(long at, String what) {}

  public Library {
    members = List.copyOf(members);
    slices = List.copyOf(slices);
  }

  /// Makes a library that is no fat file.
  public Library(Path file, Kind kind, long size, List<Member> members, Optional<Damage> damage) {
    this(file, kind, size, members, damage, List.of());
  }

  /// What of a fat file the member belongs to.
  public Optional<Slice> sliceOf(Member member) {
    return sliceOf(slices, member);
  }

  static Optional<Slice> sliceOf(List<Slice> slices, Member member) {
    return slices.stream().filter(slice -> slice.holds(member)).findFirst();
  }

  /// `libfoo.a(bar.o)`, as linkers and `nm` write it; the file's name alone for an object file;
  /// with `(for architecture arm64)` in a fat file.
  public String nameOf(Member member) {
    return nameOf(file, kind, slices, member);
  }

  static String nameOf(Path file, Kind kind, List<Slice> slices, Member member) {
    String name = String.valueOf(file.getFileName());
    return switch (kind) {
      case ARCHIVE -> nameOf(name, member.name());
      case OBJECT_FILE -> name;
      case FAT_FILE ->
          sliceOf(slices, member)
              .map(slice ->
                  nameOf(file, slice.kind(), List.of(), member)
                      + " (for architecture %s)".formatted(slice.architecture()))
              .orElse(name);
    };
  }

  /// `libfoo.a(bar.o)`.
  static String nameOf(String archive, String member) {
    return archive + "(" + member + ")";
  }
}
