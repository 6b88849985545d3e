package nib.engine.objectfile;

import nib.engine.objectfile.Symbol.Binding;
import nib.engine.objectfile.Symbol.Definition;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.objectfile.Symbol.Visibility;

/// What a symbol is in 32 bits, as a [SymbolTable] keeps it; readers keep the number for symbols of
/// the same sort.
public final class SymbolTraits {

  /// The letter of `nm`, in the lowest bits.
  static final int LETTER = 0xff;

  // Where the other words begin, four bits each.
  static final int KIND = 8;
  static final int BINDING = 12;
  static final int VISIBILITY = 16;
  static final int DEFINITION = 20;

  static final int COMDAT = 1 << 24;

  private SymbolTraits() {}

  /// The number for these words, without a letter.
  @SuppressWarnings("EnumOrdinal") // for `SymbolTable` alone, which turns it back
  public static int of(Kind kind, Binding binding, Visibility visibility, Definition definition) {
    return kind.ordinal() << KIND
        | binding.ordinal() << BINDING
        | visibility.ordinal() << VISIBILITY
        | definition.ordinal() << DEFINITION;
  }

  /// The same for a symbol in a COMDAT group.
  public static int inComdat(int traits) {
    return traits | COMDAT;
  }
}
