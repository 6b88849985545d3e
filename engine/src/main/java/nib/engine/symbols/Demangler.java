package nib.engine.symbols;

/// Symbols' names for people.
public final class Demangler {

  private Demangler() {}

  /// The readable form of a C++ or Rust name. Every other name, and one that is not understood,
  /// comes back as it is.
  public static String demangle(String symbol) {
    return MangledName.of(symbol).map(MangledName::readable).orElse(symbol);
  }
}
