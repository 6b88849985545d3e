package nib.engine.binary;

/// Numbers in an array of bytes, for loops that have checked the place themselves: a hundred
/// thousand relocations a second and more, also before anything is compiled.
public final class Bytes {

  private Bytes() {}

  public static int u16(byte[] bytes, int at, boolean bigEndian) {
    int first = bytes[at] & 0xff;
    int second = bytes[at + 1] & 0xff;
    return bigEndian ? first << 8 | second : second << 8 | first;
  }

  public static int u24(byte[] bytes, int at, boolean bigEndian) {
    int first = bytes[at] & 0xff;
    int second = bytes[at + 1] & 0xff;
    int third = bytes[at + 2] & 0xff;
    return bigEndian ? first << 16 | second << 8 | third : third << 16 | second << 8 | first;
  }

  public static int i32(byte[] bytes, int at, boolean bigEndian) {
    int b0 = bytes[at] & 0xff;
    int b1 = bytes[at + 1] & 0xff;
    int b2 = bytes[at + 2] & 0xff;
    int b3 = bytes[at + 3] & 0xff;
    return bigEndian ? b0 << 24 | b1 << 16 | b2 << 8 | b3 : b3 << 24 | b2 << 16 | b1 << 8 | b0;
  }

  public static long u32(byte[] bytes, int at, boolean bigEndian) {
    return i32(bytes, at, bigEndian) & 0xffff_ffffL;
  }

  public static long i64(byte[] bytes, int at, boolean bigEndian) {
    long first = u32(bytes, at, bigEndian);
    long second = u32(bytes, at + 4, bigEndian);
    return bigEndian ? first << 32 | second : second << 32 | first;
  }

  /// Writes the low `size` bytes of `value`.
  public static void put(byte[] bytes, int at, int size, long value, boolean bigEndian) {
    for (int i = 0; i < size; i++) {
      int shift = Byte.SIZE * (bigEndian ? size - 1 - i : i);
      bytes[at + i] = (byte) (value >> shift);
    }
  }
}
