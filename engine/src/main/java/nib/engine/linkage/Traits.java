package nib.engine.linkage;

import nib.engine.objectfile.Symbol.Binding;
import nib.engine.objectfile.Symbol.Definition;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.objectfile.SymbolTable;

/// What links ask about a symbol, in a few bits.
final class Traits {

  private static final int UNDEFINED = 1;
  private static final int WEAK = 1 << 1;
  private static final int COMMON = 1 << 2;
  private static final int FUNCTION = 1 << 3;
  private static final int UNIQUE = 1 << 4;

  /// A symbol that only the index of an archive tells of.
  static final byte FROM_INDEX = 0;

  private Traits() {}

  static byte of(SymbolTable symbols, int index) {
    int traits = symbols.binding(index) == Binding.WEAK ? WEAK : 0;
    traits |= symbols.binding(index) == Binding.UNIQUE ? UNIQUE : 0;
    traits |= symbols.definition(index) == Definition.UNDEFINED ? UNDEFINED : 0;
    traits |= symbols.definition(index) == Definition.COMMON ? COMMON : 0;
    var kind = symbols.kind(index);
    traits |= kind == Kind.FUNCTION || kind == Kind.INDIRECT_FUNCTION ? FUNCTION : 0;
    return (byte) traits;
  }

  static boolean defined(byte traits) {
    return (traits & UNDEFINED) == 0;
  }

  static boolean weak(byte traits) {
    return (traits & WEAK) != 0;
  }

  static boolean common(byte traits) {
    return (traits & COMMON) != 0;
  }

  /// Whether a second definition of it is none too many: a link keeps any.
  static boolean repeatable(byte traits) {
    return (traits & (WEAK | UNIQUE)) != 0;
  }

  /// Whether it is a definition that is neither weak nor common.
  static boolean strong(byte traits) {
    return (traits & (UNDEFINED | WEAK | COMMON)) == 0;
  }

  static boolean strongData(byte traits) {
    return strong(traits) && (traits & FUNCTION) == 0;
  }
}
