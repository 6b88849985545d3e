package nib.engine.linkage;

import java.util.Arrays;

/// The symbols that one member defines, to be found by the numbers of their names, and which of
/// them were. For one thread.
final class Definitions {

  private long[] names = new long[64];
  private int[] symbols = new int[64];
  private boolean[] found = new boolean[64];
  private int mask = 63;
  private boolean any;

  /// Begins with another member. Of symbols with one name the last is found.
  void take(Defined member) {
    clear(member.size());
    any = false;
    for (int symbol = 0; symbol < member.size(); symbol++) {
      if (member.defines(symbol)) {
        any = true;
        int slot = slot(member.name(symbol));
        names[slot] = member.name(symbol);
        symbols[slot] = symbol;
      }
    }
  }

  private void clear(int most) {
    int size = Integer.highestOneBit(Math.max(16, most)) << 2;
    if (names.length < size) {
      names = new long[size];
      symbols = new int[size];
      found = new boolean[size];
    } else {
      Arrays.fill(names, 0, size, 0);
      Arrays.fill(found, 0, size, false);
    }
    mask = size - 1;
  }

  /// Whether there is one at all.
  boolean any() {
    return any;
  }

  /// Finds a definition by its name's number; -1 where there is none.
  int find(long name) {
    int slot = slot(name);
    if (names[slot] == 0) {
      return -1;
    }
    found[slot] = true;
    return symbols[slot];
  }

  /// Whether it was ever looked for.
  boolean found(long name) {
    return found[slot(name)];
  }

  /// Where the name is, or would be.
  private int slot(long name) {
    int slot = (int) name & mask;
    while (names[slot] != 0 && names[slot] != name) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
