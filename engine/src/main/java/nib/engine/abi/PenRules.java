package nib.engine.abi;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nib.engine.abi.CallRules.Habit;
import nib.engine.abi.CallRules.Results;
import nib.engine.abi.CallRules.Structures;
import nib.engine.abi.CallSequence.Registers;
import nib.engine.foreign.Convention;
import nib.engine.target.Target;

/// The rules that Pen's compiler follows. It hands LLVM a `pen_any` as a bare pair, not in the way
/// that C compilers prepare structures for each platform, and marks native functions `fastcc`
/// (`fmm-llvm/src/calling_convention.rs`) under `llc -tailcallopt`.
final class PenRules {

  private PenRules() {}

  static CallRules of(Target.Abi abi, Convention convention) {
    var platform = PlatformRules.of(abi);
    return switch (convention) {
      case C -> c(abi, platform);
      case NATIVE -> nativeRules(abi, platform);
    };
  }

  /// A structure of more than two words of the machine becomes an address
  /// (`fmm/src/analysis/c_calling_convention`), which a pair of an address and 64 bits is where a
  /// word has 32 bits.
  private static CallRules c(Target.Abi abi, CallRules platform) {
    return switch (abi) {
      case SYSTEM_V_AMD64, AAPCS64, APPLE_ARM64, WINDOWS_X64, RISCV_LP64D ->
          platform.with(
              "Pen on " + platform.standard(),
              Structures.IN_WORDS,
              inRegisters(platform.results()),
              platform.habits());
      case SYSTEM_V_I386, WASM32 ->
          platform.with(
              "Pen on " + platform.standard(),
              Structures.BY_REFERENCE,
              new Results(
                  platform.results().integers(),
                  platform.results().floating(),
                  false,
                  Optional.empty()),
              without(platform.habits(), Habit.CALLEE_POPS_RESULT_ADDRESS));
    };
  }

  /// Results go to the continuation, so there are none to place.
  private static CallRules nativeRules(Target.Abi abi, CallRules platform) {
    return switch (abi) {
      case SYSTEM_V_AMD64, WINDOWS_X64 ->
          platform.with(
              "Pen native on " + platform.standard(),
              Structures.IN_WORDS,
              inRegisters(platform.results()),
              with(platform.habits(), Habit.CALLEE_POPS));
      case AAPCS64, APPLE_ARM64, WASM32 ->
          platform.with(
              "Pen native on " + platform.standard(),
              Structures.IN_WORDS,
              inRegisters(platform.results()),
              platform.habits());
      // More registers than the C rules have (`CC_RISCV_FastCC` of LLVM 14 to 16).
      case RISCV_LP64D ->
          new CallRules(
              "Pen native on " + platform.standard(),
              new Registers(
                  join(platform.integers(), List.of("t2", "t3", "t4", "t5", "t6")),
                  join(
                      platform.floats(),
                      List.of(
                          "ft0", "ft1", "ft2", "ft3", "ft4", "ft5", "ft6", "ft7", "ft8", "ft9",
                          "ft10", "ft11"))),
              Structures.IN_WORDS,
              platform.slot(),
              platform.shadow(),
              inRegisters(platform.results()),
              Set.of(),
              platform.frame());
      case SYSTEM_V_I386 ->
          new CallRules(
              "Pen native on " + platform.standard(),
              new Registers(List.of("ecx", "edx"), List.of()),
              Structures.IN_WORDS,
              platform.slot(),
              platform.shadow(),
              inRegisters(platform.results()),
              Set.of(Habit.CALLEE_POPS, Habit.FLOATS_ALIGNED),
              platform.frame());
    };
  }

  private static Results inRegisters(Results results) {
    return new Results(results.integers(), results.floating(), true, Optional.empty());
  }

  private static List<String> join(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static Set<Habit> with(Set<Habit> habits, Habit more) {
    var all = EnumSet.of(more);
    all.addAll(habits);
    return all;
  }

  private static Set<Habit> without(Set<Habit> habits, Habit less) {
    var all = EnumSet.noneOf(Habit.class);
    all.addAll(habits);
    all.remove(less);
    return all;
  }
}
