package nib.engine.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nib.engine.diagnostic.Related;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What imports find, and what is said when they find nothing.
final class ImportProblemsTest {

  @TempDir private Path folder;
  private PackageFolders pen;

  @BeforeEach
  void makePackages() throws IOException {
    pen = new PackageFolders(folder);
    pen.library("a", "Lib=../lib").library("lib");
  }

  @Test
  void findsModulesOfThePackageAndOfItsDependencies() throws Exception {
    pen.file("a/A.pen", "import 'deep'B\nimport Lib'C\nimport Lib'D'E\n");
    pen.file("a/deep/B.pen", "").file("lib/C.pen", "").file("lib/D/E.pen", "");
    var graph = pen.load("a");
    assertEquals(List.of(), pen.imports(graph));
    var from = new ModuleId(graph.opened().getFirst(), "A.pen");
    var imports = graph.find(from).orElseThrow().syntax().imports();
    var lib = graph.packages().keySet().iterator().next();
    assertEquals(
        List.of(
            Optional.of(new ModuleId(from.owner(), "deep/B.pen")),
            Optional.of(new ModuleId(lib, "C.pen")),
            Optional.of(new ModuleId(lib, "D/E.pen"))),
        imports.stream().map(one -> graph.imported(from, one)).toList());
  }

  @Test
  void saysThatAPackageIsUnknown() throws Exception {
    check("import Lob'C\n", "1:8: error: pen.json names no package `Lob`");
    assertEquals("write `Lib`, or add \"Lob\" to pen.json", cure());
    check("import Entirely'C\n", "1:8: error: pen.json names no package `Entirely`");
    assertEquals("add \"Entirely\" and its URL to the dependencies in pen.json", cure());
  }

  @Test
  void saysThatAModuleIsUnknown() throws Exception {
    pen.file("a/Window.pen", "").file("lib/File.pen", "").file("lib/Dir/Entry.pen", "");
    check("import 'Widow\n", "1:9: error: the package has no module `'Widow`");
    assertEquals("write `'Window`", cure());
    check("import Lib'Dir'Enty as e\n", "1:8: error: there is no module `Lib'Dir'Enty`");
    assertEquals("write `Lib'Dir'Entry`", cure());
    check("import Lib'Else'Where\n", "1:8: error: there is no module `Lib'Else'Where`");
    assertEquals("correct the path, or add the module", cure());
  }

  @Test
  void saysThatCapitalLettersDiffer() throws Exception {
    pen.file("a/Window.pen", "");
    check("import 'window\n", "1:9: error: the package has no module `'window`");
    assertEquals("write `'Window`: capital and small letters differ", cure());
  }

  @Test
  void saysThatATestModuleCannotBeImported() throws Exception {
    pen.file("a/Tools.test.pen", "").file("lib/Tools.test.pen", "");
    check(
        "import 'Tools\n",
        "1:9: error: there is no module `'Tools`, only Tools.test.pen, and test modules cannot be"
            + " imported");
    check("import Lib'Tools\n", "1:8: error: there is no module `Lib'Tools`");
  }

  @Test
  void letsTestModulesImportTheirOwnPackage() throws Exception {
    pen.file("a/A.pen", "").file("a/A.test.pen", "import 'A\nimport Lib'B\n").file("lib/B.pen", "");
    assertEquals(List.of(), pen.imports(pen.load("a")));
    pen.file("a/A.test.pen", "import 'B\n");
    assertEquals(
        List.of("a/A.test.pen:1:9: error: the package has no module `'B`"),
        pen.imports(pen.load("a")));
  }

  @Test
  void leavesTheTestModulesOfDependenciesAlone() throws Exception {
    pen.file("a/A.pen", "").file("lib/B.test.pen", "import 'Nowhere\n");
    assertEquals(List.of(), pen.imports(pen.load("a")));
  }

  @Test
  void saysThatTheMainModuleCannotBeImported() throws Exception {
    pen.file("a/main.pen", "");
    check("import 'main\n", "1:9: error: the main module cannot be imported");
    assertEquals(
        ModuleKind.ORDINARY, new ModuleId(new PackageId("file:///x", false), "main.pen").kind());
  }

  @Test
  void saysThatAModuleImportsItself() throws Exception {
    check("import 'A\n", "1:9: error: the module imports itself");
  }

  @Test
  void saysModuleCyclesOnce() throws Exception {
    pen.file("a/B.pen", "import 'C\n").file("a/C.pen", "import 'D\nimport 'A\nimport 'A as b\n");
    pen.file("a/D.pen", "");
    pen.file("a/A.pen", "import 'B\n");
    var graph = pen.load("a");
    assertEquals(
        List.of("a/C.pen:2:9: error: modules import one another: 'A -> 'B -> 'C -> 'A"),
        pen.imports(graph));
    assertEquals(
        List.of("a/A.pen:1:9 imported here", "a/B.pen:1:9 imported here"),
        graph.importProblems().values().iterator().next().getFirst().related().stream()
            .map(one -> one.location().relativeTo(pen.at("")) + " " + one.role().words())
            .toList());
    assertTrue(
        graph.importProblems().values().stream()
            .flatMap(List::stream)
            .flatMap(one -> one.related().stream())
            .allMatch(one -> one.role() == Related.Role.IMPORTED_HERE));
  }

  @Test
  void findsEachOfTwoCyclesThroughOneModule() throws Exception {
    pen.file("a/A.pen", "import 'B\nimport 'C\n").file("a/B.pen", "import 'A\n");
    pen.file("a/C.pen", "import 'A\n");
    assertEquals(
        List.of(
            "a/B.pen:1:9: error: modules import one another: 'A -> 'B -> 'A",
            "a/C.pen:1:9: error: modules import one another: 'A -> 'C -> 'A"),
        pen.imports(pen.load("a")));
  }

  @Test
  void survivesLongChainsOfModulesAndShortensTheirCycle() throws Exception {
    for (int i = 0; i < 5000; i++) {
      pen.file("a/M" + i + ".pen", "import 'M" + (i + 1) % 5000 + "\n");
    }
    assertEquals(
        List.of(
            "a/M4999.pen:1:9: error: modules import one another: 'M0 -> 'M1 -> 'M2 -> 'M3 -> 'M4"
                + " -> 'M5 -> ... (4993 more) -> 'M4999 -> 'M0"),
        pen.imports(pen.load("a")));
  }

  @Test
  void saysNothingOfImportsThatAreBrokenElsewhere() throws Exception {
    Files.write(pen.at("a/Bytes.pen"), new byte[] {(byte) 0xff});
    check("import 'Bytes\n");
    check("import Lib'private\n");
    check("import Lib'\n");
    check("import '\n");
    pen.file("a/pen.json", "{\"type\": \"library\", \"dependencies\": {\"Lib\": 1}}");
    check("import Lib'B\n");
    pen.file("a/pen.json", "{\"type\": \"library\"}");
    check("import Lib'B\n");
  }

  private void check(String imports, String... said) throws Exception {
    pen.file("a/A.pen", imports);
    assertEquals(
        List.of(said).stream().map(one -> "a/A.pen:" + one).toList(), pen.imports(pen.load("a")));
  }

  private String cure() throws Exception {
    return pen.load("a").importProblems().values().iterator().next().getFirst().cure();
  }
}
