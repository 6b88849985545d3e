package nib.engine.build;

import java.time.Duration;

/// A line that a running script wrote, without its line end.
///
/// @param after how long after the run's start it arrived
public record OutputLine(Stream stream, Duration after, String text) {

  /// Where it was written; `NIB` marks what Nib itself says about the run.
  public enum Stream {
    OUT,
    ERROR,
    NIB
  }
}
