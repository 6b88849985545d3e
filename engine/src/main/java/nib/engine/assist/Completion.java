package nib.engine.assist;

import nib.engine.text.Span;

/// A name that can be written at a place.
///
/// @param written what is inserted: `Print`, `Module'Print`
/// @param detail its type as Pen source; empty where it has none
/// @param from the module it comes from, in words; empty for locals and the language's own
/// @param replaced what has been typed of it so far, in the asked module
public record Completion(String written, Kind kind, String detail, String from, Span replaced) {

  /// What a name stands for.
  public enum Kind {
    LOCAL,
    FUNCTION,
    FOREIGN_IMPORT,
    TYPE,
    FIELD,
    MODULE,
    BUILT_IN,
    KEYWORD
  }
}
