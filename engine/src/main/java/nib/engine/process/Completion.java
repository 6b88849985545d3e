package nib.engine.process;

import java.time.Duration;

/// How a program ended. None of these is an exception: each is something to show.
public sealed interface Completion {

  /// It ended by itself.
  ///
  /// @param status its exit status; 128 and the signal's number where a signal ended it
  record Exited(int status) implements Completion {}

  /// It ran into its limit and was ended, with its children.
  record TimedOut(Duration limit) implements Completion {}

  /// The system did not start it.
  record NotStarted(String why) implements Completion {}

  default boolean succeeded() {
    return this instanceof Exited(int status) && status == 0;
  }
}
