package nib.engine.abi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nib.engine.abi.CallSequence.FrameRules;
import nib.engine.abi.CallSequence.Registers;

/// The calling rules of one platform as one compiler follows them: a table and a few yes-or-no
/// answers, which [Assigner] reads.
///
/// @param standard the document
/// @param registers for arguments
/// @param structures how structures of two words are passed
/// @param slot bytes that an argument takes on the stack at least
/// @param shadow bytes below the first argument on the stack that belong to the callee
/// @param results where results are put
record CallRules(
    String standard,
    Registers registers,
    Structures structures,
    int slot,
    int shadow,
    Results results,
    Set<Habit> habits,
    FrameRules frame) {

  CallRules {
    habits = Set.copyOf(habits);
  }

  enum Structures {
    /// In registers when all words find one, else on the stack; later arguments may take what is
    /// left of the registers.
    WHOLE,
    /// The same, but then no later argument gets an integer register.
    WHOLE_THEN_NO_MORE,
    /// Word for word, as if they were arguments of their own.
    IN_WORDS,
    /// The address of a copy.
    BY_REFERENCE
  }

  enum Habit {
    /// The first argument takes the first register of either kind, the second the second.
    BY_POSITION,
    /// Floating-point numbers that find no register of theirs take integer registers.
    FLOATS_IN_INTEGERS,
    /// On the stack floating-point numbers are aligned by their size, whatever memory does.
    FLOATS_ALIGNED,
    /// On the stack a value takes its own size and alignment, not whole slots.
    PACKED,
    /// Arguments are numbered parameters of a WebAssembly function.
    NUMBERED,
    /// The callee takes all arguments off the stack.
    CALLEE_POPS,
    /// The callee takes the address of a result in memory off the stack.
    CALLEE_POPS_RESULT_ADDRESS
  }

  /// Where results are put.
  ///
  /// @param integers for whole numbers, the words of structures in order
  /// @param floating for floating-point numbers
  /// @param structures whether structures of two words come back in registers; else the caller
  ///   gives their address
  /// @param again where the callee leaves that address
  record Results(
      List<String> integers, String floating, boolean structures, Optional<Place.Register> again) {
    Results {
      integers = List.copyOf(integers);
    }
  }

  /// The same platform under other rules for structures and results.
  CallRules with(String standard, Structures other, Results results, Set<Habit> habits) {
    return new CallRules(standard, registers, other, slot, shadow, results, habits, frame);
  }

  List<String> integers() {
    return registers.integers();
  }

  List<String> floats() {
    return registers.floats();
  }

  boolean has(Habit habit) {
    return habits.contains(habit);
  }
}
