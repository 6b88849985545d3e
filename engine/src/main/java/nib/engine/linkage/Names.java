package nib.engine.linkage;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import nib.engine.binary.RawText;

/// Gives each name a number, counted from 0 in the order they come. The names are bytes one after
/// the other, since archives hold a million of them.
///
/// A definition of the default version of a symbol, `name@@VERSION`, is a definition of `name` to
/// linkers and so has that name's number here (GNU ld manual, "VERSION Command").
final class Names {

  private static final byte AT = '@';

  /// No file can make all of its names collide without this number.
  private final long factor = ThreadLocalRandom.current().nextLong() | 1;

  private byte[] bytes = new byte[1 << 16];
  private final Ints ends = new Ints();
  private final Ints hashes = new Ints();

  /// Numbers of names, one more than that; 0 is a free slot. At most half are taken.
  private int[] slots = new int[1 << 12];

  int size() {
    return ends.size();
  }

  /// How many bytes the names have together.
  long bytes() {
    return size() == 0 ? 0 : ends.get(size() - 1);
  }

  /// The number of a name, which is new or not.
  int number(byte[] from, int at, int wholeLength) {
    int length = stem(from, at, wholeLength);
    int hash = hash(from, at, length);
    int slot = slot(from, at, length, hash);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    int start = size() == 0 ? 0 : ends.get(size() - 1);
    int end = Math.addExact(start, length);
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end, Math.addExact(end, end >> 1)));
    }
    System.arraycopy(from, at, bytes, start, length);
    ends.add(end);
    hashes.add(hash);
    slots[slot] = size();
    if (size() > slots.length >> 1) {
      grow();
    }
    return size() - 1;
  }

  int number(String name) {
    byte[] raw = RawText.encode(name);
    return number(raw, 0, raw.length);
  }

  String name(int number) {
    int start = start(number);
    return RawText.decode(bytes, start, ends.get(number) - start);
  }

  private int start(int number) {
    return number == 0 ? 0 : ends.get(number - 1);
  }

  private static int stem(byte[] from, int at, int length) {
    for (int i = at + 1; i < at + length - 1; i++) {
      if (from[i] == AT && from[i + 1] == AT) {
        return i - at;
      }
    }
    return length;
  }

  private int slot(byte[] from, int at, int length, int hash) {
    int slot = hash & slots.length - 1;
    while (slots[slot] != 0 && !is(slots[slot] - 1, from, at, length, hash)) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private boolean is(int number, byte[] from, int at, int length, int hash) {
    return hashes.get(number) == hash
        && Arrays.equals(bytes, start(number), ends.get(number), from, at, at + length);
  }

  private void grow() {
    slots = new int[slots.length << 1];
    for (int number = 0; number < size(); number++) {
      int slot = hashes.get(number) & slots.length - 1;
      while (slots[slot] != 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = number + 1;
    }
  }

  private int hash(byte[] from, int at, int length) {
    long mixed = length;
    for (int i = at; i < at + length; i++) {
      mixed = (mixed ^ from[i]) * factor;
    }
    return (int) (mixed >>> 32 ^ mixed >>> 13);
  }
}
