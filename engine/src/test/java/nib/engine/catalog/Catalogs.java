package nib.engine.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.objectfile.Symbol;
import nib.engine.objectfile.SymbolTable;
import nib.engine.symbols.Library;
import nib.engine.symbols.Member;

/// Made-up libraries for tests.
final class Catalogs {

  private final List<Member> members = new ArrayList<>();
  private long offset = 8;

  /// Adds an object file.
  Catalogs object(String name, Symbol... symbols) {
    var object =
        new ObjectFile(
            ObjectFormat.ELF64, "x86-64", 62, List.of(), SymbolTable.of(List.of(symbols)));
    members.add(new Member.Read(name, offset, 100, object));
    offset += 160;
    return this;
  }

  Catalogs damaged(String name) {
    members.add(new Member.Unreadable(name, offset, 100, offset + 60, "cut short"));
    offset += 160;
    return this;
  }

  Library library(String file) {
    return new Library(Path.of(file), Library.Kind.ARCHIVE, offset, members, Optional.empty());
  }

  static SymbolCatalog of(Library... libraries) {
    return of(UnaryOperator.identity(), libraries);
  }

  static SymbolCatalog of(UnaryOperator<String> demangler, Library... libraries) {
    var builder = new CatalogBuilder(demangler);
    List.of(libraries).forEach(builder::add);
    return builder.build();
  }

  static Symbol function(String name, String section, long size) {
    return new Symbol(
        name,
        Symbol.Kind.FUNCTION,
        Symbol.Binding.GLOBAL,
        Symbol.Visibility.DEFAULT,
        Symbol.Definition.SECTION,
        section,
        0,
        size,
        'T',
        false);
  }

  static Symbol local(String name) {
    return new Symbol(
        name,
        Symbol.Kind.DATA,
        Symbol.Binding.LOCAL,
        Symbol.Visibility.HIDDEN,
        Symbol.Definition.SECTION,
        ".data",
        0,
        8,
        'd',
        false);
  }

  static Symbol needed(String name) {
    return new Symbol(
        name,
        Symbol.Kind.UNTYPED,
        Symbol.Binding.GLOBAL,
        Symbol.Visibility.DEFAULT,
        Symbol.Definition.UNDEFINED,
        "",
        0,
        0,
        'U',
        false);
  }
}
