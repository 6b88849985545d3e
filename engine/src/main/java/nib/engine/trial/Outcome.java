package nib.engine.trial;

import java.time.Duration;

/// How a trial ended. A crash is an answer, not an exception: the call ran in a process of its own.
public sealed interface Outcome {

  /// The function came back.
  ///
  /// @param value the result as a Pen literal: `3`, `true`, `none`, `"Hello"`
  /// @param took the call alone, measured in the worker
  /// @param output what the function wrote to standard output and standard error meanwhile
  record Returned(String value, Duration took, String output) implements Outcome {}

  /// The function came back, but what it left is no value of its result's type: a string that is
  /// not a Pen string, a boolean of neither 0 nor 1.
  ///
  /// @param output as for [Returned]
  record Invalid(String what, String cure, String output) implements Outcome {}

  /// A signal ended the worker.
  ///
  /// @param signal its name: `SIGSEGV`
  /// @param meaning the signal in words: "invalid memory access"
  /// @param lastWords what the process wrote before it ended, without the JVM's own crash text, and
  ///   then the function's frame when it is known: `in parse+0x4`
  record Crashed(String signal, String meaning, String lastWords) implements Outcome {}

  /// The function called another that no archive defines: in a program, a Pen export for example.
  ///
  /// @param symbol what it called
  record Unresolved(String symbol, String lastWords) implements Outcome {}

  /// The function ended the process, as `exit` does.
  record Exited(int status, String lastWords) implements Outcome {}

  record TimedOut(Duration limit, String lastWords) implements Outcome {}

  record Cancelled() implements Outcome {}

  /// The call did not take place: wrong arguments, a type that trials do not pass, nothing to call.
  record Refused(String reason, String cure) implements Outcome {}
}
