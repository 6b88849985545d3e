package nib.engine.types;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nib.engine.Golden;
import nib.engine.ProgramGoldens;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.TypeProblem;
import nib.engine.packages.ModuleId;
import nib.engine.packages.PackageGraph;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every rule that declarations can break.
final class TypeGoldenTest {

  @TestFactory
  Stream<DynamicTest> declarations() throws IOException {
    return ProgramGoldens.tests("types", TypeGoldenTest::check);
  }

  @Test
  void everyRuleIsBrokenByAProgram() {
    for (var problem : TypeProblem.class.getPermittedSubclasses()) {
      String rule =
          problem.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
      assertTrue(Files.isDirectory(Golden.folder("types").resolve(rule)), rule);
    }
  }

  private static List<Diagnostic> check(PackageGraph graph) {
    var definitions = Definitions.of(graph, Optional.empty());
    var found = new ArrayList<Diagnostic>();
    graph
        .packages()
        .values()
        .forEach(linked ->
            linked
                .pen()
                .modules()
                .forEach(module -> {
                  found.addAll(module.diagnostics());
                  found.addAll(definitions.diagnostics(new ModuleId(linked.id(), module.path())));
                }));
    return found;
  }
}
