package nib.engine.objectfile.elf;

import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.Scratch;
import nib.engine.binary.StringTable;

/// A string table (System V ABI, "String Table"), whose index 0 is the empty name, also where there
/// is no table at all.
final class ElfStrings {

  private final StringTable table;

  private static final Scratch SCRATCH = new Scratch();

  private ElfStrings(StringTable table) {
    this.table = table;
  }

  static ElfStrings of(ByteView table, long users) throws MalformedFileException {
    return new ElfStrings(new StringTable(table, users));
  }

  /// The same, good until this thread asks for another one.
  static ElfStrings brief(ByteView table, long users) throws MalformedFileException {
    return new ElfStrings(StringTable.brief(table, users, SCRATCH));
  }

  /// Makes room for the names of `users` more.
  void allow(long users) {
    table.allow(users);
  }

  /// The table itself and perhaps more, which nobody may write to.
  byte[] bytes() {
    return table.bytes();
  }

  String at(int offset) throws MalformedFileException {
    return offset == 0 ? "" : table.at(Integer.toUnsignedLong(offset));
  }

  /// The length in bytes of the name at `offset`, 32 bits without a sign.
  int length(int offset) throws MalformedFileException {
    return offset == 0 ? 0 : table.length(Integer.toUnsignedLong(offset));
  }
}
