package nib.engine.trial;

import java.time.Instant;
import java.util.List;

/// A trial that took place, as history keeps it.
///
/// @param arguments Pen literals, as they were typed
public record TrialRecord(String symbol, Instant at, List<String> arguments, Outcome outcome) {

  public TrialRecord {
    arguments = List.copyOf(arguments);
  }
}
