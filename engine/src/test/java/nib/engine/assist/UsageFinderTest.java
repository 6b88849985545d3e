package nib.engine.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UsageFinderTest {

  @TempDir Path folder;

  @Test
  void putsTheDefinitionFirstAndShowsLines() {
    check(
        """
        f = \\() number { ‸g() }
        h = \\() number {
          g() + g()
        }
        g = \\() number { 1 }
        """,
        """
        Here.pen:5:1 g = \\() number { 1 } (definition)
        Here.pen:1:18 f = \\() number { g() }
        Here.pen:3:3 g() + g()
        Here.pen:3:9 g() + g()
        """);
  }

  @Test
  void findsLocalNamesWhereTheyAreNotHidden() {
    check(
        """
        f = \\(‸x number) number {
          y = x
          x = y
          x
        }
        g = \\(x number) number { x }
        """,
        """
        Here.pen:1:7 f = \\(x number) number { (definition)
        Here.pen:2:7 y = x
        """);
  }

  @Test
  void findsForeignImports() {
    check(
        """
        import foreign "c" ‸size \\() number
        f = \\() number { size() }
        g = \\(size number) number { size }
        """,
        """
        Here.pen:1:20 import foreign "c" size \\() number (definition)
        Here.pen:2:18 f = \\() number { size() }
        """);
  }

  @Test
  void findsTypes() {
    check(
        """
        type ‸r {
          x number
        }
        type a = [r]
        f = \\(r r) r { r{x: r.x} }
        """,
        """
        Here.pen:1:6 type r { (definition)
        Here.pen:4:11 type a = [r]
        Here.pen:5:9 f = \\(r r) r { r{x: r.x} }
        Here.pen:5:12 f = \\(r r) r { r{x: r.x} }
        Here.pen:5:16 f = \\(r r) r { r{x: r.x} }
        """);
  }

  @Test
  void findsFields() {
    check(
        """
        type r {
          x number
        }
        type s {
          x number
        }
        f = \\(r r, s s) r { r{x: r.‸x + s.x} }
        """,
        """
        Here.pen:2:3 x number (definition)
        Here.pen:7:23 f = \\(r r, s s) r { r{x: r.x + s.x} }
        Here.pen:7:28 f = \\(r r, s s) r { r{x: r.x + s.x} }
        """);
  }

  @Test
  void findsWhatOtherModulesUse() {
    var scene =
        new Scene(folder)
            .with("A.pen", "‸F = \\() number { 1 }")
            .with("B.pen", "import 'A { F }\nG = \\() number { F() }")
            .with("C.pen", "import 'A as X\nG = \\(F number) number { X'F() + F }")
            .with("D.pen", "F = \\() number { F() }");
    check(
        scene,
        """
        A.pen:1:1 F = \\() number { 1 } (definition)
        B.pen:1:13 import 'A { F }
        B.pen:2:18 G = \\() number { F() }
        C.pen:2:28 G = \\(F number) number { X'F() + F }
        """);
  }

  @Test
  void looksInOpenPackagesOnly() {
    var scene =
        new Scene(folder)
            .with("Os:File.pen", "Open = \\() number { 1 }\nAll = \\() number { Open() }")
            .with("Here.pen", "import Os'File\nf = \\() number { File'‸Open() }");
    check(
        scene,
        """
        File.pen:1:1 Open = \\() number { 1 } (definition)
        Here.pen:2:23 f = \\() number { File'Open() }
        """);
  }

  @Test
  void takesAPackageThatIsOpenAndADependencyForOne() {
    var scene =
        new Scene(folder)
            .with("Os:File.pen", "Open = \\() number { 1 }\nAll = \\() number { ‸Open() }")
            .with("Here.pen", "import Os'File\nf = \\() number { File'Open() }")
            .open("Os");
    check(
        scene,
        """
        File.pen:1:1 Open = \\() number { 1 } (definition)
        File.pen:2:20 All = \\() number { Open() }
        Here.pen:2:23 f = \\() number { File'Open() }
        """);
  }

  @Test
  void findsWhereAModuleIsUsed() {
    var scene =
        new Scene(folder)
            .with("File.pen", "Open = \\() number { 1 }")
            .with("Here.pen", "import '‸File\nf = \\() number { File'Open() }");
    check(
        scene,
        """
        Here.pen:1:9 import 'File
        Here.pen:2:18 f = \\() number { File'Open() }
        """);
  }

  @Test
  void findsNothingForTheLanguagesOwnNames() {
    check("f = \\() number { ‸size([number]) }", "");
    check("f = \\(x ‸number) number { x }", "");
  }

  private void check(String text, String expected) {
    check(new Scene(folder).with("Here.pen", text), expected);
  }

  private static void check(Scene scene, String expected) {
    assertEquals(
        expected,
        UsageFinder.find(scene.place()).stream()
            .map(it ->
                "%s:%d:%d %s%s\n"
                    .formatted(
                        it.module(),
                        it.location().line(),
                        it.location().column(),
                        it.line(),
                        it.definition() ? " (definition)" : ""))
            .collect(Collectors.joining()));
  }
}
