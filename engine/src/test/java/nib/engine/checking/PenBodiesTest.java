package nib.engine.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.ProblemText;
import nib.engine.diagnostic.Severity;
import nib.engine.oracle.PenCheckout;
import nib.engine.packages.ModuleId;
import nib.engine.packages.PackageLoader;
import nib.engine.types.Definitions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The bodies of Pen's own code, where a checkout of `pen-lang/pen` is given in `PEN_ROOT`: Pen's
/// compiler accepts all of it.
@Tag("checkout")
final class PenBodiesTest {

  private static final List<String> FOLDERS = List.of("packages", "examples", "test", "benchmark");

  private Path root = Path.of("");

  @BeforeEach
  void needsACheckout() {
    root = PenCheckout.root();
  }

  @Test
  void everyBodyIsAcceptedAndOnlyWhatDeservesItIsWarnedOf() throws Exception {
    var errors = new ArrayList<String>();
    var warnings = new TreeMap<String, Integer>();
    int modules = 0;
    for (var folder : packages()) {
      var graph = new PackageLoader().load(List.of(folder), List.of(), Optional.of(root));
      var definitions = Definitions.of(graph, Optional.empty());
      for (var id : graph.opened()) {
        for (var module : graph.find(id).orElseThrow().pen().modules()) {
          modules++;
          var checked = ModuleChecker.check(definitions.scope(new ModuleId(id, module.path())));
          for (var one : checked.diagnostics()) {
            if (one.severity() == Severity.ERROR) {
              errors.add(shown(one));
            } else {
              warnings.merge(
                  one.location().relativeTo(root) + " " + ProblemText.rule(one.problem()),
                  1,
                  Integer::sum);
            }
          }
        }
      }
    }
    assertEquals(List.of(), errors);
    assertEquals(deserved(), warnings);
    assertTrue(modules > 140, "too few modules: " + modules);
  }

  /// Of a key that a JSON object has twice, the first value is taken and not the last.
  private static Map<String, Integer> deserved() {
    return Map.of("packages/json/Decode.pen:233:43 map-spread-order", 1);
  }

  private static String shown(Diagnostic one) {
    return one.location() + " " + one.message();
  }

  private List<Path> packages() throws IOException {
    var found = new ArrayList<Path>();
    for (var name : FOLDERS) {
      try (Stream<Path> files = Files.walk(root.resolve(name))) {
        files
            .filter(one -> one.endsWith("pen.json"))
            .map(Path::getParent)
            .sorted()
            .forEach(found::add);
      }
    }
    return found;
  }
}
