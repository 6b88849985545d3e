package nib.app.table;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// A column of a table: what stands in its head, and what it says of a row.
///
/// @param width in pixels at scale 1, before a person drags it
/// @param text the cell's text
/// @param plain the same in a copy, where digits are not grouped
/// @param order how rows are sorted by it
/// @param style style classes for its cells, with blanks between them; empty for none
public record Column<R>(
    String title,
    double width,
    Function<R, String> text,
    Function<R, String> plain,
    Comparator<R> order,
    String style) {

  /// Code: names, types, arguments.
  public static final String MONO = "mono";

  /// Names of files, of which the end tells more than the folders before it.
  public static final String FILE = "mono file-name";

  /// Numbers, which end at the right.
  public static final String NUMBER = "number";

  /// A column whose copies are what it shows.
  public Column(
      String title, double width, Function<R, String> text, Comparator<R> order, String style) {
    this(title, width, text, text, order, style);
  }

  public static <R> Column<R> of(String title, double width, Function<R, String> text) {
    return new Column<>(title, width, text, Comparator.comparing(text), "");
  }

  public static <R> Column<R> code(String title, double width, Function<R, String> text) {
    return new Column<>(title, width, text, Comparator.comparing(text), MONO);
  }

  /// Whole numbers, their digits in groups of three: `1,378,928`.
  public static <R> Column<R> number(String title, double width, ToLongFunction<R> number) {
    return new Column<>(
        title,
        width,
        row -> String.format(Locale.ROOT, "%,d", number.applyAsLong(row)),
        row -> String.valueOf(number.applyAsLong(row)),
        Comparator.comparingLong(number),
        NUMBER);
  }
}
