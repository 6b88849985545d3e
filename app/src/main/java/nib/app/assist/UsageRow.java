package nib.app.assist;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nib.app.table.Column;
import nib.engine.assist.Usage;
import nib.engine.text.Span;

/// A place that mentions a name, as the table lists it.
///
/// @param where `module:line`, with the package's name before it where several are open
/// @param mark where the name stands in the line; empty where that cannot be told
public record UsageRow(Usage usage, String where, Optional<Span> mark) {

  static final Column<UsageRow> LINE = Column.code("Line", 640, row -> row.usage().line());

  static final List<Column<UsageRow>> COLUMNS =
      List.of(
          new Column<>(
              "Where",
              240,
              UsageRow::where,
              Comparator.comparing((UsageRow row) -> row.usage().location().file())
                  .thenComparingInt(row -> row.usage().location().line())
                  .thenComparingInt(row -> row.usage().location().column()),
              Column.MONO),
          Column.of("What", 104, UsageRow::what),
          LINE);

  String what() {
    return usage.definition() ? "definition" : "usage";
  }
}
