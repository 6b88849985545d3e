package nib.app.symbols;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import nib.app.table.Column;
import nib.engine.catalog.CatalogComparison;
import nib.engine.catalog.CatalogComparison.Change;
import nib.engine.catalog.CatalogComparison.Line;
import nib.engine.catalog.SymbolCatalog;
import nib.engine.objectfile.Symbol;

/// A line of a comparison, whose texts are made when somebody asks.
public record ChangeRow(CatalogComparison of, Line line) {

  static List<Column<ChangeRow>> columns() {
    Comparator<ChangeRow> byChange = Comparator.comparing(ChangeRow::change);
    return List.of(
        new Column<>("Change", 92, row -> row.change().words(), byChange, ""),
        new Column<>(
            "Member", 128, ChangeRow::member, Comparator.comparing(ChangeRow::member), Column.FILE),
        Column.code("Symbol", 240, ChangeRow::symbol),
        Column.code("Before", 168, ChangeRow::before),
        Column.code("After", 168, ChangeRow::after));
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
    String size =
        catalog.defined(row) ? String.format(Locale.ROOT, " %,d bytes", catalog.size(row)) : "";
    return catalog.letter(row) + " " + catalog.bindingWords(row) + size;
  }

  private String member(SymbolCatalog catalog, int number) {
    var member = catalog.members().get(number);
    return String.format(
        Locale.ROOT,
        "%,d bytes, %,d symbols%s",
        member.size(),
        member.rows(),
        member.opened() && alike() ? "" : ", " + member.contentWords());
  }

  /// Whether a member is of one format and machine before and after.
  private boolean alike() {
    return line.memberBefore() == CatalogComparison.NONE
        || line.memberAfter() == CatalogComparison.NONE
        || of.before()
            .members()
            .get(line.memberBefore())
            .contentWords()
            .equals(of.after().members().get(line.memberAfter()).contentWords());
  }

  /// Whether other members see the symbol, or saw it; members are seen.
  boolean seen() {
    return line.ofMember()
        || isSeen(of.before(), line.rowBefore())
        || isSeen(of.after(), line.rowAfter());
  }

  private static boolean isSeen(SymbolCatalog catalog, int row) {
    return row != CatalogComparison.NONE && catalog.binding(row) != Symbol.Binding.LOCAL;
  }
}
