package nib.engine.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nib.engine.Graphs;
import nib.engine.types.Definitions;
import org.junit.jupiter.api.Test;

/// A package does not compile where one that it depends on does not.
final class BrokenDependenciesTest {

  private static final String WRONG = "f = \\() number { \"\" }\n";

  private final Graphs graphs = new Graphs();

  @Test
  void theFirstErrorOfADependencyIsSaidWithTheirNumber() {
    graphs.module("lib", "A.pen", WRONG + "\ng = \\() none { 1 }\n").depend("p", "Lib", "lib");
    graphs.module("p", "M.pen", "");
    assertEquals(
        List.of(
            "package `Lib` has 2 errors, the first: found `string`, but the function's result has"
                + " to be `number`, lib/A.pen:1:18"),
        said("p"));
  }

  @Test
  void soIsThatOfWhatADependencyNeedsOnce() {
    graphs.module("base", "A.pen", WRONG);
    graphs.module("lib", "L.pen", "").depend("lib", "Base", "base");
    graphs.module("other", "O.pen", "").depend("other", "Base", "base");
    graphs.module("p", "M.pen", "").depend("p", "Lib", "lib").depend("p", "Other", "other");
    assertEquals(
        List.of(
            "package `Base`, which `Lib` needs, has an error: found `string`, but the function's"
                + " result has to be `number`, base/A.pen:1:18"),
        said("p"));
  }

  @Test
  void warningsAreTheDependencysOwnBusiness() {
    graphs.module("lib", "A.pen", "type number = string\n").depend("p", "Lib", "lib");
    graphs.module("p", "M.pen", "");
    assertEquals(List.of(), said("p"));
  }

  @Test
  void whatIsOpenSpeaksForItself() {
    graphs.module("lib", "A.pen", WRONG).depend("p", "Lib", "lib").module("p", "M.pen", "");
    assertEquals(List.of(), said("p", "lib"));
  }

  private List<String> said(String... opened) {
    var graph = graphs.graph(opened);
    var definitions = Definitions.of(graph, Optional.empty());
    var analysis = new Analysis(graph, definitions, Optional.empty());
    return analysis.allDiagnostics(Graphs.opened(opened[0])).stream()
        .map(one ->
            one.message()
                + ", "
                + one.related().getFirst().location().relativeTo(Path.of("/packages")))
        .toList();
  }
}
