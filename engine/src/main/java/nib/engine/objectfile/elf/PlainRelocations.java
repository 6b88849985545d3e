package nib.engine.objectfile.elf;

import nib.engine.binary.LittleEndian;

/// Applies the relocations of a plain object's debugging information (`Elf64_Rela`, System V ABI,
/// "Relocation"), for [PlainDebug]: a symbol's value and an addend are stored. [ElfRelocator]
/// applies any.
final class PlainRelocations {

  private static final int RELA = 24;
  private static final int SYM = PlainSections.SYM;

  /// How many are applied in one call: a virtual machine that has just started compiles what is
  /// called often long before it would compile a loop.
  private static final int AT_ONCE = 32;

  private byte[] bytes = {};
  private int machine;
  private int symbols;
  private int symbolCount;

  /// Takes an object.
  ///
  /// @param table where in `array` the symbols begin
  void open(byte[] array, int itsMachine, int table, int count) {
    bytes = array;
    machine = itsMachine;
    symbols = table;
    symbolCount = count;
  }

  /// Applies a table of relocations.
  ///
  /// @param into begins with the section, which has `length` bytes
  /// @return false where that is not all that has to be done, or one is damaged
  boolean apply(int at, int size, byte[] into, int length) {
    if (size % RELA != 0) {
      return false;
    }
    int end = at + size;
    for (int from = at; from < end; from += AT_ONCE * RELA) {
      if (!some(from, Math.min(end, from + AT_ONCE * RELA), into, length)) {
        return false;
      }
    }
    return true;
  }

  private boolean some(int from, int end, byte[] into, int length) {
    byte[] array = bytes;
    int lastType = 0;
    int effect = ElfRelocation.IGNORED;
    for (int at = from; at < end; at += RELA) {
      int type = LittleEndian.i32(array, at + 8);
      if (type != lastType) {
        lastType = type;
        effect = ElfRelocation.effect(machine, type);
      }
      if (effect == ElfRelocation.IGNORED) {
        continue;
      }
      int to = LittleEndian.i32(array, at);
      int symbol = LittleEndian.i32(array, at + 12);
      if (effect < 0
          || effect > ElfRelocation.STORE_8
          || LittleEndian.i32(array, at + 4) != 0
          || to < 0
          || to > length - effect
          || symbol < 0
          || symbol >= symbolCount) {
        return false;
      }
      int value = LittleEndian.i32(array, at + 16);
      if (symbol != 0) {
        value += LittleEndian.i32(array, symbols + symbol * SYM + 8);
      }
      LittleEndian.put(into, to, value);
      if (effect == ElfRelocation.STORE_8) {
        long whole = LittleEndian.i64(array, at + 16);
        whole += symbol == 0 ? 0 : LittleEndian.i64(array, symbols + symbol * SYM + 8);
        LittleEndian.put(into, to + 4, (int) (whole >> 32));
      }
    }
    return true;
  }
}
