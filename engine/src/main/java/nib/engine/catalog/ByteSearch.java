package nib.engine.catalog;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import nib.engine.binary.NameTable.Piece;

/// Looks into names without making texts of them.
final class ByteSearch {

  /// Letters of ASCII in lower case; every other byte as it is.
  private static final byte[] LOWER = new byte[256];

  static {
    for (int i = 0; i < 256; i++) {
      LOWER[i] = (byte) (i >= 'A' && i <= 'Z' ? i + 'a' - 'A' : i);
    }
  }

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /// The bit that tells small letters from capitals, and a one in each byte.
  private static final long CASE = 0x20;

  private static final long EACH = 0x0101_0101_0101_0101L;
  private static final long HIGHEST = 0x8080_8080_8080_8080L;

  private ByteSearch() {}

  /// A word as [#contains] wants it.
  static byte[] lower(String word) {
    return word.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
  }

  /// Whether a name has the word in it; capitals of ASCII do not matter.
  static boolean contains(Piece name, byte[] lower) {
    return contains(name.bytes(), name.at(), name.length(), lower);
  }

  /// Whether `length` bytes from `from` on have the word in them. Eight places are looked at in one
  /// step: where both the first and the last letter of the word may stand, the rest is compared.
  static boolean contains(byte[] bytes, int from, int length, byte[] lower) {
    int size = lower.length;
    if (size == 0) {
      return true;
    }
    int at = from;
    int last = from + length - size;
    long first = ((lower[0] & 0xffL) | CASE) * EACH;
    long end = ((lower[size - 1] & 0xffL) | CASE) * EACH;
    for (; at + Long.BYTES <= last + 1; at += Long.BYTES) {
      long other = ((long) LONGS.get(bytes, at) | CASE * EACH) ^ first;
      other |= ((long) LONGS.get(bytes, at + size - 1) | CASE * EACH) ^ end;
      // The highest bit of each byte that is zero; of one behind it as well, now and then.
      long zero = (other - EACH) & ~other & HIGHEST;
      for (; zero != 0; zero &= zero - 1) {
        if (is(bytes, at + (Long.numberOfTrailingZeros(zero) >>> 3), lower)) {
          return true;
        }
      }
    }
    for (; at <= last; at++) {
      if (is(bytes, at, lower)) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(byte[] bytes, int at, byte[] lower) {
    for (int i = 0; i < lower.length; i++) {
      if (LOWER[bytes[at + i] & 0xff] != lower[i]) {
        return false;
      }
    }
    return true;
  }

  /// Whether the name begins with what `lower` has from `from` on.
  static boolean begins(Piece name, byte[] lower, int from) {
    int size = lower.length - from;
    for (int i = 0; i < size; i++) {
      if (i == name.length() || LOWER[name.bytes()[name.at() + i] & 0xff] != lower[from + i]) {
        return false;
      }
    }
    return true;
  }
}
