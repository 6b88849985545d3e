package nib.engine.abi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nib.engine.ctype.CFunction;
import nib.engine.ctype.CType;
import nib.engine.oracle.Tool;
import nib.engine.target.Target;
import nib.engine.target.Targets;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Which registers a function keeps, held against what clang saves around code that spoils all.
final class PreservedRegistersTest {

  private static final Pattern SAVED = Pattern.compile("callee-saved-register: '\\$(\\w+)'");

  @TempDir private Path scratch;

  @TestFactory
  Stream<DynamicTest> compilersSaveWhatFunctionsKeep() {
    return Targets.all().stream()
        .filter(target -> target.abi() != Target.Abi.WASM32)
        .map(target -> DynamicTest.dynamicTest(target.triple(), () -> check(target)));
  }

  private void check(Target target) throws Exception {
    var rules = Calls.byC(new CFunction("f", CType.Scalar.VOID, List.of()), target).frame().rules();
    var all = new ArrayList<>(rules.preserved());
    all.addAll(rules.changed());
    Files.writeString(
        scratch.resolve("spoil.c"),
        all.stream()
            .filter(name -> !name.equals("x29"))
            .map(name -> "\"%s\"".formatted(spoken(name)))
            .collect(
                Collectors.joining(", ", "void f(void) { __asm__ volatile(\"\" ::: ", "); }\n")));
    var command =
        new ArrayList<>(
            List.of("clang", "-target", target.triple().replace("riscv64gc", "riscv64"), "-O1"));
    if (target.abi() == Target.Abi.RISCV_LP64D) {
      command.addAll(List.of("-march=rv64gc", "-mabi=lp64d"));
    }
    command.addAll(List.of("-fomit-frame-pointer", "-S", "-o", "-", "-mllvm"));
    command.addAll(List.of("-stop-after=prologepilog", "spoil.c"));
    var saved = new TreeSet<String>();
    var found = SAVED.matcher(Tool.run(scratch, command.toArray(String[]::new)));
    while (found.find()) {
      saved.add(MachineCode.register(found.group(1), target.abi()));
    }
    // Where the call leaves the return address in a register, it is saved like any other; and the
    // frame pointer of AArch64 is saved beside it.
    saved.removeAll(Set.of("lr", "fp", "x1"));
    assertEquals(
        rules.preserved().stream()
            .filter(name -> !name.equals("x29"))
            .map(name -> MachineCode.register(name, target.abi()))
            .collect(Collectors.toCollection(TreeSet::new)),
        saved);
  }

  /// The top of the 8087's stack is `st`, the others are `st(1)` and so on.
  private static String spoken(String name) {
    return name.replaceFirst("^st(\\d)$", "st($1)").replace("st(0)", "st");
  }
}
