package nib.engine.prototype;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nib.engine.Borders;
import nib.engine.oracle.Tool;
import nib.engine.target.Target;
import nib.engine.target.Targets;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Headers of packages, compiled for every target: the layouts that they assert are those that the
/// compiler makes.
final class HeaderTargetsTest {

  @TempDir private Path scratch;

  @TestFactory
  Stream<DynamicTest> compilersAgreeWithTheLayouts() throws Exception {
    var packages = new ArrayList<Path>();
    for (var folder : List.of("../sample-packages", "src/test/resources/golden/border")) {
      packages.addAll(Borders.packages(Path.of(folder)));
    }
    assertTrue(packages.size() >= 5, () -> "only " + packages);
    return packages.stream()
        .flatMap(folder ->
            Targets.all().stream()
                .map(target ->
                    DynamicTest.dynamicTest(
                        folder.getFileName() + " " + target.triple(),
                        () -> compile(folder, target))));
  }

  private void compile(Path folder, Target target) throws Exception {
    var header = HeaderWriter.c(String.valueOf(folder.getFileName()), Borders.functions(folder));
    Files.writeString(scratch.resolve("border.h"), header.orElseThrow());
    for (var language : List.of("-xc -std=c11", "-xc++ -std=c++17")) {
      var command =
          new ArrayList<>(
              List.of("clang", "-target", target.triple().replace("riscv64gc", "riscv64")));
      command.addAll(List.of(language.split(" ", -1)));
      command.addAll(
          List.of("-ffreestanding", "-nostdlibinc", "-fsyntax-only", "-Wall", "-Wextra"));
      command.addAll(List.of("-Wpedantic", "-Werror", "border.h"));
      Tool.run(scratch, command.toArray(String[]::new));
    }
  }
}
