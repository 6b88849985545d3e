package nib.engine.binary;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;

/// Wanted names among millions: a name is looked at in a few places first, and as a whole only
/// where those agree.
public final class NameSet {

  private final byte[][] names;
  private final long[] samples;

  /// A bit for each of the numbers that [#glance] makes of the names. It turns nearly all others
  /// away.
  private final long[] glances;

  /// Positions in `names`, one more than that; 0 is a free slot. At most a quarter is taken.
  private final int[] slots;

  /// @param wanted the names as [RawText] has them; the same one twice counts once
  public NameSet(Collection<String> wanted) {
    var distinct = new LinkedHashSet<>(wanted);
    names = new byte[distinct.size()][];
    int count = 0;
    for (String name : distinct) {
      names[count++] = RawText.encode(name);
    }
    samples = new long[names.length];
    glances = new long[(Integer.highestOneBit(Math.max(64, names.length)) << 5) / Long.SIZE];
    slots = new int[Integer.highestOneBit(Math.max(8, names.length)) << 3];
    for (int i = 0; i < names.length; i++) {
      samples[i] = sample(names[i], 0, names[i].length);
      int glance = glance(names[i], 0, names[i].length);
      glances[glance >>> 6] |= 1L << glance;
      int slot = slot(samples[i]);
      while (slots[slot] != 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = i + 1;
    }
  }

  public int size() {
    return names.length;
  }

  /// The name at a position, which others may not write to.
  public byte[] bytes(int position) {
    return names[position];
  }

  public String name(int position) {
    return RawText.decode(names[position]);
  }

  /// The position of the name that these bytes are, or -1.
  public int find(byte[] bytes, int at, int length) {
    int glance = glance(bytes, at, length);
    return (glances[glance >>> 6] & (1L << glance)) == 0 ? -1 : look(bytes, at, length);
  }

  private int look(byte[] bytes, int at, int length) {
    long sample = sample(bytes, at, length);
    int slot = slot(sample);
    while (slots[slot] != 0) {
      int position = slots[slot] - 1;
      if (samples[position] == sample
          && Arrays.equals(names[position], 0, names[position].length, bytes, at, at + length)) {
        return position;
      }
      slot = slot + 1 & slots.length - 1;
    }
    return -1;
  }

  private int slot(long sample) {
    return (int) (sample >>> 40) & slots.length - 1;
  }

  /// A number below that of the bits, made of the length and three bytes.
  private int glance(byte[] bytes, int at, int length) {
    if (length == 0) {
      return 0;
    }
    int quarter = length >> 2;
    int mixed = length * 31 + bytes[at + (length >> 1)];
    mixed = mixed * 31 + bytes[at + length - 1 - quarter];
    mixed = mixed * 31 + bytes[at + quarter];
    return ((mixed * 0x9e37_79b9) >>> 8) & ((glances.length << 6) - 1);
  }

  /// Mangled names begin alike and often end alike, so the middle counts as well.
  private static long sample(byte[] bytes, int at, int length) {
    long mixed = length;
    int step = Math.max(1, length >> 3);
    for (int i = at + length - 1; i >= at; i -= step) {
      mixed = mixed * 0x9e37_79b9_7f4a_7c15L + bytes[i];
    }
    return mixed ^ mixed >>> 32;
  }
}
