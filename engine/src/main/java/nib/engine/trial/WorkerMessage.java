package nib.engine.trial;

import java.time.Duration;

/// What a worker tells the process that started it.
public sealed interface WorkerMessage {

  /// It is up, and speaks this version of the protocol.
  record Hello(int version) implements WorkerMessage {}

  /// It goes on to another stage of a call: what ends it now ends it there.
  record Reached(Stage stage) implements WorkerMessage {}

  record Returned(PenValue value, Duration took) implements WorkerMessage {}

  /// What the function returned is no value of the declared type.
  record Invalid(String what, String cure) implements WorkerMessage {}

  /// The call did not take place.
  record Refused(String reason, String cure) implements WorkerMessage {}

  /// Where in a call a worker is.
  enum Stage {
    LOADING(", while its library was loaded"),
    CALLING(""),
    READING(", after it had returned, while its result was read and dropped");

    private final String circumstance;

    Stage(String circumstance) {
      this.circumstance = circumstance;
    }

    /// Goes behind the words for what ended the worker.
    String circumstance() {
      return circumstance;
    }
  }
}
