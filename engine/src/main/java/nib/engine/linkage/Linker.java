package nib.engine.linkage;

/// Whose way of searching archives is followed. Both read the files in the order they are named,
/// take lone object files whole and of archives the members that are needed; neither pulls a member
/// in for a weak reference. Where two members define a symbol they may take different ones, and so
/// end with different members.
public enum Linker {
  /// GNU ld: goes through an archive's index from the start to the end, pulls in the member of each
  /// entry whose symbol is undefined at that moment, and starts again for as long as that brought
  /// new undefined symbols; then the archive is done with (`elf_link_add_archive_symbols` of BFD).
  /// A tentative definition pulls in a member that defines the symbol as data, but not one that has
  /// a function of the name or a weak definition.
  GNU("GNU ld"),

  /// LLVM's lld, since version 15 without looking at the index: remembers the first member that
  /// defines a symbol, and pulls it in as soon as something needs the symbol, whichever comes first
  /// on the command line; what that member needs is pulled in at once, before anything else. A
  /// tentative definition pulls in a later member with any definition that is neither weak nor
  /// tentative.
  LLD("lld");

  private final String words;

  Linker(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
