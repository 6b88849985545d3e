package nib.engine.abi;

/// Where a value, or a part of it, travels during a call.
public sealed interface Place {

  /// A register, by the name its processor's assembler has for the whole of it.
  record Register(String name) implements Place {}

  /// Bytes of memory in the caller's argument area.
  ///
  /// @param offset bytes above the stack pointer at the call instruction, before anything is pushed
  record Stack(int offset) implements Place {}

  /// A parameter of a WebAssembly function, counted from 0.
  record Local(int index) implements Place {}

  /// The result of a WebAssembly function.
  record Operand() implements Place {}
}
