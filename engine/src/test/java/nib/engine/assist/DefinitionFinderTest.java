package nib.engine.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DefinitionFinderTest {

  @TempDir Path folder;

  @Test
  void findsWhatAModuleDefines() {
    check("f = \\() number { ‸g() }\ng = \\() number { 1 }", "Here.pen:2:1");
    check("f = \\() number { g‸() }\ng = \\() number { 1 }", "Here.pen:2:1");
    check("import foreign g \\() number\nf = \\() number { g‸() }", "Here.pen:1:16");
    check("‸f = \\() number { 1 }", "Here.pen:1:1");
  }

  @Test
  void findsLocalNames() {
    check("f = \\(x number) number { ‸x }", "Here.pen:1:7");
    check("f = \\(x number) number {\n  x = x\n  ‸x\n}", "Here.pen:2:3");
    check("f = \\(x number) number {\n  x = ‸x\n  x\n}", "Here.pen:1:7");
    check("f = \\(x number) number {\n  \\(x number) number { ‸x }(1)\n}", "Here.pen:2:5");
    check("f = \\(x any) number { if y = x as number { ‸y } else { 0 } }", "Here.pen:1:26");
    check("f = \\(xs [number]) [number] { [number ‸x() for x in xs] }", "Here.pen:1:47");
  }

  @Test
  void findsTypesAndFields() {
    String types = "type r {\n  x number\n}\n";
    check(types + "f = \\(p ‸r) r { p }", "Here.pen:1:6");
    check(types + "f = \\(p r) number { p.x‸ }", "Here.pen:2:3");
    check(types + "f = \\() r { r‸{x: 1} }", "Here.pen:1:6");
    check(types + "f = \\() r { r{x‸: 1} }", "Here.pen:2:3");
    check(types + "f = \\(p r) r { r{...p, ‸x: 1} }", "Here.pen:2:3");
    check(
        types + "f = \\(p [r]) number { if [q, ...ps] = p { q().‸x } else { 0 } }", "Here.pen:2:3");
  }

  @Test
  void goesToOtherModulesAndPackages() {
    String file = "\ntype Mode {\n  Write boolean\n}\n\nOpen = \\(m Mode) number { 1 }\n";
    String use = "\nf = \\(m File'‸Mode) number { File'Open(m) }";
    check(file, "import Os'File\n" + use, "File.pen:2:6");
    check(file, "import Os'File\nf = \\(m File'Mode) number { File'O‸pen(m) }", "File.pen:6:1");
    check(file, "import Os'File\nf = \\(m File'Mode) boolean { m.‸Write }", "File.pen:3:3");
    check(file, "import Os'File { Mode }\nf = \\(m ‸Mode) boolean { m.Write }", "File.pen:2:6");
    check(file, "import Os'File { Op‸en }\n", "File.pen:6:1");
    check(file, "import Os'File { Mode, M‸ode }\n", "File.pen:2:6");
  }

  @Test
  void goesToTheFileOfAnImport() {
    check("\n\n", "import ‸Os'File\n", "File.pen:1:1");
    check("\n\n", "import Os'File‸ as F\n", "File.pen:1:1");
    check("\n\n", "import Os'File as ‸F\n", "File.pen:1:1");
    check(
        "Open = \\() number { 1 }",
        "import Os'File as F\nf = \\() number { ‸F'Open() }",
        "File.pen:1:1");
  }

  @Test
  void findsNothingWhereThereIsNothing() {
    nothing("f = \\() number { ‸size }");
    nothing("f = \\(x ‸number) number { x }");
    nothing("f = \\() number { ‸nobody }");
    nothing("f = \\() number { \"f‸\" }");
    nothing("# f‸\nf = \\() number { 1 }");
    nothing("f = ‸\\() number { 1 }");
    nothing("import Os'‸Gone");
  }

  private void check(String text, String expected) {
    check("\n", text, expected);
  }

  private void check(String file, String text, String expected) {
    var found = DefinitionFinder.find(scene(file, text).place());
    assertEquals(
        Optional.of(expected),
        found
            .map(site -> site.location())
            .map(it -> "%s:%d:%d".formatted(it.file().getFileName(), it.line(), it.column())),
        text);
  }

  private void nothing(String text) {
    assertEquals(Optional.empty(), DefinitionFinder.find(scene("\n", text).place()), text);
  }

  private Scene scene(String file, String text) {
    return new Scene(folder).with("Os:File.pen", file).with("Here.pen", text);
  }
}
