package nib.engine.types;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
    assertEquals(Set.of(), ProgramGoldens.missing("types", TypeProblem.class));
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
