package nib.engine.assist;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import nib.engine.syntax.Literals;

/// What literals stand for.
final class LiteralText {

  /// Whole numbers up to here are all there are; beyond it, doubles leave some out.
  private static final double EXACT = 0x1p53;

  private static final int LONGEST = 200;

  private LiteralText() {}

  /// The other way to write a whole number: in hexadecimal, or in decimal where it is not. For a
  /// fraction, the number that it really is.
  static String otherNotation(String written) {
    var number = Literals.number(written);
    if (number.isEmpty()) {
      return "";
    }
    double value = number.getAsDouble();
    if (Double.isInfinite(value)) {
      return "too large for a number: infinity";
    }
    if (Math.rint(value) != value || Math.abs(value) > EXACT) {
      return exact(value);
    }
    if (Math.abs(value) < 10 && !written.startsWith("0")) {
      return "";
    }
    String sign = value < 0 ? "-" : "";
    String hexadecimal = sign + "0x" + Long.toHexString((long) Math.abs(value));
    String decimal = sign + (long) Math.abs(value);
    if (written.startsWith("0x")) {
      return decimal;
    }
    return written.startsWith("0b") ? decimal + ", " + hexadecimal : hexadecimal;
  }

  private static String exact(double value) {
    String text = new BigDecimal(value).toString();
    return text.length() > LONGEST ? "" : "exactly " + text;
  }

  /// How many bytes a string has, and what they say where the source says it in other words.
  static String described(String written) {
    byte[] bytes = Literals.bytes(written);
    String length = bytes.length == 1 ? "1 byte" : "%,d bytes".formatted(bytes.length);
    if (written.length() > LONGEST) {
      return length;
    }
    String text = Literals.shown(bytes, LiteralText::characters);
    return written.equals('"' + text + '"') ? length : length + ": " + text;
  }

  /// As they are, but for those that would not be seen.
  private static String characters(String text) {
    return text.codePoints().mapToObj(LiteralText::character).collect(Collectors.joining());
  }

  private static String character(int character) {
    return Character.getType(character) == Character.CONTROL && character != '\n'
        ? "\\x%02x".formatted(character)
        : Character.toString(character);
  }
}
