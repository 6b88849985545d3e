package nib.cli;

import java.nio.file.Path;
import java.util.List;

/// What `nib symbols` was asked for.
///
/// @param side which symbols by where they are defined
/// @param external whether only symbols are wanted that other objects see
/// @param signatures whether what functions take and return is wanted in the place of symbols
/// @param named the only names that are wanted; empty where all are
record SymbolsOptions(
    Listing listing,
    Side side,
    boolean external,
    boolean sorted,
    boolean demangle,
    boolean signatures,
    List<String> named,
    List<Path> files) {

  /// The forms of a symbol listing.
  enum Listing {
    TEXT,
    NM,
    JSON
  }

  /// Sides of a link.
  enum Side {
    BOTH,
    DEFINED,
    UNDEFINED
  }

  SymbolsOptions {
    named = List.copyOf(named);
    files = List.copyOf(files);
  }
}
