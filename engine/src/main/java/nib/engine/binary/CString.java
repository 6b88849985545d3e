package nib.engine.binary;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Where NUL-terminated names end; eight bytes at a time, since archives hold a hundred million
/// bytes of names.
public final class CString {

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long LOW_BITS = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  private CString() {}

  /// The index of the first NUL at or behind `at`, or `limit` where there is none before it.
  ///
  /// Words are read where they are aligned: the virtual machine's first compiler puts any other
  /// together of single bytes. Bytes before `at` in the first word count as no ends.
  public static int end(byte[] bytes, int at, int limit) {
    if (at >= limit) {
      return at;
    }
    int here = at & -Long.BYTES;
    int last = bytes.length - Long.BYTES;
    long before = (1L << (8 * (at - here))) - 1;
    while (here < limit && here <= last) {
      long word = (long) WORDS.get(bytes, here) | before;
      // The lowest set bit marks the first zero byte; higher ones may be wrong.
      long zeros = (word - LOW_BITS) & ~word & HIGH_BITS;
      if (zeros != 0) {
        // Ones up to that bit; in the lowest bits of bytes they count the bytes, this one included.
        int end = here + (int) ((((zeros ^ (zeros - 1)) & LOW_BITS) * LOW_BITS) >>> 56) - 1;
        return Math.min(end, limit);
      }
      before = 0;
      here += Long.BYTES;
    }
    here = Math.max(here, at);
    while (here < limit && bytes[here] != 0) {
      here++;
    }
    return here >= limit ? limit : here;
  }
}
