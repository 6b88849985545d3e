package nib.engine.linkage;

import java.util.List;
import java.util.Optional;

/// What a link takes from archives, and what it does not find.
///
/// @param pulls the members, in the order in which they are pulled in
/// @param missing symbols that are needed, not weakly, and defined by nothing in the link
/// @param duplicates symbols that the link defines twice, which ends it
public record Link(
    Linker linker, List<Pull> pulls, List<Missing> missing, List<Duplicate> duplicates) {

  public Link {
    pulls = List.copyOf(pulls);
    missing = List.copyOf(missing);
    duplicates = List.copyOf(duplicates);
  }

  /// Why a member is in the link.
  ///
  /// @param symbol what it is needed for
  /// @param neededBy who needed that first; empty where it was asked for by name
  /// @param replacesCommon whether `neededBy` has a tentative definition of the symbol, and this
  ///   member the definition
  public record Pull(
      Place member, String symbol, Optional<Place> neededBy, boolean replacesCommon) {}

  /// A symbol without a definition.
  ///
  /// @param neededBy who needs it first; empty where it was asked for by name
  public record Missing(String symbol, Optional<Place> neededBy, Absence why) {}

  /// Why a symbol has no definition.
  public sealed interface Absence {

    /// None of the files has it.
    record Nowhere() implements Absence {}

    /// No file has to have it: linkers make it themselves.
    record MadeByLinkers() implements Absence {}

    /// A member of an archive that had been searched before the symbol was needed defines it.
    record SearchedBefore(Place member) implements Absence {}

    /// A member defines it and its archive's index does not say so.
    record NotInIndex(Place member) implements Absence {}

    /// Members define it for themselves alone.
    record Local(Place member) implements Absence {}
  }

  /// A symbol with two definitions of which neither gives way.
  public record Duplicate(String symbol, Place first, Place second) {}
}
