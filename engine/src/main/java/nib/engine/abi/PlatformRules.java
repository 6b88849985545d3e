package nib.engine.abi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nib.engine.abi.CallRules.Habit;
import nib.engine.abi.CallRules.Results;
import nib.engine.abi.CallRules.Structures;
import nib.engine.abi.CallSequence.FrameRules;
import nib.engine.abi.CallSequence.Registers;
import nib.engine.target.Target;

/// The rules that C compilers follow, platform by platform, as far as Pen's types need them.
final class PlatformRules {

  /// System V ABI, AMD64 supplement, section 3.2: parameter passing in 3.2.3, figure 3.4 for the
  /// registers, 3.2.2 for the red zone.
  private static final CallRules SYSTEM_V_AMD64 =
      new CallRules(
          "System V AMD64",
          new Registers(List.of("rdi", "rsi", "rdx", "rcx", "r8", "r9"), numbered("xmm", 0, 7)),
          Structures.WHOLE,
          8,
          0,
          new Results(List.of("rax", "rdx"), "xmm0", true, Optional.of(register("rax"))),
          Set.of(),
          new FrameRules(
              Optional.of("rsp"),
              16,
              8,
              128,
              8,
              List.of("rbx", "rbp", "r12", "r13", "r14", "r15"),
              join(
                  List.of("rax", "rcx", "rdx", "rsi", "rdi", "r8", "r9", "r10", "r11"),
                  numbered("xmm", 0, 15))));

  /// Procedure Call Standard for the Arm 64-bit Architecture: 6.4 (formerly 5.4) stage C for
  /// arguments, 6.1 for registers, 6.2.2 for the stack.
  private static final CallRules AAPCS64 =
      new CallRules(
          "AAPCS64",
          new Registers(numbered("x", 0, 7), numbered("d", 0, 7)),
          Structures.WHOLE_THEN_NO_MORE,
          8,
          0,
          new Results(List.of("x0", "x1"), "d0", true, Optional.empty()),
          Set.of(),
          new FrameRules(
              Optional.of("sp"),
              16,
              0,
              0,
              8,
              join(numbered("x", 19, 29), numbered("d", 8, 15)),
              join(
                  join(numbered("x", 0, 18), List.of("x30")),
                  join(numbered("d", 0, 7), numbered("d", 16, 31)))));

  /// "Writing ARM64 code for Apple platforms": arguments on the stack are packed, the caller
  /// extends small ones to 32 bits, 128 bytes of red zone, `x18` is the system's.
  private static final CallRules APPLE_ARM64 =
      new CallRules(
          "AAPCS64 with Apple's changes",
          AAPCS64.registers(),
          Structures.WHOLE_THEN_NO_MORE,
          8,
          0,
          AAPCS64.results(),
          Set.of(Habit.PACKED),
          new FrameRules(
              Optional.of("sp"),
              16,
              0,
              128,
              32,
              AAPCS64.frame().preserved(),
              AAPCS64.frame().changed().stream().filter(one -> !one.equals("x18")).toList()));

  /// Microsoft, "x64 calling convention" and "x64 stack usage".
  private static final CallRules WINDOWS_X64 =
      new CallRules(
          "Microsoft x64",
          new Registers(List.of("rcx", "rdx", "r8", "r9"), numbered("xmm", 0, 3)),
          Structures.BY_REFERENCE,
          8,
          32,
          new Results(List.of("rax", "rdx"), "xmm0", false, Optional.of(register("rax"))),
          Set.of(Habit.BY_POSITION),
          new FrameRules(
              Optional.of("rsp"),
              16,
              8,
              0,
              8,
              join(
                  List.of("rbx", "rbp", "rdi", "rsi", "r12", "r13", "r14", "r15"),
                  numbered("xmm", 6, 15)),
              join(List.of("rax", "rcx", "rdx", "r8", "r9", "r10", "r11"), numbered("xmm", 0, 5))));

  /// System V ABI, Intel386 supplement, section 2.2 (`cdecl`), with the stack alignment of 16 that
  /// gcc and clang keep.
  private static final CallRules SYSTEM_V_I386 =
      new CallRules(
          "System V i386 (cdecl)",
          new Registers(List.of(), List.of()),
          Structures.WHOLE,
          4,
          0,
          new Results(List.of("eax", "edx"), "st0", false, Optional.of(register("eax"))),
          Set.of(Habit.CALLEE_POPS_RESULT_ADDRESS),
          new FrameRules(
              Optional.of("esp"),
              16,
              4,
              0,
              8,
              List.of("ebx", "esi", "edi", "ebp"),
              join(
                  List.of("eax", "ecx", "edx"),
                  join(numbered("st", 0, 7), numbered("xmm", 0, 7)))));

  /// RISC-V ABIs Specification, "Procedure Calling Convention": hardware floating point, `lp64d`.
  private static final CallRules RISCV_LP64D =
      new CallRules(
          "RISC-V LP64D",
          new Registers(numbered("a", 0, 7), numbered("fa", 0, 7)),
          Structures.IN_WORDS,
          8,
          0,
          new Results(List.of("a0", "a1"), "fa0", true, Optional.empty()),
          Set.of(Habit.FLOATS_IN_INTEGERS),
          new FrameRules(
              Optional.of("sp"),
              16,
              0,
              0,
              64,
              join(numbered("s", 0, 11), numbered("fs", 0, 11)),
              join(
                  join(List.of("ra"), join(numbered("t", 0, 6), numbered("a", 0, 7))),
                  join(numbered("ft", 0, 11), numbered("fa", 0, 7)))));

  /// WebAssembly tool conventions, "Basic C ABI".
  private static final CallRules WASM32 =
      new CallRules(
          "WebAssembly basic C ABI",
          new Registers(List.of(), List.of()),
          Structures.BY_REFERENCE,
          8,
          0,
          new Results(List.of(), "", false, Optional.empty()),
          Set.of(Habit.NUMBERED),
          new FrameRules(
              Optional.of("__stack_pointer"),
              16,
              0,
              128,
              32,
              List.of("__stack_pointer"),
              List.of()));

  private PlatformRules() {}

  static CallRules of(Target.Abi abi) {
    return switch (abi) {
      case SYSTEM_V_AMD64 -> SYSTEM_V_AMD64;
      case AAPCS64 -> AAPCS64;
      case APPLE_ARM64 -> APPLE_ARM64;
      case WINDOWS_X64 -> WINDOWS_X64;
      case SYSTEM_V_I386 -> SYSTEM_V_I386;
      case RISCV_LP64D -> RISCV_LP64D;
      case WASM32 -> WASM32;
    };
  }

  private static Place.Register register(String name) {
    return new Place.Register(name);
  }

  private static List<String> numbered(String prefix, int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(number -> prefix + number).toList();
  }

  private static List<String> join(List<String> some, List<String> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
