package nib.engine.hostile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/// Changes bytes at random, as a disk, a network or an enemy does.
final class Damage {

  /// Numbers at which readers go wrong.
  private static final long[] TELLING = {
    0,
    1,
    -1,
    2,
    0x7f,
    0x80,
    0xff,
    0xffff,
    0x10000,
    0xff00,
    0x7fff_ffffL,
    0x8000_0000L,
    0xffff_ffffL,
    0x1_0000_0000L,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    Long.MAX_VALUE / 64
  };

  private static final String DIGITS = "0123456789 /:#-\0\n`";

  private Damage() {}

  /// The bytes with one to six changes.
  static byte[] of(byte[] original, Random random) {
    var bytes = original.clone();
    for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
      bytes = change(bytes, original, random);
    }
    return bytes;
  }

  private static byte[] change(byte[] bytes, byte[] original, Random random) {
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(9)) {
      case 0, 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 2 -> bytes[at] = (byte) random.nextInt(256);
      case 3 -> number(bytes, at & ~7, Long.BYTES, random);
      case 4 -> number(bytes, at & ~3, Integer.BYTES, random);
      case 5 -> number(bytes, at & ~1, Short.BYTES, random);
      case 6 -> digit(bytes, at, random);
      case 7 -> {
        int from = random.nextInt(original.length);
        int length = Math.min(1 + random.nextInt(64), original.length - from);
        System.arraycopy(original, from, bytes, at, Math.min(length, bytes.length - at));
      }
      default -> {
        return random.nextInt(4) == 0
            ? Arrays.copyOf(bytes, Math.max(1, random.nextInt(bytes.length)))
            : bytes;
      }
    }
    return bytes;
  }

  private static void number(byte[] bytes, int at, int size, Random random) {
    if (at + size > bytes.length) {
      return;
    }
    long value = TELLING[random.nextInt(TELLING.length)] + random.nextInt(3) - 1;
    var order = random.nextInt(4) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    var out = ByteBuffer.wrap(bytes).order(order);
    switch (size) {
      case Long.BYTES -> out.putLong(at, value);
      case Integer.BYTES -> out.putInt(at, (int) value);
      default -> out.putShort(at, (short) value);
    }
  }

  /// A character of an archive's header, where `at` is near one.
  private static void digit(byte[] bytes, int at, Random random) {
    for (int i = at; i < Math.min(bytes.length, at + 4096); i++) {
      if (bytes[i] == '`') {
        int field = Math.max(0, i - random.nextInt(60));
        bytes[field] = (byte) DIGITS.charAt(random.nextInt(DIGITS.length()));
        return;
      }
    }
  }
}
