package nib.engine.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import nib.engine.Graphs;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.Severity;
import nib.engine.packages.PackageGraph;
import nib.engine.types.Definitions;
import org.junit.jupiter.api.Test;

final class BorderTest {

  private final Graphs graphs = new Graphs();

  @Test
  void typesOfOtherModulesAndPackagesAreResolved() {
    graphs
        .module("lib", "Lib.pen", "import 'Deep\n\ntype A = Deep'Alias | Deep'Alias\n")
        .module("lib", "Deep.pen", "type r {\n  x number\n}\n\ntype Alias = r\n")
        .depend("p", "Lib", "lib")
        .module("p", "Own.pen", "type T = none | number\n")
        .module(
            "p",
            "Module.pen",
            """
            import Lib'Lib { A }
            import 'Own

            import foreign "c" f \\(A, Own'T | none) A

            foreign g = \\(x [A]) Own'T { f(x, none) }
            """);
    var border = border(graphs.graph("p"));
    assertEquals(
        List.of("\\(r, none | number) r", "\\([r]) none | number"),
        border.functions(Graphs.opened("p")).stream().map(one -> one.type().written()).toList());
  }

  @Test
  void testModulesAreNoPartOfIt() {
    graphs.module("p", "A.test.pen", "import foreign \"c\" f \\() none\n");
    assertEquals(List.of(), border(graphs.graph("p")).functions(Graphs.opened("p")));
  }

  @Test
  void aFunctionsIdStaysWhereverItsPackageIs() {
    graphs
        .module("lib", "Foo/Lib.pen", "import foreign \"c\" f \\() none\n")
        .depend("p", "Lib", "lib")
        .module("p", "Module.pen", "");
    var border = border(graphs.graph("p", "lib"));
    for (var id : List.of(Graphs.opened("lib"), Graphs.depended("lib"))) {
      assertEquals("import Foo/Lib.pen f", border.functions(id).getFirst().id());
      assertEquals(id, border.functions(id).getFirst().declaredIn().owner());
    }
  }

  @Test
  void whatIsUsedIsForTheCallerToSay() {
    graphs.module(
        "p", "A.pen", "import foreign \"c\" f \\() none\n\ng = \\() none { f = none f }\n");
    var graph = graphs.graph("p");
    var definitions = Definitions.of(graph, Optional.empty());
    var id = Graphs.opened("p");
    var told = Border.of(graph, definitions, (module, name) -> !name.equals("f"));
    assertEquals(false, told.functions(id).getFirst().used());
  }

  @Test
  void oneSymbolWithTwoTypesIsAnErrorInWhatIsLinkedTogether() {
    graphs
        .module("lib", "Lib.pen", "import foreign \"c\" f \\() none\n")
        .depend("p", "Lib", "lib")
        .module("p", "Module.pen", "import foreign \"c\" f \\() number\n");
    var found = border(graphs.graph("p")).diagnostics(Graphs.opened("p"));
    assertEquals(
        List.of(
            "/packages/p/Module.pen:1 ERROR `f` is declared as `\"c\" \\() number` here and as"
                + " `\"c\" \\() none` at lib/Lib.pen:1:1, /packages/lib/Lib.pen:1"),
        shown(found));
  }

  @Test
  void andAWarningInWhatIsOnlyOpenSideBySide() {
    graphs
        .module("a", "A.pen", "import foreign \"c\" f \\() none\n")
        .module("b", "B.pen", "import foreign f \\() none\n");
    var border = border(graphs.graph("a", "b"));
    assertEquals(List.of(), border.diagnostics(Graphs.opened("a")));
    assertEquals(
        List.of(
            "/packages/b/B.pen:1 WARNING `f` is declared as `\\() none` here and as"
                + " `\"c\" \\() none` at a/A.pen:1:1, /packages/a/A.pen:1"),
        shown(border.diagnostics(Graphs.opened("b"))));
  }

  @Test
  void recordsOfOneNameAreToldApart() {
    String text = "import foreign f \\(R) A\n\ntype R {}\n\ntype A = number\n";
    graphs.module("a", "M.pen", text).module("b", "M.pen", text);
    assertEquals(
        List.of(
            "/packages/b/M.pen:1 WARNING `f` is declared as `\\(b'M'R) number` here and as"
                + " `\\(a'M'R) number` at a/M.pen:1:1, /packages/a/M.pen:1"),
        shown(border(graphs.graph("a", "b")).diagnostics(Graphs.opened("b"))));
  }

  @Test
  void twoOfOneModuleAreOneMistakeThatIsSaidElsewhere() {
    graphs.module("p", "M.pen", "import foreign f \\() none\nimport foreign \"c\" f \\() number\n");
    assertEquals(List.of(), border(graphs.graph("p")).diagnostics(Graphs.opened("p")));
  }

  @Test
  void anImportAndAnExportOfOneSymbolHaveToAgree() {
    graphs
        .module("p", "A.pen", "import foreign \"c\" f \\(number) none\n")
        .module("p", "B.pen", "foreign \"c\" f = \\(x string) none { none }\n");
    assertEquals(1, border(graphs.graph("p")).diagnostics(Graphs.opened("p")).size());
    graphs.module("p", "B.pen", "foreign \"c\" f = \\(x number) none { none }\n");
    assertEquals(List.of(), border(graphs.graph("p")).diagnostics(Graphs.opened("p")));
  }

  @Test
  void aPackageThatIsReachedTwiceDoesNotContradictItself() {
    graphs
        .module("lib", "Lib.pen", "type R {}\n\nimport_ = \\() none { none }\n")
        .module("lib", "Use.pen", "import 'Lib\n\nimport foreign \"c\" f \\(Lib'R) none\n")
        .depend("p", "Lib", "lib")
        .module("p", "Module.pen", "import Lib'Lib\n\nimport foreign \"c\" f \\(Lib'R) none\n");
    var border = border(graphs.graph("lib", "p"));
    assertEquals(List.of(), border.diagnostics(Graphs.opened("lib")));
    assertEquals(List.of(), border.diagnostics(Graphs.opened("p")));
  }

  @Test
  void whatTwoOpenedPackagesHaveInCommonIsSaidOnce() {
    graphs
        .module("lib", "A.pen", "import foreign \"c\" f \\() none\n")
        .module("lib", "B.pen", "import foreign \"c\" f \\() number\n")
        .depend("p", "Lib", "lib")
        .module("p", "Module.pen", "")
        .depend("q", "Lib", "lib")
        .module("q", "Module.pen", "");
    var border = border(graphs.graph("p", "q"));
    assertEquals(1, border.diagnostics(Graphs.opened("p")).size());
    assertEquals(0, border.diagnostics(Graphs.opened("q")).size());
  }

  private static Border border(PackageGraph graph) {
    return Border.of(graph, Definitions.of(graph, Optional.empty()), (_, _) -> true);
  }

  private static List<String> shown(List<Diagnostic> found) {
    return found.stream()
        .map(one ->
            "%s:%d %s %s, %s"
                .formatted(
                    one.location().file(),
                    one.location().line(),
                    one.severity() == Severity.ERROR ? "ERROR" : "WARNING",
                    one.message(),
                    one.related().getFirst().location().file()
                        + ":"
                        + one.related().getFirst().location().line()))
        .toList();
  }
}
