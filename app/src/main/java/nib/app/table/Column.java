package nib.app.table;

import java.util.Comparator;
import java.util.function.Function;

/// A column of a table: what stands in its head, and what it says of a row.
///
/// @param width in pixels at scale 1, before a person drags it
/// @param text the cell's text, the same on screen and in a copy
/// @param order how rows are sorted by it
/// @param style a style class for its cells; empty for none
public record Column<R>(
    String title, double width, Function<R, String> text, Comparator<R> order, String style) {

  /// Code: names, types, arguments.
  public static final String MONO = "mono";

  /// Numbers, which end at the right.
  public static final String NUMBER = "number";

  public static <R> Column<R> of(String title, double width, Function<R, String> text) {
    return new Column<>(title, width, text, Comparator.comparing(text), "");
  }

  public static <R> Column<R> code(String title, double width, Function<R, String> text) {
    return new Column<>(title, width, text, Comparator.comparing(text), MONO);
  }
}
