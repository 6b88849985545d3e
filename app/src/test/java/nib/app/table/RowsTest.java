package nib.app.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RowsTest {

  private static final Rows ROWS =
      new Rows(
          List.of("Name", "Note"),
          List.of(List.of("plain", "a\tb"), List.of("with, comma", "a \"quote\"\nand more")));

  @Test
  void writesOneLineARowAsText() {
    assertEquals("plain\ta b\nwith, comma\ta \"quote\" and more\n", ROWS.text());
  }

  @Test
  void quotesWhatCsvNeedsQuoted() {
    assertEquals(
        "Name,Note\nplain,a\tb\n\"with, comma\",\"a \"\"quote\"\"\nand more\"\n", ROWS.csv());
  }

  @Test
  void escapesWhatJsonNeedsEscaped() {
    assertEquals(
        """
        [
          {"Name": "plain", "Note": "a\\tb"},
          {"Name": "with, comma", "Note": "a \\"quote\\"\\nand more"}
        ]
        """,
        ROWS.json());
  }
}
