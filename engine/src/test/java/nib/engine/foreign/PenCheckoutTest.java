package nib.engine.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.FailureException;
import nib.engine.diagnostic.Severity;
import nib.engine.oracle.PenCheckout;
import nib.engine.packages.ModuleId;
import nib.engine.packages.PackageGraph;
import nib.engine.packages.PackageId;
import nib.engine.packages.PackageLoader;
import nib.engine.types.Definitions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Pen's own packages, where a checkout of `pen-lang/pen` is given in `PEN_ROOT`.
@Tag("checkout")
final class PenCheckoutTest {

  private Path packages = Path.of("");

  @BeforeEach
  void needsACheckout() {
    packages = PenCheckout.root().resolve("packages");
  }

  @Test
  void everyForeignFunctionIsFoundAndNothingIsComplainedAbout() throws Exception {
    int imports = 0;
    int exports = 0;
    var complaints = new ArrayList<String>();
    for (var folder : folders(packages)) {
      var opened = new Opened(load(List.of(folder)));
      for (var one : opened.border().functions(opened.id())) {
        if (one.direction() == Direction.IMPORT) {
          imports++;
        } else {
          exports++;
        }
        one.type().unknown().ifPresent(type -> complaints.add(one.id() + " " + type));
      }
      complaints.addAll(opened.complaints());
    }
    assertEquals(List.of(), complaints);
    assertEquals(140, imports);
    assertEquals(45, exports);
  }

  @Test
  void noDeclarationOfTheExamplesAndTestsIsComplainedAbout() throws Exception {
    var complaints = new ArrayList<String>();
    for (String name : List.of("examples", "test")) {
      for (var folder : folders(packages.resolveSibling(name))) {
        complaints.addAll(new Opened(load(List.of(folder))).complaints());
      }
    }
    assertEquals(List.of(), complaints);
  }

  /// A program takes one of the two, and each declares the same symbols in its own way.
  @Test
  void ofAllPackagesOnlyTheTwoOperatingSystemsContradictEachOther() throws Exception {
    var graph = load(folders(packages));
    var border = Border.of(graph, Definitions.of(graph, Optional.empty()), (_, _) -> true);
    var found = graph.opened().stream().flatMap(id -> border.diagnostics(id).stream()).toList();
    assertFalse(found.isEmpty());
    for (var one : found) {
      assertEquals(Severity.WARNING, one.severity());
      assertTrue(one.location().file().startsWith(packages.resolve("os-sync")), one::message);
      var other = one.related().getFirst().location().file();
      assertTrue(other.startsWith(packages.resolve("os")), one::message);
    }
  }

  /// A package and what it depends on.
  private record Opened(PackageGraph graph, PackageId id, Definitions definitions, Border border) {

    Opened(PackageGraph graph) {
      this(graph, Definitions.of(graph, Optional.empty()));
    }

    private Opened(PackageGraph graph, Definitions definitions) {
      this(
          graph,
          graph.opened().getFirst(),
          definitions,
          Border.of(graph, definitions, (_, _) -> true));
    }

    List<String> complaints() {
      var all = new ArrayList<Diagnostic>();
      for (var linked : graph.packages().values()) {
        all.addAll(linked.pen().diagnostics());
        for (var module : linked.pen().modules()) {
          all.addAll(module.diagnostics());
          all.addAll(definitions.diagnostics(new ModuleId(linked.id(), module.path())));
        }
      }
      all.addAll(border.diagnostics(id));
      return all.stream().map(one -> one.location() + " " + one.message()).toList();
    }
  }

  private PackageGraph load(List<Path> folders) throws FailureException {
    return new PackageLoader().load(folders, List.of(), Optional.ofNullable(packages.getParent()));
  }

  private static List<Path> folders(Path below) throws IOException {
    try (Stream<Path> files = Files.walk(below)) {
      return files.filter(one -> Files.exists(one.resolve("pen.json"))).sorted().toList();
    }
  }
}
