package nib.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A time limit as people type it: `2`, `0.5`.
final class Seconds implements ITypeConverter<Duration> {

  /// Longer than anybody waits, and short enough for every clock.
  private static final double MOST = 1e9;

  @Override
  public Duration convert(String text) {
    double seconds;
    try {
      seconds = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("not a number");
    }
    if (!(seconds > 0)) {
      throw new TypeConversionException("no time at all");
    }
    return Duration.ofMillis(Math.max(1, (long) (Math.min(seconds, MOST) * 1000)));
  }
}
