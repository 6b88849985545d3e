package nib.app.symbols;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import nib.app.table.Column;
import nib.engine.catalog.CatalogComparison;
import nib.engine.catalog.CatalogComparison.Change;
import nib.engine.catalog.CatalogComparison.Line;
import nib.engine.catalog.SymbolCatalog;

/// A line of a comparison, whose texts are made when somebody asks.
public record ChangeRow(CatalogComparison of, Line line) {

  static List<Column<ChangeRow>> columns() {
    Comparator<ChangeRow> byChange = Comparator.comparing(ChangeRow::change);
    return List.of(
        new Column<>("Change", 104, row -> row.change().words(), byChange, ""),
        new Column<>(
            "Member", 176, ChangeRow::member, Comparator.comparing(ChangeRow::member), Column.FILE),
        Column.code("Symbol", 376, ChangeRow::symbol),
        Column.code("Before", 160, ChangeRow::before),
        Column.code("After", 160, ChangeRow::after));
  }

  Change change() {
    return line.change();
  }

  boolean ofMember() {
    return line.ofMember();
  }

  String member() {
    return line.memberBefore() == CatalogComparison.NONE
        ? of.after().members().get(line.memberAfter()).title()
        : of.before().members().get(line.memberBefore()).title();
  }

  /// The symbol for people; empty for a member.
  String symbol() {
    if (line.ofMember()) {
      return "";
    }
    return line.rowBefore() == CatalogComparison.NONE
        ? of.after().readable(line.rowAfter())
        : of.before().readable(line.rowBefore());
  }

  String before() {
    return words(of.before(), line.memberBefore(), line.rowBefore());
  }

  String after() {
    return words(of.after(), line.memberAfter(), line.rowAfter());
  }

  private String words(SymbolCatalog catalog, int member, int row) {
    if (line.ofMember()) {
      return member == CatalogComparison.NONE ? "" : member(catalog, member);
    }
    if (row == CatalogComparison.NONE) {
      return "";
    }
    String size = catalog.defined(row) ? " " + catalog.size(row) + " bytes" : "";
    return catalog.letter(row) + " " + catalog.bindingWords(row) + size;
  }

  private static String member(SymbolCatalog catalog, int number) {
    var member = catalog.members().get(number);
    return String.format(
        Locale.ROOT,
        "%,d bytes, %,d symbols%s",
        member.size(),
        member.rows(),
        member.opened() ? "" : ", " + member.contentWords());
  }
}
