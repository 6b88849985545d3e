package nib.engine.objectfile;

/// How much of an object file its sections of one name take. What a compiler made of a section for
/// each function counts together: `.text._Z3addii` and `.text._Z3subii` are `.text`.
///
/// @param count how many sections there are
/// @param size their bytes in the file or, for `ZEROED` ones, in memory
public record SectionTotal(String name, Content content, int count, long size) {

  /// What sections hold.
  public enum Content {
    CODE,
    DATA,
    READ_ONLY,
    /// No bytes in the file.
    ZEROED,
    DEBUG,
    /// Symbols, relocations, notes: read by linkers alone.
    LINKING
  }
}
