package nib.app.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Rows of a table on their way to the clipboard.
///
/// @param titles one for each column
/// @param cells one list for each row, as long as `titles`
public record Rows(List<String> titles, List<List<String>> cells) {

  public Rows {
    titles = List.copyOf(titles);
    cells = List.copyOf(cells);
  }

  /// The chosen rows, as the columns show them.
  public static <R> Rows of(List<Column<R>> columns, List<R> rows) {
    return new Rows(
        columns.stream().map(Column::title).toList(),
        rows.stream()
            .map(row -> columns.stream().map(column -> column.text().apply(row)).toList())
            .toList());
  }

  /// One line a row, tabs between the cells.
  public String text() {
    return lines(cells, "\t", cell -> cell.replace('\t', ' ').replace('\n', ' '));
  }

  /// Comma-separated values with a head line (RFC 4180, section 2; line ends as on this system).
  public String csv() {
    var all = new ArrayList<List<String>>();
    all.add(titles);
    all.addAll(cells);
    return lines(all, ",", Rows::csvCell);
  }

  /// An array of objects, keyed by the columns' titles.
  public String json() {
    return cells.stream().map(this::object).collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
  }

  private String object(List<String> row) {
    var members = new ArrayList<String>();
    for (int i = 0; i < titles.size(); i++) {
      members.add(jsonString(titles.get(i)) + ": " + jsonString(row.get(i)));
    }
    return "{" + String.join(", ", members) + "}";
  }

  private static String lines(
      List<List<String>> rows, String between, java.util.function.UnaryOperator<String> cell) {
    return rows.stream()
        .map(row -> row.stream().map(cell).collect(Collectors.joining(between)))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String csvCell(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  private static String jsonString(String text) {
    var out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20) {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }
}
