package nib.engine.abi;

import java.util.List;
import java.util.Optional;
import nib.engine.ctype.CFunction;
import nib.engine.target.Target;

/// Where the arguments and the result of one function travel, for one target and one compiler.
///
/// @param standard the name of the document that rules it
/// @param registers those that arguments travel in
/// @param arguments in the order of the declaration
/// @param callbacks how the functions are called whose addresses are among the arguments, in their
///   order and under their names: with the native convention the continuation
public record CallSequence(
    CFunction function,
    Target target,
    String standard,
    Registers registers,
    List<Argument> arguments,
    Returned returned,
    Frame frame,
    List<CallSequence> callbacks) {

  public CallSequence {
    arguments = List.copyOf(arguments);
    callbacks = List.copyOf(callbacks);
  }

  /// The registers that a platform has for arguments.
  ///
  /// @param integers for addresses, whole numbers and booleans, in order
  /// @param floats for floating-point numbers, in order
  public record Registers(List<String> integers, List<String> floats) {
    public Registers {
      integers = List.copyOf(integers);
      floats = List.copyOf(floats);
    }
  }

  /// An argument.
  ///
  /// @param size of the value, in bytes
  public record Argument(CFunction.Parameter parameter, int size, Passing passing) {}

  /// What else a call keeps to.
  ///
  /// @param argumentBytes the size of the area that the caller reserves for arguments, the shadow
  ///   space included, padding at its end excluded
  /// @param shadowBytes what the caller reserves there for the callee to save registers in
  /// @param calleePops how many bytes of arguments the callee takes off the stack
  /// @param rules what does not depend on the function
  public record Frame(int argumentBytes, int shadowBytes, int calleePops, FrameRules rules) {}

  /// What every call of a platform keeps to.
  ///
  /// @param stackPointer the register; empty where there is none
  /// @param alignment of the stack pointer at the call instruction, in bytes
  /// @param returnAddress bytes that the call instruction pushes; 0 where it goes to a register
  /// @param redZone bytes below the stack pointer that signal handlers leave alone
  /// @param booleanBits how many low bits of its register or slot a boolean argument defines; the
  ///   callee makes nothing of those above
  /// @param preserved registers that have their values again when the function returns
  /// @param changed registers that may have other values then
  public record FrameRules(
      Optional<String> stackPointer,
      int alignment,
      int returnAddress,
      int redZone,
      int booleanBits,
      List<String> preserved,
      List<String> changed) {
    public FrameRules {
      preserved = List.copyOf(preserved);
      changed = List.copyOf(changed);
    }
  }
}
