package nib.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.ObjectFormat;
import nib.engine.objectfile.Symbol;
import nib.engine.objectfile.SymbolTable;
import nib.engine.symbols.Library;
import nib.engine.symbols.Member;

/// A made-up archive: some of the functions of [Packages], one of them under a near spelling.
final class FakeLibrary {

  private FakeLibrary() {}

  static Library of(Path file) {
    var symbols = new ArrayList<Symbol>();
    symbols.add(symbol("_pen_core_now", Symbol.Kind.FUNCTION, Symbol.Binding.GLOBAL, 'T'));
    symbols.add(symbol("_pen_core_utf8_find", Symbol.Kind.FUNCTION, Symbol.Binding.GLOBAL, 'T'));
    symbols.add(symbol("_pen_core_utf8_lenght", Symbol.Kind.FUNCTION, Symbol.Binding.GLOBAL, 'T'));
    symbols.add(symbol("_pen_core_utf8_trim", Symbol.Kind.FUNCTION, Symbol.Binding.WEAK, 'W'));
    symbols.add(symbol("_pen_core_utf8_view", Symbol.Kind.FUNCTION, Symbol.Binding.GLOBAL, 'T'));
    symbols.add(symbol("_ZN4core5tableE", Symbol.Kind.DATA, Symbol.Binding.LOCAL, 'd'));
    symbols.add(
        new Symbol(
            "memcpy",
            Symbol.Kind.UNTYPED,
            Symbol.Binding.GLOBAL,
            Symbol.Visibility.DEFAULT,
            Symbol.Definition.UNDEFINED,
            "",
            0,
            0,
            'U',
            false));
    return new Library(
        file,
        Library.Kind.ARCHIVE,
        4096,
        List.of(
            new Member.Read(
                "utf8.o",
                68,
                3000,
                new ObjectFile(
                    ObjectFormat.ELF64, "x86-64", 62, List.of(), SymbolTable.of(symbols))),
            new Member.Unopened("README", 3100, 40, ObjectFormat.UNRECOGNIZED),
            new Member.Unreadable("cut.o", 3200, 100, 3260, "100 bytes wanted, 9 left")),
        Optional.empty());
  }

  private static Symbol symbol(String name, Symbol.Kind kind, Symbol.Binding binding, char letter) {
    return new Symbol(
        name,
        kind,
        binding,
        Symbol.Visibility.DEFAULT,
        Symbol.Definition.SECTION,
        kind == Symbol.Kind.DATA ? ".data" : ".text",
        0,
        16L + name.length(),
        letter,
        false);
  }
}
