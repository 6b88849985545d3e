package nib.app.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"", "\"never closed", "\"\\", "#", "\\", "é漢"})
  void coversEveryCharacterWhateverComes(String text) {
    assertEquals(text.length(), PenHighlighting.of(text).length());
  }

  private static void check(String text, String... expected) {
    var found = new ArrayList<String>();
    int at = 0;
    for (var span : PenHighlighting.of(text)) {
      for (String style : span.getStyle()) {
        found.add(style + ":" + text.substring(at, at + span.getLength()));
      }
      at += span.getLength();
    }
    assertEquals(List.of(expected), found);
    assertEquals(text.length(), at);
  }
}
