package nib.engine.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.oracle.PenCheckout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every package of Pen's own, where a checkout of `pen-lang/pen` is given in `PEN_ROOT`.
@Tag("checkout")
final class PenPackagesTest {

  private static final List<String> FOLDERS = List.of("packages", "examples", "test", "benchmark");

  private Path root = Path.of("");

  @BeforeEach
  void needsACheckout() {
    root = PenCheckout.root();
  }

  @Test
  void everyPackageLoadsAndNothingIsComplainedAbout() throws Exception {
    var paths = packages();
    assertEquals(43, paths.size());
    var graph = new PackageLoader().load(paths, List.of(), Optional.of(root));
    assertEquals(43, graph.opened().size());
    var complaints = new ArrayList<String>();
    for (var linked : graph.packages().values()) {
      linked.pen().diagnostics().forEach(one -> complaints.add(shown(one)));
      for (var dependency : linked.dependencies().values()) {
        assertTrue(dependency instanceof Dependency.Read, dependency::toString);
      }
    }
    graph.importProblems().values().forEach(all -> all.forEach(one -> complaints.add(shown(one))));
    assertEquals(List.of(), complaints);
  }

  @Test
  void nothingIsReadTwice() throws Exception {
    var loader = new PackageLoader();
    var before = loader.load(packages(), List.of(), Optional.of(root));
    var after = loader.load(packages(), List.of(), Optional.of(root));
    for (var linked : before.packages().values()) {
      for (var module : linked.pen().modules()) {
        var again = after.find(new ModuleId(linked.id(), module.path())).orElseThrow();
        assertSame(module, again);
      }
    }
  }

  private List<Path> packages() throws IOException {
    var found = new ArrayList<Path>();
    for (var folder : FOLDERS) {
      try (Stream<Path> files = Files.walk(root.resolve(folder))) {
        files.filter(one -> one.endsWith("pen.json")).map(Path::getParent).forEach(found::add);
      }
    }
    found.sort(null);
    return found;
  }

  private static String shown(Diagnostic one) {
    return one.location() + " " + one.message();
  }
}
