package nib.engine.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nib.engine.ctype.CFunction;
import nib.engine.oracle.Tool;
import nib.engine.target.Targets;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Calling sequences, followed to the letter on this machine: what compilers made finds every byte
/// of its arguments, and what it returns comes back whole.
final class HostCallsTest {

  private static final int COUNT = Integer.getInteger("calls", 1000);

  @TempDir private Path scratch;

  @TestFactory
  Stream<DynamicTest> everyByteArrives() {
    return Stream.of("gcc -O0", "gcc -O2", "clang -O0", "clang -O2", "rustc")
        .map(callee -> DynamicTest.dynamicTest(callee, () -> call(List.of(callee.split(" ", -1)))));
  }

  private void call(List<String> compiler) throws Exception {
    var functions = Signatures.random(compiler.hashCode(), COUNT);
    var sequences = functions.stream().map(one -> Calls.byC(one, Targets.host())).toList();
    Files.writeString(
        scratch.resolve("callers.s"), AssemblyCallers.of(Targets.host().abi()).write(sequences));
    Files.writeString(scratch.resolve("program.c"), CheckingCallees.program(functions));
    String said = compiler.getFirst().equals("rustc") ? rust(functions) : c(compiler, functions);
    assertEquals("%d bytes, 0 wrong\n".formatted(bytes(sequences)), said);
  }

  private String c(List<String> compiler, List<CFunction> functions) throws Exception {
    Files.writeString(scratch.resolve("callees.c"), CheckingCallees.c(functions));
    Tool.run(scratch, compiler.get(0), compiler.get(1), "-c", "-o", "callees.o", "callees.c");
    Tool.run(scratch, "gcc", "-o", "program", "program.c", "callers.s", "callees.o");
    return Tool.run(scratch, scratch.resolve("program").toString());
  }

  private String rust(List<CFunction> functions) throws Exception {
    Files.writeString(scratch.resolve("callees.rs"), CheckingCallees.rust(functions));
    Tool.run(
        scratch,
        "rustc",
        "--edition=2021",
        "-O",
        "--crate-type=staticlib",
        "-o",
        "libcallees.a",
        "callees.rs");
    Tool.run(
        scratch,
        "gcc",
        "-o",
        "program",
        "program.c",
        "callers.s",
        "libcallees.a",
        "-lpthread",
        "-ldl",
        "-lm");
    return Tool.run(scratch, scratch.resolve("program").toString());
  }

  /// What all functions together have to look at.
  private static long bytes(List<CallSequence> sequences) {
    return sequences.stream()
        .mapToLong(one ->
            one.arguments().stream().mapToLong(CallSequence.Argument::size).sum()
                + (one.returned() instanceof Returned.Direct(var parts)
                    ? parts.stream().mapToLong(Part::size).sum()
                    : 0))
        .sum();
  }
}
