package nib.engine.binary;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Numbers in an array of bytes, for the few loops that see every symbol of an archive. The array's
/// own bounds are checked; nothing says where in a file it was, so whoever calls has checked the
/// table's size before.
public final class Words {

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;
  private final int size;
  private final boolean bigEndian;

  public Words(ByteView view) throws MalformedFileException {
    this.bytes = view.startingBytes();
    this.size = (int) view.size();
    this.bigEndian = view.bigEndian();
  }

  public int size() {
    return size;
  }

  public int u8(int at) {
    return bytes[at] & 0xff;
  }

  public int u16(int at) {
    int first = bytes[at] & 0xff;
    int second = bytes[at + 1] & 0xff;
    return bigEndian ? first << 8 | second : second << 8 | first;
  }

  /// Four bytes as they are: a value of 2³¹ or more comes out negative.
  public int i32(int at) {
    int raw = (int) INTS.get(bytes, at);
    return bigEndian ? Integer.reverseBytes(raw) : raw;
  }

  /// Eight bytes as they are.
  public long i64(int at) {
    long raw = (long) LONGS.get(bytes, at);
    return bigEndian ? Long.reverseBytes(raw) : raw;
  }
}
