package nib.engine.binary;

import java.util.Arrays;
import java.util.Collection;

/// A few names that are looked for at many places of string tables. Where a name would end is
/// looked at first, so nobody has to search for the ends of all the others.
public final class SoughtNames {

  private final byte[][] names;

  /// @param names in bytes, without an end
  public SoughtNames(Collection<byte[]> names) {
    this(names.toArray(byte[][]::new));
  }

  private SoughtNames(byte[][] names) {
    this.names = names;
  }

  /// These and one more.
  public SoughtNames with(byte[] name) {
    byte[][] more = Arrays.copyOf(names, names.length + 1);
    more[names.length] = name;
    return new SoughtNames(more);
  }

  /// Whether one of the names stands at `at` of the table, with the NUL that ends it. A place
  /// outside of the table counts as one, for whoever reads it has to complain.
  public boolean standsAt(byte[] table, int at) {
    if (at < 0 || at >= table.length) {
      return true;
    }
    for (byte[] name : names) {
      int length = name.length;
      if (length < table.length - at
          && table[at + length] == 0
          && table[at + (length >> 1)] == (length == 0 ? 0 : name[length >> 1])
          && Arrays.equals(table, at, at + length, name, 0, length)) {
        return true;
      }
    }
    return false;
  }
}
