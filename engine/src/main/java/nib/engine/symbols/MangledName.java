package nib.engine.symbols;

import java.util.Optional;
import nib.engine.mangling.Demangled;
import nib.engine.mangling.Itanium;
import nib.engine.mangling.Microsoft;
import nib.engine.mangling.RustLegacy;
import nib.engine.mangling.RustV0;

/// A symbol's name that a C++ or Rust compiler made, and what it stands for.
///
/// @param base the function's or variable's own name without scope and parameters: `scale` for
///   `_ZN4util5scaleEd`; empty for symbols that stand for no named thing, such as a vtable
/// @param readable the whole name for people: `util::scale(double)`
public record MangledName(
    String mangled, Language language, Optional<String> base, String readable) {

  /// Who made the name.
  public enum Language {
    CPP("C++"),
    RUST("Rust");

    private final String word;

    Language(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /// Undoes the mangling; empty for plain names and for those that are not understood.
  public static Optional<MangledName> of(String symbol) {
    if (symbol.startsWith("?")) {
      return Microsoft.demangle(symbol).map(cpp -> of(symbol, Language.CPP, cpp));
    }
    if (!symbol.startsWith("_")) {
      return Optional.empty();
    }
    return RustV0.demangle(symbol)
        .or(() -> RustLegacy.demangle(symbol))
        .map(rust -> of(symbol, Language.RUST, rust))
        .or(() -> Itanium.demangle(symbol).map(cpp -> of(symbol, Language.CPP, cpp)));
  }

  private static MangledName of(String symbol, Language language, Demangled demangled) {
    return new MangledName(symbol, language, demangled.base(), demangled.text());
  }
}
