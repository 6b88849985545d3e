package nib.app.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import nib.engine.text.Span;
import org.junit.jupiter.api.Test;

final class PenHighlightingTest {

  @Test
  void coloursAForeignImport() {
    check(
        "import foreign \"c\" f \\(number) none # why",
        "pen-keyword:import",
        "pen-keyword:foreign",
        "pen-string:\"c\"",
        "pen-built-in:number",
        "pen-built-in:none",
        "pen-comment:# why");
  }

  @Test
  void leavesACommentSignInAString() {
    check("\"a # \\\" b\" 1.5", "pen-string:\"a # \\\" b\"", "pen-number:1.5");
  }

  @Test
  void knowsPublicNamesAndLongerWords() {
    check("Find = importA", "pen-public:Find");
  }

  @Test
  void coloursALineInTheMiddleOfAString() {
    String text = "a = \"one\ntwo\nthree\" b";
    int line = text.indexOf("two");
    assertEquals(
        List.of("pen-string:" + text.substring(4, text.length() - 2)),
        found(text, new Span(line, line + 3)));
  }

  private static void check(String text, String... expected) {
    assertEquals(List.of(expected), found(text, new Span(0, text.length())));
  }

  private static List<String> found(String text, Span here) {
    var found = new ArrayList<String>();
    PenHighlighting.add(
        TokenTable.of(text),
        here,
        (span, style) -> found.add(style + ":" + text.substring(span.start(), span.end())));
    return found;
  }
}
