package nib.app.symbols;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nib.app.table.Column;
import nib.engine.catalog.CatalogMember;
import nib.engine.objectfile.SectionTotal;
import nib.engine.objectfile.SectionTotal.Content;

/// A line of the picture of sizes as text: all sections of a name, in all members.
///
/// @param share of all of them, in percent
record SizeRow(String name, Content content, long sections, int members, long size, double share) {

  private record Key(String name, Content content) {}

  /// The totals, largest first.
  static List<SizeRow> of(List<CatalogMember> members) {
    Map<Key, long[]> sums = new HashMap<>();
    long all = 0;
    for (var member : members) {
      for (SectionTotal section : member.sections()) {
        var sum =
            sums.computeIfAbsent(new Key(section.name(), section.content()), _ -> new long[3]);
        sum[0] += section.count();
        sum[1]++;
        sum[2] += section.size();
        all += section.size();
      }
    }
    var rows = new ArrayList<SizeRow>();
    double whole = Math.max(1, all);
    sums.forEach((key, sum) ->
        rows.add(
            new SizeRow(
                key.name(), key.content(), sum[0], (int) sum[1], sum[2], 100 * sum[2] / whole)));
    rows.sort(Comparator.comparingLong(SizeRow::size).reversed().thenComparing(SizeRow::name));
    return List.copyOf(rows);
  }

  static List<Column<SizeRow>> columns() {
    return List.of(
        Column.code("Section", 200, SizeRow::name),
        Column.of("What it is", 176, row -> Sizes.words(row.content())),
        Column.number("Sections", 96, SizeRow::sections),
        Column.number("Members", 96, SizeRow::members),
        Column.number("Bytes", 112, SizeRow::size),
        new Column<>(
            "Share in %",
            96,
            row -> String.format(Locale.ROOT, "%.2f", row.share()),
            Comparator.comparingLong(SizeRow::size),
            Column.NUMBER));
  }
}
