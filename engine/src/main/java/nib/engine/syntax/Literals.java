package nib.engine.syntax;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/// What literals mean.
///
/// Strings are decoded as the compiler does it (`lib/ast-hir/src/string.rs`): it substitutes each
/// kind of escape in the whole text before it goes on to the next kind, and begins with `\\`. So
/// `"\\n"` is a line end for it, and not a backslash and an `n`.
public final class Literals {

  private static final int BITS = 64;

  private Literals() {}

  /// The bytes of a string literal as the compiler decodes them.
  ///
  /// @param written with its quotes; an unknown escape stands for itself
  public static byte[] bytes(String written) {
    String body = body(written);
    if (body.indexOf('\\') < 0) {
      return body.getBytes(UTF_8);
    }
    String replaced =
        body.replace("\\\\", "\\")
            .replace("\\\"", "\"")
            .replace("\\n", "\n")
            .replace("\\r", "\r")
            .replace("\\t", "\t");
    return new Decoder(replaced).hexadecimal();
  }

  /// The bytes of a string literal as its author meant them, with escapes read from left to right.
  ///
  /// @param written with its quotes; an unknown escape stands for itself
  public static byte[] bytesFromLeftToRight(String written) {
    return new Decoder(body(written)).leftToRight();
  }

  /// Whether the compiler decodes a string literal otherwise than somebody who reads it from left
  /// to right.
  public static boolean isSurprising(String written) {
    return written.contains("\\\\")
        && !Arrays.equals(bytes(written), bytesFromLeftToRight(written));
  }

  /// The bytes of a string as text.
  ///
  /// @param characters writes a stretch that is UTF-8; bytes that are none become `\xHH`
  public static String shown(byte[] bytes, UnaryOperator<String> characters) {
    var decoder =
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var text = new StringBuilder();
    var rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      var stretch = CharBuffer.allocate(rest.remaining());
      var stop = decoder.reset().decode(rest, stretch, true);
      text.append(characters.apply(stretch.flip().toString()));
      for (int i = 0; stop.isError() && i < stop.length(); i++) {
        text.append(escaped(rest.get()));
      }
    }
    return text.toString();
  }

  /// `\xHH`.
  public static String escaped(byte one) {
    return "\\x" + HexFormat.of().toHexDigits(one);
  }

  private static String body(String written) {
    int end =
        written.length() > 1 && written.endsWith("\"") ? written.length() - 1 : written.length();
    return written.substring(Math.min(1, end), end);
  }

  /// The value of a number literal as the compiler computes it (`lib/ast-hir/src/number.rs`).
  /// Digits behind `0b` and `0x` are an integer without a sign; decimals are rounded correctly, and
  /// those that are too large are infinite.
  ///
  /// @return nothing where the integer does not fit into 64 bits, or where the literal is malformed
  public static OptionalDouble number(String written) {
    try {
      if (written.startsWith("0b")) {
        return integer(written.substring(2), 2, BITS);
      }
      if (written.startsWith("0x")) {
        return integer(written.substring(2), 16, BITS / 4);
      }
      return OptionalDouble.of(Double.parseDouble(written));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private static OptionalDouble integer(String digits, int radix, int mostDigits) {
    int first = 0;
    while (first < digits.length() - 1 && digits.charAt(first) == '0') {
      first++;
    }
    return digits.length() - first > mostDigits
        ? OptionalDouble.empty()
        : OptionalDouble.of(new BigInteger(digits.substring(first), radix).doubleValue());
  }

  /// One run over a text with escapes in it.
  private static final class Decoder {

    private final String text;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private Decoder(String text) {
      this.text = text;
    }

    /// With escapes of the form `\xHH` only.
    private byte[] hexadecimal() {
      return decode(false);
    }

    private byte[] leftToRight() {
      return decode(true);
    }

    private byte[] decode(boolean all) {
      int plain = 0;
      int at = text.indexOf('\\');
      while (at >= 0) {
        int length = escape(at, all, plain);
        plain = length > 0 ? at + length : plain;
        at = text.indexOf('\\', at + Math.max(length, 1));
      }
      copy(plain, text.length());
      return bytes.toByteArray();
    }

    /// Decodes the escape at `at`, and what is plain before it.
    ///
    /// @return how long it is; 0 for what is none
    private int escape(int at, boolean all, int plain) {
      char name = at + 1 < text.length() ? text.charAt(at + 1) : 0;
      if (name == 'x' && StringEscapes.isHexadecimal(text, at)) {
        copy(plain, at);
        bytes.write(HexFormat.fromHexDigits(text, at + 2, at + 4));
        return 4;
      }
      int simple = "\\\"nrt".indexOf(name);
      if (!all || simple < 0) {
        return 0;
      }
      copy(plain, at);
      bytes.write("\\\"\n\r\t".charAt(simple));
      return 2;
    }

    private void copy(int from, int to) {
      bytes.writeBytes(text.substring(from, to).getBytes(UTF_8));
    }
  }
}
