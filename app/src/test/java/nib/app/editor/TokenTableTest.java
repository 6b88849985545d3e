package nib.app.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TokenTableTest {

  private static final List<String> PIECES =
      List.of(
          "\"",
          "\\",
          "#",
          "\n",
          " ",
          ".",
          "..",
          "...",
          "1",
          "e",
          "+",
          "0x",
          "(",
          ")",
          "\\(",
          "{",
          "}",
          "[",
          "]",
          "name",
          "Import",
          "import",
          "=",
          "==",
          "!",
          "\u00e9",
          "\"text\"",
          "# words\n",
          "\\\"");

  @Test
  void staysWhatCuttingAllAnewWouldGive() {
    var random = new Random(7);
    for (int run = 0; run < 60; run++) {
      String text = written(random, 400);
      var table = TokenTable.of(text);
      for (int step = 0; step < 60; step++) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(6));
        var edit = new Edit(at, text.substring(at, end), written(random, random.nextInt(4)));
        text = edit.applied(text);
        table.edited(text, edit);
        assertEquals(shown(TokenTable.of(text), text), shown(table, text), edit::toString);
      }
    }
  }

  @Test
  void cutsALongTextOnlyAroundAnEdit() {
    String text = "a = \\(b number) number { b + 1 } # more\n".repeat(5_000);
    var table = TokenTable.of(text);
    int count = table.count();
    var edit = new Edit(text.indexOf("1", 100_000), "1", "12");
    table.edited(edit.applied(text), edit);
    assertEquals(count, table.count());
    assertEquals(text.length() + 1 - "\n".length(), table.end(count - 1));
  }

  @Test
  void knowsWhatIsQuoted() {
    String text = "a \"b\" # c\nd";
    var table = TokenTable.of(text);
    assertFalse(table.quoted(2), "before the first quote");
    assertTrue(table.quoted(3));
    assertTrue(table.quoted(4));
    assertFalse(table.quoted(5), "behind the last quote");
    assertTrue(table.quoted(text.indexOf('\n')), "at the end of a comment");
    assertFalse(table.quoted(text.length()));
  }

  private static String written(Random random, int pieces) {
    var text = new StringBuilder();
    for (int piece = 0; piece < pieces; piece++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static List<String> shown(TokenTable table, String text) {
    var tokens = new ArrayList<String>();
    for (int index = 0; index < table.count(); index++) {
      tokens.add(
          "%d %s %s"
              .formatted(
                  table.start(index),
                  table.look(index),
                  text.substring(table.start(index), table.end(index))));
    }
    return tokens;
  }
}
