package nib.engine.objectfile;

/// One entry of an object file's symbol table, in words that hold for every format.
///
/// @param name as the file has it: mangled, with the platform's prefix
/// @param section the section's name where [#definition] is `SECTION`, otherwise empty
/// @param value `st_value`: in a relocatable file an offset into the section; for a common symbol
///   its alignment
/// @param size `st_size` in bytes; 0 where the producer did not say
/// @param letter what `nm` prints for it
/// @param comdat whether a link keeps one of several copies: the symbol's section is in a group
///   that says so
public record Symbol(
    String name,
    Kind kind,
    Binding binding,
    Visibility visibility,
    Definition definition,
    String section,
    long value,
    long size,
    char letter,
    boolean comdat) {

  /// What the name stands for (`STT_*` of ELF).
  public enum Kind {
    FUNCTION,
    /// `STT_GNU_IFUNC`: a function chosen when the program is loaded.
    INDIRECT_FUNCTION,
    DATA,
    THREAD_LOCAL,
    SECTION,
    FILE,
    /// `STT_NOTYPE`: assembler output and undefined symbols.
    UNTYPED
  }

  /// Who sees the name (`STB_*` of ELF).
  public enum Binding {
    LOCAL,
    GLOBAL,
    WEAK,
    /// `STB_GNU_UNIQUE`.
    UNIQUE
  }

  /// Who sees it once it is linked into a program or a shared library (`STV_*` of ELF). A hidden
  /// symbol still resolves in a static link.
  public enum Visibility {
    DEFAULT,
    INTERNAL,
    HIDDEN,
    PROTECTED
  }

  /// Where it is defined.
  public enum Definition {
    UNDEFINED,
    SECTION,
    COMMON,
    ABSOLUTE
  }

  /// Whether it stands for something in the program, and not for a section or a source file, which
  /// tell only about the object file's own layout.
  public boolean named() {
    return kind != Kind.SECTION && kind != Kind.FILE;
  }

  public boolean defined() {
    return definition != Definition.UNDEFINED;
  }

  /// Whether a reference from another member can resolve to it.
  public boolean linkable() {
    return defined() && binding != Binding.LOCAL;
  }

  public boolean callable() {
    return kind == Kind.FUNCTION || kind == Kind.INDIRECT_FUNCTION || kind == Kind.UNTYPED;
  }
}
