package nib.app.symbols;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import nib.app.table.Column;
import nib.engine.diagnosis.SymbolPlace;
import nib.engine.objectfile.Symbol;
import nib.engine.symbols.Library;
import nib.engine.symbols.Member;

/// A line of the symbol table: a symbol, or a member that could not be opened and says why. Every
/// text is made once, when the archive is read, so that sorting and filtering only compare.
///
/// @param member `libcore.a(utf8.o)`
/// @param name the symbol's name as the file has it
/// @param shown the same for people: demangled
/// @param size in bytes; -1 where a size means nothing
/// @param searched what a filter looks in: everything above, in lower case
public record SymbolRow(
    SymbolPlace place,
    String member,
    String name,
    String shown,
    String kind,
    String binding,
    String section,
    long size,
    char letter,
    String searched) {

  /// The table's columns; raw or demangled names.
  static List<Column<SymbolRow>> columns(java.util.function.BooleanSupplier raw) {
    return List.of(
        Column.code("Member", 184, SymbolRow::member),
        new Column<>(
            "Symbol",
            328,
            row -> raw.getAsBoolean() ? row.name() : row.shown(),
            Comparator.comparing(SymbolRow::shown),
            Column.MONO),
        Column.of("Kind", 112, SymbolRow::kind),
        Column.of("Binding", 112, SymbolRow::binding),
        Column.code("Section", 104, SymbolRow::section),
        new Column<>(
            "Size",
            64,
            row -> row.size() < 0 ? "" : String.valueOf(row.size()),
            Comparator.comparingLong(SymbolRow::size),
            Column.NUMBER),
        Column.code("Letter", 64, row -> String.valueOf(row.letter()).strip()));
  }

  static SymbolRow of(Library library, Member member, Symbol symbol, String demangled) {
    return make(
        new SymbolPlace(library.file(), member.name(), member.offset(), symbol.name()),
        library.nameOf(member),
        demangled,
        new Words(
            words(symbol.kind().name()),
            binding(symbol),
            section(symbol),
            symbol.defined() ? symbol.size() : -1,
            symbol.letter()));
  }

  /// The line of a member without symbols to list.
  static SymbolRow of(Library library, Member member, String why) {
    return make(
        new SymbolPlace(library.file(), member.name(), member.offset(), ""),
        library.nameOf(member),
        why,
        new Words("member", "", "", member.size(), ' '));
  }

  boolean at(SymbolPlace wanted) {
    return place.equals(wanted);
  }

  private record Words(String kind, String binding, String section, long size, char letter) {}

  private static SymbolRow make(SymbolPlace place, String member, String shown, Words words) {
    String name = place.symbol().isEmpty() ? shown : place.symbol();
    String searched =
        String.join("\n", member, name, shown, words.kind(), words.binding(), words.section())
            .toLowerCase(Locale.ROOT);
    return new SymbolRow(
        place,
        member,
        name,
        shown,
        words.kind(),
        words.binding(),
        words.section(),
        words.size(),
        words.letter(),
        searched);
  }

  private static String binding(Symbol symbol) {
    String binding = words(symbol.binding().name());
    return symbol.visibility() == Symbol.Visibility.DEFAULT
        ? binding
        : binding + ", " + words(symbol.visibility().name());
  }

  private static String section(Symbol symbol) {
    return switch (symbol.definition()) {
      case UNDEFINED -> "undefined";
      case SECTION -> symbol.section();
      case COMMON -> "common";
      case ABSOLUTE -> "absolute";
    };
  }

  private static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
