package nib.engine.build;

/// The two ways `pen-ffi` scripts are called.
public enum Protocol {
  /// The manual's: `pen-ffi [-t <target>]`, absolute paths of archives on standard output.
  DOCUMENTED("documented"),
  /// The compiler's: `pen-ffi.* -t <target> <output path>`, one archive left at that path.
  COMPILER("compiler");

  private final String word;

  Protocol(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
