package nib.engine.trial;

import nib.engine.diagnostic.FailureException;

/// Values as Pen writes them: `3`, `-0.5`, `0xff`, `true`, `none`, `"Hello"`.
public final class PenLiteral {

  private PenLiteral() {}

  /// Reads a literal of a given kind.
  ///
  /// @param place names the literal in what is said about it: `argument 2 of add`
  /// @throws FailureException when the text is no literal of that kind, with the cure
  public static PenValue parse(String place, SlotKind kind, String text) throws FailureException {
    String literal = text.strip();
    return switch (kind) {
      case NUMBER -> new PenValue.NumberValue(NumberLiteral.parse(place, literal));
      case BOOLEAN -> new PenValue.BooleanValue(truth(place, literal));
      case STRING -> new PenValue.StringValue(StringLiteral.parse(place, literal));
      case NONE -> none(place, literal);
      case UNSUPPORTED ->
          throw new FailureException(
              place + " is of a type that trials do not pass",
              "trials pass numbers, booleans, strings and none; wrap the function in one that takes"
                  + " these");
    };
  }

  /// A value as Pen's own debug text shows it. What is not UTF-8 in a string is written as `\xHH`.
  public static String print(PenValue value) {
    return switch (value) {
      case PenValue.NumberValue(double number) -> NumberLiteral.print(number);
      case PenValue.BooleanValue(boolean truth) -> Boolean.toString(truth);
      case PenValue.StringValue string -> StringLiteral.print(string.bytes());
      case PenValue.NoneValue _ -> "none";
    };
  }

  private static boolean truth(String place, String literal) throws FailureException {
    return switch (literal) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new FailureException(
              "%s has to be true or false, not %s".formatted(place, shown(literal)),
              "write true or false");
    };
  }

  private static PenValue none(String place, String literal) throws FailureException {
    if (!literal.equals("none")) {
      throw new FailureException(
          "%s has to be none, not %s".formatted(place, shown(literal)), "write none");
    }
    return new PenValue.NoneValue();
  }

  /// What a person typed, short enough for a sentence.
  static String shown(String literal) {
    int longest = 40;
    if (literal.isEmpty()) {
      return "an empty text";
    }
    return literal.codePointCount(0, literal.length()) <= longest
        ? literal
        : literal.substring(0, literal.offsetByCodePoints(0, longest)) + "...";
  }
}
