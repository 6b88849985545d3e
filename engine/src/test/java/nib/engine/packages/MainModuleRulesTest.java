package nib.engine.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What main modules and applications have to have.
final class MainModuleRulesTest {

  @TempDir private Path folder;
  private PackageFolders pen;

  @BeforeEach
  void makePackages() throws IOException {
    pen = new PackageFolders(folder).library("lib").pack("os", "system");
    pen.file("os/Context.pen", "");
  }

  @Test
  void acceptsAnApplicationOnASystemPackage() throws Exception {
    pen.pack("a", "application", "Os=../os", "Lib=../lib").file("a/main.pen", "");
    check();
  }

  @Test
  void wantsASystemPackageForAMainModuleOfAnyPackage() throws Exception {
    pen.library("a", "Lib=../lib").file("a/main.pen", "");
    check("a/pen.json:3:3: error: a main module needs a system package, and there is none");
    pen.pack("a", "application").file("a/main.pen", "");
    check("a/pen.json:3:3: error: a main module needs a system package, and there is none");
  }

  @Test
  void takesOnlyDirectDependencies() throws Exception {
    pen.library("a", "Mid=" + pen.at("mid")).file("a/main.pen", "");
    pen.library("mid", "Os=" + pen.at("os"));
    check("a/pen.json:3:3: error: a main module needs a system package, and there is none");
  }

  @Test
  void wantsAContextModule() throws Exception {
    pen.pack("bare", "system").file("bare/deep/Context.pen", "");
    pen.pack("a", "application", "Os=../os", "Bare=../bare").file("a/main.pen", "");
    check(
        "a/pen.json:5:13: error: the system package `Bare` has no module `Context`, which the main"
            + " module needs");
    Files.write(pen.at("bare/Context.pen"), new byte[] {(byte) 0xff});
    check(
        "bare/Context.pen:1:1: error: the module cannot be read: the byte 0xFF at offset 0 (line 1,"
            + " column 1) is not UTF-8");
  }

  @Test
  void wantsAMainModuleForAnApplication() throws Exception {
    pen.pack("a", "application", "Os=../os").file("a/inner/main.pen", "");
    check("a/pen.json:2:11: error: the application has no main.pen, so it cannot be linked");
    pen.library("a", "Os=../os");
    check();
  }

  @Test
  void leavesTheMainModulesOfDependenciesAlone() throws Exception {
    pen.library("a", "App=../app").pack("app", "application").file("app/main.pen", "");
    check();
  }

  @Test
  void saysNothingWhereADependencyIsUnknown() throws Exception {
    pen.pack("a", "application", "Os=pen:///os").file("a/main.pen", "");
    var graph = pen.loader().load(List.of(pen.at("a")), List.of(), Optional.empty());
    assertEquals(1, pen.said(graph).size());
    pen.pack("os", "operating").pack("a", "application", "Os=../os");
    check("os/pen.json:2:11: error: `type` has to be `application`, `library` or `system`");
    pen.file("a/pen.json", "{\"type\": \"application\", \"dependencies\": {\"Os\": 1}}");
    check("a/pen.json:1:48: error: `dependencies.Os` has to be a URL in quotes");
    pen.file("a/pen.json", "{\"type\": \"application\"}");
    check("a/pen.json:1:1: error: `dependencies` has to be an object of package names and URLs");
  }

  private void check(String... said) throws Exception {
    assertEquals(List.of(said), pen.said(pen.load("a")));
  }
}
