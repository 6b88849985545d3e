package nib.engine.build;

/// The two ways `pen-ffi` scripts are called.
public enum Protocol {
  /// The manual's: `pen-ffi [-t <target>]`, absolute paths of archives on standard output.
  DOCUMENTED("documented", "prints the archives' paths"),
  /// The compiler's: `pen-ffi.* -t <target> <output path>`, one archive left at that path.
  COMPILER("compiler", "leaves the archive at the path it is given");

  private final String word;
  private final String meaning;

  Protocol(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  public String word() {
    return word;
  }

  public String meaning() {
    return meaning;
  }
}
