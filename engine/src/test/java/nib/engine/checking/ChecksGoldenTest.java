package nib.engine.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nib.engine.ProgramGoldens;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.ExpressionProblem;
import nib.engine.packages.ModuleId;
import nib.engine.packages.PackageGraph;
import nib.engine.types.Definitions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every rule that bodies can break.
final class ChecksGoldenTest {

  @TestFactory
  Stream<DynamicTest> bodies() throws IOException {
    return ProgramGoldens.tests("checks", ChecksGoldenTest::check);
  }

  @Test
  void everyRuleHasPrograms() {
    assertEquals(Set.of(), ProgramGoldens.missing("checks", ExpressionProblem.class));
  }

  private static List<Diagnostic> check(PackageGraph graph) {
    var definitions = Definitions.of(graph, Optional.empty());
    var found = new ArrayList<Diagnostic>();
    for (var linked : graph.packages().values()) {
      for (var module : linked.pen().modules()) {
        var id = new ModuleId(linked.id(), module.path());
        found.addAll(module.diagnostics());
        found.addAll(definitions.diagnostics(id));
        found.addAll(ModuleChecker.check(definitions.scope(id)).diagnostics());
      }
    }
    return found;
  }
}
