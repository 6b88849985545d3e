package nib.engine.mangling;

/// What LLVM adds behind a Rust name: `.llvm.` and a number for what it has made visible, which
/// says nothing to people, or words such as `.cold` and `.part.0`.
final class RustSuffix {

  private RustSuffix() {}

  static String read(Cursor cursor) throws NotUnderstood {
    if (cursor.atEnd()) {
      return "";
    }
    if (cursor.peek() != '.') {
      throw new NotUnderstood();
    }
    String suffix = cursor.rest();
    int llvm = suffix.indexOf(".llvm.");
    String said = llvm < 0 ? suffix : suffix.substring(0, llvm);
    return said.isEmpty() ? "" : " (" + said + ")";
  }
}
