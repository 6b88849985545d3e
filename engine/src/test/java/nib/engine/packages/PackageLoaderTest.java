package nib.engine.packages;

import static nib.engine.packages.PackageFolders.opened;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nib.engine.diagnostic.FailureException;
import nib.engine.diagnostic.Related;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Packages and what they depend on.
final class PackageLoaderTest {

  @TempDir private Path folder;
  private PackageFolders pen;

  @BeforeEach
  void makeFolders() throws IOException {
    pen = new PackageFolders(folder);
  }

  @Test
  void putsEachPackageBehindWhatItDependsOn() throws Exception {
    pen.library("a", "B=../b", "C=../c").library("b", "C=../c").library("c");
    var graph = pen.load("a");
    assertEquals(List.of("c", "b", "a"), names(graph));
    assertEquals(List.of("B", "C"), List.copyOf(opened(graph).dependencies().keySet()));
    assertEquals(
        new Dependency.Read("../c", new PackageId(url("c"), false)),
        opened(graph).dependencies().get("C"));
    assertEquals(new PackageId(url("a"), true), graph.opened().getFirst());
  }

  @Test
  void opensThePackageAbovePathsAndEachOnce() throws Exception {
    pen.library("a").file("a/deep/er/A.pen", "").library("b");
    var graph = pen.load("a/deep/er/A.pen", "a", "b", "a/deep");
    assertEquals(List.of(url("a"), url("b")), graph.opened().stream().map(PackageId::url).toList());
  }

  @Test
  void findsThePackagesOfPensFolder() throws Exception {
    pen.library("a", "Os=pen:///os", "Core=pen://anything/core").library("pen/packages/core");
    pen.pack("pen/packages/os", "system").file("pen/packages/os/File.pen", "");
    var graph = pen.load("a");
    assertEquals(List.of(), pen.said(graph));
    assertEquals(
        "{Os=pen:///os, Core=pen://anything/core}",
        opened(graph).pen().manifest().dependencies().toString());
    var os = graph.find(new PackageId("pen:///os", false)).orElseThrow();
    assertEquals(pen.at("pen/packages/os"), os.pen().root());
    assertEquals(
        ".pen/default/packages/pen_os/File.pen", new ModuleId(os.id(), "File.pen").qualifier());
  }

  @Test
  void saysOnceThatPensFolderIsUnknown() throws Exception {
    pen.library("a", "Os=pen:///os", "Core=pen:///core").file("a/A.pen", "import Os'File\n");
    var graph = pen.loader().load(List.of(pen.at("a")), List.of(), Optional.empty());
    assertEquals(
        List.of(
            "a/pen.json:4:11: warning: package `Os` is not read: nobody said where Pen's own"
                + " packages are"),
        pen.said(graph));
    assertInstanceOf(Dependency.Unavailable.class, opened(graph).dependencies().get("Core"));
    assertEquals(List.of(), pen.imports(graph));
    assertEquals(
        List.of(
            "a/pen.json:4:11: warning: package `Os` is not read: pen, which is said to be Pen's"
                + " folder, has no folder `packages`"),
        pen.said(pen.load("a")));
  }

  @Test
  void saysWhyADependencyCannotBeRead() throws Exception {
    pen.library("a", "Gone=../gone", "Bare=../bare", "Odd=../odd", "Web=https://example.com/x.git");
    pen.file("bare/A.pen", "").file("odd/pen.json", "{\n?").file("pen/packages/x", "");
    pen.file("a/A.pen", "import Gone'A\nimport Bare'A\nimport Odd'A\nimport Web'A\n");
    var graph = pen.load("a");
    assertEquals(
        List.of(
            "a/pen.json:4:13: error: package `Gone` is not read: there is no folder gone",
            "a/pen.json:5:13: error: package `Bare` is not read: the folder bare has no pen.json",
            "a/pen.json:6:12: error: package `Odd` is not read: odd/pen.json:2:1: broken JSON:"
                + " found `?`",
            "a/pen.json:7:12: error: package `Web` is not read: Pen knows no `https:` packages"),
        pen.said(graph));
    assertEquals(List.of(), pen.imports(graph));
    for (var dependency : opened(graph).dependencies().values()) {
      var unavailable = assertInstanceOf(Dependency.Unavailable.class, dependency);
      assertTrue(!unavailable.why().cure().isEmpty());
    }
  }

  @Test
  void saysHowGitFetchesADependency() throws Exception {
    pen.library("it's", "X=git://example.com/x").file("it's/A.pen", "import X'A\n");
    var graph = pen.load("it's");
    assertEquals(
        List.of(
            "it's/pen.json:4:10: warning: package `X` is not fetched yet, so nothing that is"
                + " imported from it can be checked"),
        pen.said(graph));
    String clone = pen.at("it's/.pen/default/packages/git_example_com_x").toString();
    String command = "git clone git://example.com/x '" + clone.replace("'", "'\\''") + "'";
    assertEquals(
        new Dependency.Git("git://example.com/x", command), opened(graph).dependencies().get("X"));
    assertEquals(
        "fetch it with `" + command + "`", opened(graph).pen().diagnostics().getFirst().cure());
    assertEquals(List.of(), pen.imports(graph));
  }

