package nib.engine.binary;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/// Names in binary files are bytes. Nearly all are UTF-8, no format demands it, and a listing has
/// to give back what the file has: so bytes that are no UTF-8 become lone surrogates, `0x80` to
/// `0xff` as U+DC80 to U+DCFF, and return to bytes on the way out. (Python calls this
/// `surrogateescape`, PEP 383.)
public final class RawText {

  private static final char REPLACEMENT = '\ufffd';
  private static final int ESCAPED = 0xdc00;

  /// The order of the bytes themselves, in which tools sort names.
  public static final Comparator<String> BY_BYTES = RawText::compare;

  private RawText() {}

  private static int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char one = a.charAt(i);
      char other = b.charAt(i);
      if (one != other) {
        boolean ascii = one < 0x80 || other < 0x80;
        return ascii ? Character.compare(one, other) : Arrays.compareUnsigned(encode(a), encode(b));
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  /// The text of `bytes`; none is lost.
  public static String decode(byte[] bytes) {
    return decode(bytes, 0, bytes.length);
  }

  /// The text of `length` bytes from `at` on.
  public static String decode(byte[] bytes, int at, int length) {
    var text = new String(bytes, at, length, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0
        ? text
        : decodeEscaping(Arrays.copyOfRange(bytes, at, at + length));
  }

  private static String decodeEscaping(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(bytes.length);
    for (var result = decoder.decode(in, out, true);
        result.isError();
        result = decoder.decode(in, out, true)) {
      for (int i = 0; i < result.length(); i++) {
        out.put((char) (ESCAPED + Byte.toUnsignedInt(in.get())));
      }
    }
    return out.flip().toString();
  }

  /// The bytes that [#decode] made `text` of.
  public static byte[] encode(String text) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    // A lone surrogate has become a question mark, which does not come back as it was.
    return text.equals(new String(plain, StandardCharsets.UTF_8)) ? plain : encodeEscapes(text);
  }

  private static byte[] encodeEscapes(String text) {
    var out = ByteBuffer.allocate(4 * text.length());
    text.codePoints()
        .forEach(point -> {
          if (isEscape(point)) {
            out.put((byte) (point - ESCAPED));
          } else {
            out.put(Character.toString(point).getBytes(StandardCharsets.UTF_8));
          }
        });
    var bytes = new byte[out.flip().remaining()];
    out.get(bytes);
    return bytes;
  }

  private static boolean isEscape(int point) {
    return point >= ESCAPED + 0x80 && point <= ESCAPED + 0xff;
  }
}
