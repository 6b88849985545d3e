package nib.app.table;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import nib.engine.diagnostic.FailureException;

/// Rows of a table on their way to the clipboard.
///
/// @param rows those that are copied; their texts are made one row after the other
public record Rows<R>(List<Column<R>> columns, List<R> rows) {

  /// In characters. More is nothing that programs like to take out of a clipboard.
  static final int MOST = 100_000_000;

  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");

  /// How rows are written.
  public enum Form {
    /// One line a row, tabs between the cells.
    TEXT("text"),

    /// Comma-separated values with a head line (RFC 4180, section 2; line ends as on this system).
    CSV("CSV"),

    /// An array of objects, keyed by the columns' titles. Numbers are numbers; one that means
    /// nothing in a row is null.
    JSON("JSON");

    private final String words;

    Form(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /// The rows in this form.
  public String text(Form form) {
    var out = new StringBuilder();
    head(out, form);
    for (int i = 0; i < rows.size(); i++) {
      append(out, form, i);
    }
    tail(out, form);
    return out.toString();
  }

  /// The same of rows that may be very many; says so where they are too many.
  public String longText(Form form) throws FailureException, InterruptedException {
    var out = new StringBuilder();
    head(out, form);
    for (int i = 0; i < rows.size(); i++) {
      append(out, form, i);
      if (out.length() > MOST) {
        throw new FailureException(
            String.format(
                Locale.ROOT,
                "%,d rows are more than the clipboard takes: the first %,d have %,d characters",
                rows.size(),
                i,
                MOST),
            "filter the table first, or write a file: nib symbols --format json FILE > symbols.json");
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
    tail(out, form);
    return out.toString();
  }

  private void head(StringBuilder out, Form form) {
    switch (form) {
      case TEXT -> {}
      case CSV -> {
        for (int i = 0; i < columns.size(); i++) {
          out.append(i == 0 ? "" : ",").append(csvCell(columns.get(i).title()));
        }
        out.append('\n');
      }
      case JSON -> out.append('[');
    }
  }

  private static void tail(StringBuilder out, Form form) {
    if (form == Form.JSON) {
      out.append("\n]\n");
    }
  }

  private void append(StringBuilder out, Form form, int row) {
    if (form == Form.JSON) {
      out.append(row == 0 ? "\n  {" : ",\n  {");
    }
    for (int i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      String cell = column.plain().apply(rows.get(row));
      switch (form) {
        case TEXT ->
            out.append(i == 0 ? "" : "\t").append(cell.replace('\t', ' ').replace('\n', ' '));
        case CSV -> out.append(i == 0 ? "" : ",").append(csvCell(cell));
        case JSON -> {
          out.append(i == 0 ? "" : ", ");
          appendString(out, column.title());
          out.append(": ");
          appendValue(out, cell, column.style().equals(Column.NUMBER));
        }
      }
    }
    out.append(form == Form.JSON ? "}" : "\n");
  }

  private static String csvCell(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  private static void appendValue(StringBuilder out, String cell, boolean number) {
    if (number && cell.isEmpty()) {
      out.append("null");
    } else if (number && NUMBER.matcher(cell).matches()) {
      out.append(cell);
    } else {
      appendString(out, cell);
    }
  }

  private static void appendString(StringBuilder out, String text) {
    out.append('"');
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
    out.append('"');
  }
}
