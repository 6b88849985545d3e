package nib.engine.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import nib.engine.ctype.CFunction;
import nib.engine.ctype.CType;
import nib.engine.foreign.Convention;
import nib.engine.oracle.Tool;
import nib.engine.prototype.CDeclaration;
import nib.engine.target.Target;
import nib.engine.target.Targets;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Calling sequences, held against what clang makes of the same declarations for every target.
final class CallsOracleTest {

  private static final int COUNT = Integer.getInteger("signatures", 500);

  @TempDir private Path scratch;

  @TestFactory
  Stream<DynamicTest> argumentsAndResultsTravelAsClangHasThem() {
    return Targets.all().stream()
        .map(target -> DynamicTest.dynamicTest(target.triple(), () -> check(target)));
  }

  /// Pen's compiler hands its code to LLVM 16's `llc`; any newer or older one places arguments
  /// alike.
  @TestFactory
  Stream<DynamicTest> compiledPenCallsAsLlvmHasIt() {
    return Targets.all().stream()
        .flatMap(target ->
            Stream.of(Convention.values())
                .map(convention ->
                    DynamicTest.dynamicTest(
                        target.triple() + " " + convention.word(),
                        () -> checkPen(target, convention))));
  }

  private void check(Target target) throws Exception {
    var functions = Signatures.random(target.triple().hashCode(), COUNT);
    var source = scratch.resolve("functions.c");
    Files.writeString(source, CSource.of(functions));
    var code = MachineCode.read(clang(target, source));
    compare(functions, code, function -> Calls.byC(function, target));
  }

  private void checkPen(Target target, Convention convention) throws Exception {
    var functions = Signatures.random(target.triple().hashCode() + 1L, COUNT);
    if (convention == Convention.NATIVE) {
      functions = functions.stream().map(CallsOracleTest::hidden).toList();
    }
    var source = scratch.resolve("functions.ll");
    boolean addresses = convention == Convention.C && target.pointerBytes() == 4;
    Files.writeString(
        source, IrSource.of(functions, convention == Convention.C ? "" : "fastcc", addresses));
    var code = MachineCode.read(llc(target, source));
    if (target.abi() == Target.Abi.SYSTEM_V_I386 && convention == Convention.NATIVE) {
      forgetWhatCallersReserve(code);
    }
    compare(functions, code, function -> Calls.byPen(function, convention, target));
  }

  /// For i386 LLVM's callers and callees count differently under `fastcc`, where a number stands on
  /// the stack: the caller rounds up to 8 first. What the callee takes off is what counts.
  private static void forgetWhatCallersReserve(Map<String, MachineCode.Function> code) {
    var popped = new HashMap<String, Integer>();
    code.forEach((name, function) -> popped.put("call_" + name, function.popped()));
    code.replaceAll((name, made) ->
        new MachineCode.Function(
            made.stored(), made.results(), made.popped(), List.of(popped.getOrDefault(name, 0))));
  }

  /// With the native convention's own parameters before the others.
  private static CFunction hidden(CFunction function) {
    var parameters = new ArrayList<>(function.parameters());
    parameters.addFirst(new CFunction.Parameter("k", new CType.Pointer("void")));
    parameters.addFirst(new CFunction.Parameter("stack", new CType.Pointer("pen_stack")));
    var named = new ArrayList<CFunction.Parameter>();
    for (int i = 0; i < parameters.size(); i++) {
      named.add(new CFunction.Parameter("a" + i, parameters.get(i).type()));
    }
    return new CFunction(function.name(), CType.Scalar.VOID, named);
  }

  private static void compare(
      List<CFunction> functions,
      Map<String, MachineCode.Function> code,
      Function<CFunction, CallSequence> sequence) {
    for (var function : functions) {
      var made = code.get(function.name());
      var caller = code.get("call_" + function.name());
      assertTrue(made != null && caller != null, () -> "no code for " + function.name());
      assertEquals(
          Travel.of(made, caller).line(),
          Travel.of(sequence.apply(function)).line(),
          () -> CDeclaration.of(function));
    }
  }

  private String clang(Target target, Path source) {
    var command = new ArrayList<>(List.of("clang", "-target", triple(target)));
    if (target.abi() == Target.Abi.RISCV_LP64D) {
      command.addAll(List.of("-march=rv64gc", "-mabi=lp64d"));
    }
    command.addAll(
        List.of("-std=c11", "-ffreestanding", "-nostdlibinc", "-O1", "-S", "-o", "-", "-mllvm"));
    command.addAll(List.of("-stop-after=finalize-isel", source.toString()));
    return Tool.run(scratch, command.toArray(String[]::new));
  }

  private String llc(Target target, Path source) {
    var command = new ArrayList<>(List.of("llc", "-mtriple=" + triple(target), "-O3"));
    if (target.abi() == Target.Abi.RISCV_LP64D) {
      command.addAll(List.of("-mattr=+m,+a,+f,+d,+c", "-target-abi=lp64d"));
    }
    command.addAll(
        List.of("-tailcallopt", "-relocation-model=pic", "-stop-after=finalize-isel", "-o", "-"));
    command.add(source.toString());
    return Tool.run(scratch, command.toArray(String[]::new));
  }

  /// Rust's triples name the extensions of a RISC-V processor; clang's do not.
  private static String triple(Target target) {
    return target.triple().replace("riscv64gc", "riscv64");
  }
}
