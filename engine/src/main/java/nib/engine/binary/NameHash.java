package nib.engine.binary;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.concurrent.ThreadLocalRandom;

/// Numbers for names that differ where the names do: of a million names two have one number once in
/// some ten million runs.
public final class NameHash {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /// No file can make its names collide without this number.
  private static final long KEY = ThreadLocalRandom.current().nextLong() | 1;

  private NameHash() {}

  /// The number of a name in this run of the virtual machine.
  public static long of(byte[] bytes, int from, int length) {
    long hash = KEY ^ length;
    int at = from;
    int end = from + length;
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      hash = mixed(hash ^ (long) LONGS.get(bytes, at));
    }
    long rest = 0;
    for (; at < end; at++) {
      rest = rest << Byte.SIZE | (bytes[at] & 0xff);
    }
    return mixed(hash ^ rest);
  }

  /// Both halves of the product: in the lower one alone a change of the highest bits stays there,
  /// and the next bytes could undo it.
  private static long mixed(long word) {
    return Math.unsignedMultiplyHigh(word, KEY) ^ word * KEY;
  }
}
