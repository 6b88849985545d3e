package nib.engine.binary;

/// Numbers in an array of bytes, the lowest first, for code that runs so briefly that it is never
/// optimized: a view of the array as numbers would be made at its first use, which takes longer
/// than putting a few thousand together. The array's own bounds are checked, nothing else.
public final class LittleEndian {

  private LittleEndian() {}

  public static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
  }

  /// Four bytes as they are: a value of 2³¹ or more comes out negative.
  public static int i32(byte[] bytes, int at) {
    return (bytes[at] & 0xff)
        | (bytes[at + 1] & 0xff) << 8
        | (bytes[at + 2] & 0xff) << 16
        | bytes[at + 3] << 24;
  }

  /// Eight bytes as they are.
  public static long i64(byte[] bytes, int at) {
    return (i32(bytes, at) & 0xffff_ffffL) | (long) i32(bytes, at + 4) << 32;
  }

  /// Writes four bytes.
  public static void put(byte[] into, int at, int value) {
    into[at] = (byte) value;
    into[at + 1] = (byte) (value >> 8);
    into[at + 2] = (byte) (value >> 16);
    into[at + 3] = (byte) (value >> 24);
  }
}
