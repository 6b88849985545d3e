package nib.engine.linkage;

import java.util.Optional;
import nib.engine.diagnostic.Failure;

/// What an archive's index says and its members do not, or the other way round.
public sealed interface IndexTrouble {

  /// There is none, so linkers find nothing or refuse the archive.
  record None(String archive) implements IndexTrouble {}

  /// The index itself cannot be read.
  ///
  /// @param at offset in the archive, in bytes
  record Damaged(String archive, long at, String what) implements IndexTrouble {}

  /// A member defines what the index does not have: linkers do not find it.
  record Missing(String symbol, Place member) implements IndexTrouble {}

  /// The index leads to a member that does not define the symbol.
  ///
  /// @param definedIn the member that does; empty where none does and the name is foreign
  record Stale(String symbol, Place member, Optional<Place> definedIn) implements IndexTrouble {}

  /// The index leads to where no member is.
  record Astray(String archive, String symbol, long offset) implements IndexTrouble {}

  /// The trouble in a sentence, and what cures it.
  static Failure words(IndexTrouble trouble) {
    return switch (trouble) {
      case None(String archive) ->
          new Failure(
              "%s has no index, so linkers refuse it or find nothing in it".formatted(archive),
              anew(archive));
      case Damaged(String archive, long at, String what) ->
          new Failure(
              "the index of %s is damaged at 0x%x: %s".formatted(archive, at, what), anew(archive));
      case Missing(String symbol, Place member) ->
          new Failure(
              "%s defines %s and the index does not say so, so linkers do not find it"
                  .formatted(member, symbol),
              anew(member.file().toString()));
      case Stale(String symbol, Place member, var definedIn) ->
          new Failure(
              "the index says that %s defines %s, and %s"
                  .formatted(
                      member,
                      symbol,
                      definedIn.map(other -> other + " does").orElse("no member does")),
              anew(member.file().toString()));
      case Astray(String archive, String symbol, long offset) ->
          new Failure(
              "the index of %s leads to 0x%x for %s, where no member is"
                  .formatted(archive, offset, symbol),
              anew(archive));
    };
  }

  private static String anew(String archive) {
    return "write the index anew: ranlib " + archive;
  }
}