  @Test
  void readsWhatGitHasFetched() throws Exception {
    pen.library("a", "X=git://example.com/x").library("b", "X=git://example.com/x");
    pen.library("a/.pen/default/packages/git_example_com_x");
    pen.file("a/.pen/default/packages/git_example_com_x/A.pen", "");
    pen.file("b/B.pen", "import X'A\n");
    var graph = pen.load("b", "a");
    assertEquals(List.of(), pen.said(graph));
    assertEquals(List.of(), pen.imports(graph));
    assertEquals(List.of(), opened(graph).pen().module("'A").stream().toList());
    assertEquals(3, graph.packages().size());
  }

  @Test
  void saysPackageCyclesOnce() throws Exception {
    pen.library("a", "B=../b").library("b", "C=../c").library("c", "A=../a");
    var graph = pen.load("a");
    assertEquals(List.of("c", "b", "a"), names(graph));
    assertEquals(
        List.of("a/pen.json:4:10: error: packages depend on one another: a -> b -> c -> a"),
        cycles(graph));
    assertEquals(
        List.of("b/pen.json:4:10", "c/pen.json:4:10"),
        opened(graph).pen().diagnostics().stream()
            .flatMap(one -> one.related().stream())
            .map(Related::location)
            .map(one -> one.relativeTo(pen.at("")))
            .toList());
    assertEquals(
        List.of("self/pen.json:4:10: error: packages depend on one another: self -> self"),
        cycles(new PackageFolders(folder).library("self", "X=.").load("self")));
  }

  private List<String> cycles(PackageGraph graph) {
    return pen.said(graph).stream().filter(one -> one.contains("one another")).toList();
  }

  @Test
  void survivesLongChains() throws Exception {
    for (int i = 0; i < 1000; i++) {
      pen.library("p" + i, "Next=../p" + (i + 1));
    }
    pen.library("p1000");
    var graph = pen.load("p0");
    assertEquals(1001, graph.packages().size());
    assertEquals("p1000", names(graph).getFirst());
  }

  @Test
  void keepsAPackageThatIsOpenAndADependencyUnderBothNames() throws Exception {
    pen.library("a", "B=../b").library("b").file("b/B.pen", "").file("b/B.test.pen", "");
    var graph = pen.load("a", "b");
    var dependency = graph.find(new PackageId(url("b"), false)).orElseThrow();
    var main = graph.find(new PackageId(url("b"), true)).orElseThrow();
    assertSame(main.pen().at("B.pen").orElseThrow(), dependency.pen().at("B.pen").orElseThrow());
    assertEquals(2, main.pen().modules().size());
    assertEquals(1, dependency.pen().modules().size());
  }

  @Test
  void warnsOfARelativeUrlInADependency() throws Exception {
    pen.library("a", "B=../b").library("b", "C=../c").library("c");
    assertEquals(
        List.of(
            "b/pen.json:4:10: warning: Pen looks for `../c` beside its copy of this package, not"
                + " in c"),
        pen.said(pen.load("a")));
    assertEquals(List.of(), pen.said(pen.load("b")));
  }

  @Test
  void warnsOfFoldersThatPenSpellsDifferently() throws Exception {
    pen.library("a", "B=../my lib", "C=../it%20is").library("my lib").library("it%20is");
    assertEquals(
        List.of(
            "a/pen.json:4:10: warning: Pen looks for the folder my%20lib as it is spelled there,"
                + " not for my lib"),
        pen.said(pen.load("a")));
  }

  @Test
  void warnsOfOneFolderUnderTwoUrls() throws Exception {
    pen.library("a", "B=../pen/packages/b", "C=pen:///b").library("pen/packages/b");
    var graph = pen.load("a");
    assertEquals(
        List.of(
            "a/pen.json:5:10: warning: `pen:///b` and `file://pen/packages/b` are one folder and two packages, whose types have nothing in common"),
        pen.said(graph));
    assertEquals(3, graph.packages().size());
  }

  @Test
  void warnsOfAKeyThatNoImportCanName() throws Exception {
    pen.library("a", "my-lib=../b").library("b");
    assertEquals(
        List.of("a/pen.json:4:15: warning: no import can name a package `my-lib`"),
        pen.said(pen.load("a")));
  }

  @Test
  void showsAPackageUnderThePathItWasOpenedBy() throws Exception {
    pen.library("real", "B=../b").file("real/A.pen", "").library("b", "Real=../real");
    pen.library("c", "Real=../real");
    Files.createSymbolicLink(pen.at("link"), pen.at("real"));
    var graph = pen.load("link", "real", "c");
    assertEquals(2, graph.opened().size());
    assertEquals(pen.at("link/A.pen"), opened(graph).pen().modules().getFirst().source().file());
    var dependency = graph.find(new PackageId(url("real"), false)).orElseThrow();
    assertSame(opened(graph).pen().modules().getFirst(), dependency.pen().modules().getFirst());
  }

  @Test
  void failsWhereAPathIsInNoPackage() throws Exception {
    pen.library("a").file("none/A.pen", "");
    assertThrows(FailureException.class, () -> pen.load("a", "none"));
    assertEquals(1, pen.load("a").packages().size());
  }

  private String url(String name) {
    return "file://" + pen.at(name);
  }

  private static List<String> names(PackageGraph graph) {
    return graph.packages().values().stream()
        .map(one -> String.valueOf(one.pen().root().getFileName()))
        .toList();
  }
}
