package nib.engine.prototype;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import nib.engine.foreign.ForeignFunction;

/// Writes a package's border as a C header or a Rust module. Equal borders give equal text.
public final class HeaderWriter {

  private HeaderWriter() {}

  /// A C header that C++ takes as well: records as structures with their layouts asserted, then the
  /// functions.
  ///
  /// @return empty when the package has nothing to declare
  public static Optional<String> c(String packageName, List<ForeignFunction> functions) {
    return write(packageName, functions, CHeader::write);
  }

  /// A Rust module without crates.
  ///
  /// @return empty when the package has nothing to declare
  public static Optional<String> rust(String packageName, List<ForeignFunction> functions) {
    return rust(packageName, functions, new PlainRust());
  }

  /// A Rust module for use with Pen's crate `ffi`.
  ///
  /// @return empty when the package has nothing to declare
  public static Optional<String> rustFfi(String packageName, List<ForeignFunction> functions) {
    return rust(packageName, functions, new CrateRust());
  }

  private static Optional<String> rust(
      String packageName, List<ForeignFunction> functions, RustVocabulary words) {
    return write(
        packageName,
        functions,
        (name, declarations) -> RustModule.write(name, declarations, words));
  }

  private static Optional<String> write(
      String packageName,
      List<ForeignFunction> functions,
      BiFunction<String, Declarations, String> writer) {
    var declarations = Declarations.of(functions);
    return declarations.isEmpty()
        ? Optional.empty()
        : Optional.of(writer.apply(packageName, declarations));
  }
}
