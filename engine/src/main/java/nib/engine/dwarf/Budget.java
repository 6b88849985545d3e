package nib.engine.dwarf;

import nib.engine.binary.MalformedFileException;
import nib.engine.objectfile.DebugSection;

/// Bounds the work on one member by its size. Entries may refer to each other and to strings as
/// they like, so that a small hostile file could describe more than anybody can read; what a
/// compiler writes is read about once.
final class Budget {

  private static final long FREE = 1 << 20;
  private static final long FACTOR = 24;

  private final DebugSection section;
  private long left;

  /// @param section the one to complain about
  Budget(DebugSection section, long size) {
    this.section = section;
    this.left = FREE + FACTOR * size;
  }

  /// Makes room for another section.
  void allow(long size) {
    left += FACTOR * size;
  }

  void spend(long work) throws MalformedFileException {
    left -= work;
    if (left < 0) {
      throw section.malformed(0, "entries that overlap more than any compiler's do");
    }
  }
}
