package nib.engine.prototype;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nib.engine.analysis.Analyzer;
import nib.engine.foreign.Border;
import nib.engine.foreign.ForeignFunction;
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
      try (var found = Files.list(Path.of(folder))) {
        found.filter(one -> Files.exists(one.resolve("pen.json"))).sorted().forEach(packages::add);
      }
    }
    assertTrue(packages.size() >= 5, () -> "only " + packages);
    return packages.stream()
        .flatMap(folder ->
            Targets.all().stream()
                .map(target ->
                    DynamicTest.dynamicTest(
                        folder.getFileName() + " " + target.triple(),
                        () -> compile(folder.toAbsolutePath().normalize(), target))));
  }

  private void compile(Path folder, Target target) throws Exception {
    var header = HeaderWriter.c(String.valueOf(folder.getFileName()), border(folder));
    Files.writeString(scratch.resolve("border.h"), header.orElseThrow());
    for (var language : List.of("-xc -std=c11", "-xc++ -std=c++17")) {
      var command =
          new ArrayList<>(
              List.of("clang", "-target", target.triple().replace("riscv64gc", "riscv64")));
      command.addAll(List.of(language.split(" ", -1)));
      command.addAll(
          List.of("-ffreestanding", "-nostdlibinc", "-fsyntax-only", "-Wall", "-Wextra"));
      command.addAll(
          List.of("-Wpedantic", "-Werror", "border.h", "-Wno-pragma-once-outside-header"));
      Tool.run(scratch, command.toArray(String[]::new));
    }
  }

  private static List<ForeignFunction> border(Path folder) throws Exception {
    var analysis = new Analyzer().analyze(List.of(folder), List.of(), Optional.empty());
    return Border.of(analysis.graph(), analysis.definitions(), (_, _) -> true)
        .functions(analysis.graph().opened().getFirst());
  }
}
