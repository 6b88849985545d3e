package nib.engine.assist;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// What literals stand for.
final class Literals {

  /// Whole numbers up to here are all there are; beyond it, doubles leave some out.
  private static final double EXACT = 0x1p53;

  private static final Pattern BYTE = Pattern.compile("\\\\x([0-9a-fA-F]{2})");
  private static final int LONGEST = 200;

  private Literals() {}

  /// The other way to write a whole number: in hexadecimal, or in decimal where it is not.
  static Optional<String> otherNotation(String written) {
    if (written.startsWith("0x")) {
      return integer(written, 16).map(BigInteger::toString);
    }
    if (written.startsWith("0b")) {
      return integer(written, 2).map(value -> "%s, 0x%s".formatted(value, value.toString(16)));
    }
    try {
      double value = Double.parseDouble(written);
      return Math.rint(value) == value && Math.abs(value) <= EXACT
          ? Optional.of((value < 0 ? "-0x" : "0x") + Long.toHexString((long) Math.abs(value)))
          : exact(value);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static Optional<BigInteger> integer(String written, int base) {
    try {
      return Optional.of(new BigInteger(written.substring(2), base));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> exact(double value) {
    if (Double.isInfinite(value)) {
      return Optional.of("too large for a number: infinity");
    }
    String text = new BigDecimal(value).toString();
    return text.length() > LONGEST ? Optional.empty() : Optional.of("exactly " + text);
  }

  /// How many bytes a string has, and what they say where the source says it in other words.
  static String described(String written) {
    String inner = written.substring(1, Math.max(1, written.length() - 1));
    byte[] bytes = bytes(inner);
    String length = bytes.length == 1 ? "1 byte" : "%,d bytes".formatted(bytes.length);
    String text = shown(bytes);
    return text.equals(inner) || inner.length() > LONGEST ? length : length + ": " + text;
  }

  /// The bytes of a string as Pen decodes it: one substitution after the other, each through the
  /// whole text, so that `\\n` is a line end (`lib/ast-hir/src/string.rs`).
  private static byte[] bytes(String inner) {
    // One character for each byte, so that `\xHH` can put in any.
    String latin =
        new String(inner.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
            .replace("\\\\", "\\")
            .replace("\\\"", "\"")
            .replace("\\n", "\n")
            .replace("\\r", "\r")
            .replace("\\t", "\t");
    return BYTE.matcher(latin)
        .replaceAll(match ->
            java.util.regex.Matcher.quoteReplacement(
                String.valueOf((char) Integer.parseInt(match.group(1), 16))))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /// The bytes as text; what is no text or would not be seen, as `\xHH`.
  private static String shown(byte[] bytes) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var text = new StringBuilder();
    var rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      var characters = CharBuffer.allocate(rest.remaining());
      var stop = decoder.reset().decode(rest, characters, true);
      characters.flip().toString().codePoints().forEach(one -> show(one, text));
      for (int i = 0; stop.isError() && i < stop.length(); i++) {
        text.append("\\x%02x".formatted(Byte.toUnsignedInt(rest.get())));
      }
    }
    return text.toString();
  }

  private static void show(int character, StringBuilder text) {
    if (Character.getType(character) == Character.CONTROL && character != '\n') {
      text.append("\\x%02x".formatted(character));
    } else {
      text.appendCodePoint(character);
    }
  }
}
