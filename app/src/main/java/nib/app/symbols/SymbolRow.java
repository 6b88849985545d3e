package nib.app.symbols;

import java.util.Locale;
import nib.engine.catalog.CatalogMember;
import nib.engine.catalog.SymbolCatalog;
import nib.engine.diagnosis.SymbolPlace;

/// A line of the symbol table: a row of a catalog, whose texts are made when somebody asks.
public record SymbolRow(SymbolCatalog catalog, int number) {

  public SymbolPlace place() {
    var at = of();
    return new SymbolPlace(at.file(), at.name(), at.offset(), name());
  }

  /// The member that it stands in.
  CatalogMember of() {
    return catalog.member(number);
  }

  /// `libcore.a(utf8.o)`.
  public String member() {
    return of().shown();
  }

  /// The member where all symbols are of one library, which needs no mention.
  String where() {
    var all = catalog.members();
    return all.getFirst().file().equals(all.getLast().file()) ? of().title() : member();
  }

  /// The symbol's name as the file has it.
  public String name() {
    return catalog.name(number);
  }

  /// The same for people: demangled.
  public String shown() {
    return catalog.readable(number);
  }

  String kind() {
    return catalog.kindWords(number);
  }

  String binding() {
    return catalog.bindingWords(number);
  }

  String section() {
    return catalog.section(number);
  }

  /// In bytes, grouped; empty where a size means nothing.
  String size() {
    return catalog.defined(number) ? String.format(Locale.ROOT, "%,d", catalog.size(number)) : "";
  }

  /// The same for machines.
  String bytes() {
    return catalog.defined(number) ? String.valueOf(catalog.size(number)) : "";
  }

  String letter() {
    return String.valueOf(catalog.letter(number)).strip();
  }

  /// The same row of a later piece of the same reading is the same row.
  @Override
  public boolean equals(Object other) {
    return other instanceof SymbolRow(var from, int row)
        && row == number
        && from.sameReading(catalog);
  }

  @Override
  public int hashCode() {
    return number;
  }
}
