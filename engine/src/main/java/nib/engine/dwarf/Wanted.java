package nib.engine.dwarf;

/// A symbol whose signature is asked for.
///
/// @param name as the symbol table has it, without what the format puts before each
/// @param section the number of the section that it stands in, or -1 where that is not known: then
///   it is found by name only
/// @param offset of the code in that section
/// @param indirect whether it stands for a resolver (`STT_GNU_IFUNC`)
public record Wanted(String name, int section, long offset, boolean indirect) {

  /// One of which only the name is known.
  public static Wanted named(String name) {
    return new Wanted(name, -1, 0, false);
  }
}
