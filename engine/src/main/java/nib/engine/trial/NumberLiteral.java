package nib.engine.trial;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nib.engine.diagnostic.FailureException;
import nib.engine.syntax.Literals;

/// Numbers as Pen writes them.
///
/// Pen reads decimals with an optional exponent, and whole numbers behind `0b` or `0x` that fit
/// into 64 bits. It prints the shortest decimal that reads back as the same number, never with an
/// exponent, and has words but no literals for what is not finite: `NaN`, `inf`, `-inf`.
final class NumberLiteral {

  private static final Pattern WRITTEN =
      Pattern.compile(
          "[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?|0b[01]+|0x[0-9a-fA-F]+");

  private NumberLiteral() {}

  static double parse(String place, String literal) throws FailureException {
    if (WRITTEN.matcher(literal).matches()) {
      return Literals.number(literal).orElseThrow(() -> tooLarge(place, literal));
    }
    throw new FailureException(
        "%s has to be a number such as 3 or -0.5, not %s"
            .formatted(place, PenLiteral.shown(literal)),
        cure(literal));
  }

  private static FailureException tooLarge(String place, String literal) {
    return new FailureException(
        "%s does not fit into 64 bits: %s".formatted(place, PenLiteral.shown(literal)),
        "write it as a decimal, such as 1e20");
  }

  private static String cure(String literal) {
    return switch (literal.toLowerCase(Locale.ROOT)) {
      case "nan", "+nan", "-nan" -> "Pen has no literal for NaN; call a function that makes one";
      case "inf", "+inf", "infinity", "+infinity" -> "write 1e999, which Pen reads as infinity";
      case "-inf", "-infinity" -> "write -1e999, which Pen reads as minus infinity";
      default -> "write a decimal, or a whole number behind 0x or 0b";
    };
  }

  static String print(double number) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    if (number == 0) {
      return 1 / number > 0 ? "0" : "-0";
    }
    return shortest(number).stripTrailingZeros().toPlainString();
  }

  /// The shortest decimal that reads back as the number, and of several the nearest, as Rust finds
  /// it. Java's has two digits at least, and of two that are equally near it takes the even one,
  /// where Rust takes the one further from zero.
  private static BigDecimal shortest(double number) {
    var exact = new BigDecimal(number);
    var javas = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    return IntStream.of(1, javas.precision())
        .mapToObj(digits -> exact.round(new MathContext(digits, RoundingMode.HALF_UP)))
        .filter(candidate -> candidate.doubleValue() == number)
        .findFirst()
        .orElse(javas);
  }
}
