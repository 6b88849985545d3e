package nib.engine.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.stream.Collectors;
import nib.engine.packages.PenModule;
import nib.engine.text.SourceText;
import org.junit.jupiter.api.Test;

final class OutlineTest {

  @Test
  void listsEverythingInTheOrderOfTheText() {
    check(
        "Foo.pen",
        """
        import Os'File as F { Open, Mode }
        import 'Bar
        import foreign "c" f \\(
          number, # why
          string
        ) none

        type Alias = number | none

        type rec {
          a number
          b string
        }

        Run = \\(
          x number
        ) none {
          none
        }

        foreign "c" g = \\() number { 1 }
        """,
        """
        IMPORT Os'File | as F { Open, Mode
        IMPORT 'Bar |
        FOREIGN_IMPORT f | \\(number, string) none
        + ALIAS Alias | number | none
        RECORD rec | { a number b string }
        + FUNCTION Run | \\(x number) none
        FOREIGN_EXPORT g | \\() number
        """
            .replace("Open, Mode\n", "Open, Mode }\n"));
  }

  @Test
  void knowsThatNobodySeesATest() {
    check(
        "Foo.test.pen", "Adds = \\() none | error { none }", "FUNCTION Adds | \\() none | error\n");
  }

  @Test
  void leavesOutWhatHasNoName() {
    check("Foo.pen", "type = number\nf = \\() number { 1 }", "FUNCTION f | \\() number\n");
  }

  @Test
  void saysWhereNamesStand() {
    var item = Outline.of(module("Foo.pen", "# A.\nforeign f = \\() none { none }")).getFirst();
    assertEquals(2, item.location().line());
    assertEquals(9, item.location().column());
    assertEquals(13, item.name().start());
    assertEquals(5, item.whole().start());
  }

  private static void check(String path, String text, String expected) {
    String actual =
        Outline.of(module(path, text)).stream()
            .map(item ->
                "%s%s %s | %s"
                    .formatted(
                        item.exported() ? "+ " : "", item.kind(), item.written(), item.detail())
                    .stripTrailing())
            .collect(Collectors.joining("\n", "", "\n"));
    assertEquals(expected, actual);
  }

  private static PenModule module(String path, String text) {
    return PenModule.of(path, new SourceText(Path.of("/").resolve(path), text));
  }
}
