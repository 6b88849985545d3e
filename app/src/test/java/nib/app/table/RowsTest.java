package nib.app.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RowsTest {

  private record Line(String name, String note, int number) {}

  private static final Rows<Line> ROWS =
      new Rows<>(
          List.of(
              Column.code("Name", 1, Line::name),
              Column.of("Note", 1, Line::note),
              Column.number("Number", 1, Line::number)),
          List.of(
              new Line("plain", "a\tb", 1_378_928),
              new Line("with, comma", "a \"quote\"\nand more", -1)));

  @Test
  void writesOneLineARowAsText() {
    assertEquals(
        "plain\ta b\t1378928\nwith, comma\ta \"quote\" and more\t-1\n", ROWS.text(Rows.Form.TEXT));
  }

  @Test
  void quotesWhatCsvNeedsQuoted() {
    assertEquals(
        "Name,Note,Number\nplain,a\tb,1378928\n\"with, comma\",\"a \"\"quote\"\"\nand more\",-1\n",
        ROWS.text(Rows.Form.CSV));
  }

  @Test
  void escapesWhatJsonNeedsEscaped() {
    assertEquals(
        """
        [
          {"Name": "plain", "Note": "a\\tb", "Number": 1378928},
          {"Name": "with, comma", "Note": "a \\"quote\\"\\nand more", "Number": -1}
        ]
        """,
        ROWS.text(Rows.Form.JSON));
  }
}
