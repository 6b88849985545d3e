package nib.engine.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nib.engine.diagnostic.FailureException;

/// A call whose arguments have been read and fit the parameters.
///
/// @param arguments one for each declared parameter, `none` included
public record TrialCall(String symbol, SlotKind result, List<PenValue> arguments) {

  /// Names that Pen can declare.
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /// JNA passes no more.
  private static final int MOST_PARAMETERS = 255;

  public TrialCall {
    arguments = List.copyOf(arguments);
  }

  static TrialCall of(TrialOrder order) throws FailureException {
    String symbol = order.symbol();
    if (!IDENTIFIER.matcher(symbol).matches()) {
      throw new FailureException(
          "%s is not a name that Pen can import".formatted(PenLiteral.shown(symbol)),
          "give the name of a foreign import");
    }
    if (order.result() == SlotKind.UNSUPPORTED) {
      throw new FailureException(
          "the result of %s is of a type that trials do not pass".formatted(symbol),
          "trials pass numbers, booleans, strings and none; wrap the function in one that returns"
              + " one of these");
    }
    checkCount(order);
    var values = new ArrayList<PenValue>();
    for (int i = 0; i < order.arguments().size(); i++) {
      values.add(
          PenLiteral.parse(
              "argument %d of %s".formatted(i + 1, symbol),
              order.parameters().get(i),
              order.arguments().get(i)));
    }
    return new TrialCall(symbol, order.result(), values);
  }

  private static void checkCount(TrialOrder order) throws FailureException {
    int wanted = order.parameters().size();
    int given = order.arguments().size();
    if (wanted != given) {
      throw new FailureException(
          "%s takes %s, not %d".formatted(order.symbol(), counted(wanted), given),
          "give one Pen literal for each parameter");
    }
    if (wanted > MOST_PARAMETERS) {
      throw new FailureException(
          "%s takes %s, more than trials pass".formatted(order.symbol(), counted(wanted)),
          "wrap it in a function that takes %d at most".formatted(MOST_PARAMETERS));
    }
  }

  private static String counted(int arguments) {
    return switch (arguments) {
      case 0 -> "no arguments";
      case 1 -> "1 argument";
      default -> arguments + " arguments";
    };
  }
}
