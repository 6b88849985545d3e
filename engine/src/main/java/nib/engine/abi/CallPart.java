package nib.engine.abi;

/// A part of a call that can be pointed at: where Pen declares it, in every spelling of the
/// declaration, in the picture and in its text.
public sealed interface CallPart {

  /// The function itself, by its name.
  record Function() implements CallPart {}

  /// An argument.
  ///
  /// @param index among the parameters that Pen declares, those included that are not passed
  record Argument(int index) implements CallPart {}

  /// What comes back, be it to a continuation.
  record Result() implements CallPart {}

  /// The native convention's continuation stack, which Pen does not declare.
  record Stack() implements CallPart {}

  /// The native convention's continuation, which Pen does not declare.
  record Continuation() implements CallPart {}

  /// Memory of one layout.
  ///
  /// @param name the layout's, as C has it: `pen_string`
  record Memory(String name) implements CallPart {}

  /// The count word before each counted block.
  record Count() implements CallPart {}
}
