package nib.engine.packages;

/// What a module is for, as its file's name says.
public enum ModuleKind {
  /// Other modules may import it.
  ORDINARY,
  /// `main.pen` at the package's top: defines `main`, and sees a record type `context`.
  MAIN,
  /// `*.test.pen`: its public functions are tests; nothing can import it.
  TEST;

  static ModuleKind of(String path) {
    if (path.endsWith(".test.pen")) {
      return TEST;
    }
    return path.equals("main.pen") ? MAIN : ORDINARY;
  }
}
