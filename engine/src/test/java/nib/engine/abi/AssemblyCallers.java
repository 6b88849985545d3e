package nib.engine.abi;

import java.util.ArrayList;
import java.util.List;
import nib.engine.target.Target;

/// Assembler functions that follow calling sequences to the letter: each puts patterned values
/// where its sequence says, calls, and stores what it finds where the sequence says the result is.
///
/// `call_N(void *result)` calls `fN` and stores its result's bytes.
abstract sealed class AssemblyCallers {

  static AssemblyCallers of(Target.Abi abi) {
    return switch (abi) {
      case SYSTEM_V_AMD64 -> new Amd64();
      case AAPCS64 -> new Arm64();
      case APPLE_ARM64, WINDOWS_X64, SYSTEM_V_I386, RISCV_LP64D, WASM32 ->
          throw new IllegalArgumentException("no assembler callers for " + abi);
    };
  }

  String write(List<CallSequence> sequences) {
    var lines = new ArrayList<String>();
    lines.add(".text");
    for (var sequence : sequences) {
      String name = sequence.function().name();
      lines.add(".globl call_" + name);
      lines.add("call_" + name + ":");
      enter(lines, frame(sequence));
      // What no argument stands in holds rubbish, so that nothing is right by chance.
      rubbish(lines, sequence);
      for (int i = 0; i < sequence.arguments().size(); i++) {
        var argument = sequence.arguments().get(i);
        if (argument.passing() instanceof Passing.Direct(var parts)) {
          for (var part : parts) {
            long bits = Patterns.bits(argument.parameter().type(), i, part.offset(), part.size());
            put(lines, part.place(), part.size(), bits);
          }
        }
      }
      call(lines, name);
      if (sequence.returned() instanceof Returned.Direct(var parts)) {
        parts.forEach(part -> take(lines, part));
      }
      leave(lines, frame(sequence));
    }
    lines.add(".section .note.GNU-stack,\"\",%progbits");
    return String.join("\n", lines) + "\n";
  }

  private static int frame(CallSequence sequence) {
    return Assigner.roundUp(sequence.frame().argumentBytes(), sequence.frame().rules().alignment());
  }

  abstract void enter(List<String> lines, int frame);

  abstract void rubbish(List<String> lines, CallSequence sequence);

  abstract void put(List<String> lines, Place place, int size, long bits);

  abstract void call(List<String> lines, String function);

  abstract void take(List<String> lines, Part part);

  abstract void leave(List<String> lines, int frame);

  /// `rbx` keeps the result's address; `rax` carries what goes to the stack, before any call.
  private static final class Amd64 extends AssemblyCallers {

    @Override
    void enter(List<String> lines, int frame) {
      lines.add("pushq %rbx");
      lines.add("movq %rdi, %rbx");
      lines.add("subq $%d, %%rsp".formatted(frame));
    }

    @Override
    void rubbish(List<String> lines, CallSequence sequence) {
      lines.add("movq $-0x5a5a5a5b, %rax");
      PlatformRules.of(Target.Abi.SYSTEM_V_AMD64)
          .integers()
          .forEach(one -> lines.add("movq %%rax, %%%s".formatted(one)));
      PlatformRules.of(Target.Abi.SYSTEM_V_AMD64)
          .floats()
          .forEach(one -> lines.add("movq %%rax, %%%s".formatted(one)));
    }

    @Override
    void put(List<String> lines, Place place, int size, long bits) {
      lines.add("movabsq $%d, %%rax".formatted(bits));
      lines.add(
          switch (place) {
            case Place.Register(var name) -> "movq %%rax, %%%s".formatted(name);
            case Place.Stack(int offset) -> "movq %%rax, %d(%%rsp)".formatted(offset);
            case Place.Local _, Place.Operand _ -> throw new IllegalStateException();
          });
    }

    @Override
    void call(List<String> lines, String function) {
      lines.add("call %s@PLT".formatted(function));
    }

    @Override
    void take(List<String> lines, Part part) {
      var name = ((Place.Register) part.place()).name();
      if (part.size() == 1) {
        lines.add("movb %al, (%rbx)");
      } else {
        lines.add("movq %%%s, %d(%%rbx)".formatted(name, part.offset()));
      }
    }

    @Override
    void leave(List<String> lines, int frame) {
      lines.add("addq $%d, %%rsp".formatted(frame));
      lines.add("popq %rbx");
      lines.add("ret");
    }
  }

  /// `x19` keeps the result's address; `x9` carries what goes elsewhere.
  private static final class Arm64 extends AssemblyCallers {

    @Override
    void enter(List<String> lines, int frame) {
      lines.add("stp x19, x30, [sp, #-16]!");
      lines.add("mov x19, x0");
      lines.add("sub sp, sp, #%d".formatted(frame));
    }

    @Override
    void rubbish(List<String> lines, CallSequence sequence) {
      lines.add("ldr x9, =0xa5a5a5a5a5a5a5a5");
      PlatformRules.of(Target.Abi.AAPCS64)
          .integers()
          .forEach(one -> lines.add("mov %s, x9".formatted(one)));
      PlatformRules.of(Target.Abi.AAPCS64)
          .floats()
          .forEach(one -> lines.add("fmov %s, x9".formatted(one)));
    }

    @Override
    void put(List<String> lines, Place place, int size, long bits) {
      lines.add("ldr x9, =%d".formatted(bits));
      lines.add(
          switch (place) {
            case Place.Register(var name) when name.startsWith("d") ->
                "fmov %s, x9".formatted(name);
            case Place.Register(var name) -> "mov %s, x9".formatted(name);
            case Place.Stack(int offset) -> "str x9, [sp, #%d]".formatted(offset);
            case Place.Local _, Place.Operand _ -> throw new IllegalStateException();
          });
    }

    @Override
    void call(List<String> lines, String function) {
      lines.add("bl " + function);
    }

    @Override
    void take(List<String> lines, Part part) {
      var name = ((Place.Register) part.place()).name();
      lines.add(
          part.size() == 1
              ? "strb w0, [x19]"
              : "str %s, [x19, #%d]".formatted(name, part.offset()));
    }

    @Override
    void leave(List<String> lines, int frame) {
      lines.add("add sp, sp, #%d".formatted(frame));
      lines.add("ldp x19, x30, [sp], #16");
      lines.add("ret");
      lines.add(".ltorg");
    }
  }
}
