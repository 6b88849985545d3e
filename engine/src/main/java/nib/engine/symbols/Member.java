package nib.engine.symbols;

import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.ObjectFormat;

/// One member of an archive, or a lone object file as its own only member.
///
/// Names repeat in real archives; `offset`, that of the member's header in the file, tells two
/// apart.
public sealed interface Member {

  String name();

  /// Offset of the member's header in the archive, in bytes; 0 for a lone object file.
  long offset();

  /// The member's content in bytes.
  long size();

  record Read(String name, long offset, long size, ObjectFile object) implements Member {

    /// The member with some of its symbols, given by their places in its table, and nothing else of
    /// it in memory.
    Read only(int... symbols) {
      return new Read(name, offset, size, object.with(object.symbols().only(symbols)));
    }

    /// The member with no more symbols than tell whether it is intermediate code.
    Read marked() {
      return new Read(name, offset, size, object.marked());
    }
  }

  /// A member of a kind that Nib lists and does not open: text, metadata, a format that is not read
  /// yet. `format` says which.
  record Unopened(String name, long offset, long size, ObjectFormat format) implements Member {}

  /// A member whose bytes contradict its format; `at` is the offset in the file where they do.
  record Unreadable(String name, long offset, long size, long at, String what) implements Member {}
}
