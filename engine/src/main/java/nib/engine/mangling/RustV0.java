package nib.engine.mangling;

import java.util.Optional;

/// Demangles Rust's second scheme (RFC 2603), whose names start with `_R` and tell everything: the
/// path, and the types and constants that a generic function was made for.
///
/// Parts that came before are not repeated: `B` and a number say where in the name to read on. The
/// crates' hashes are left out, as `rustc` itself does for people. Constants of other types than
/// numbers, booleans and characters make this reader give up.
public final class RustV0 {

  private RustV0() {}

  /// Demangles a name; empty where it is of another scheme or not understood.
  public static Optional<Demangled> demangle(String mangled) {
    int start = mangled.startsWith("_R") ? 2 : mangled.startsWith("__R") ? 3 : 0;
    // The paths of version 0, the only one, start with a capital letter.
    if (start == 0 || mangled.length() == start || !isUpper(mangled.charAt(start))) {
      return Optional.empty();
    }
    try {
      var cursor = new Cursor(mangled, start);
      var paths = new RustPaths(cursor, start);
      String base = paths.path(true);
      if (isUpper(cursor.peek())) {
        paths.silently(() -> paths.path(false)); // the crate that a generic function was made in
      }
      String suffix = RustSuffix.read(cursor);
      return Optional.of(
          new Demangled(
              paths.text() + suffix, base.isEmpty() ? Optional.empty() : Optional.of(base)));
    } catch (NotUnderstood e) {
      return Optional.empty();
    }
  }

  private static boolean isUpper(char one) {
    return one >= 'A' && one <= 'Z';
  }
}
