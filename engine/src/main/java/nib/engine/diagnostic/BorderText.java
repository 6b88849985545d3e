package nib.engine.diagnostic;

import java.util.List;
import nib.engine.diagnostic.BorderProblem.DeclaredDifferently;
import nib.engine.diagnostic.BorderProblem.ExportCollides;
import nib.engine.diagnostic.BorderProblem.NotAFunction;
import nib.engine.diagnostic.BorderProblem.SymbolDefinedTwice;
import nib.engine.diagnostic.BorderProblem.SymbolLocal;
import nib.engine.diagnostic.BorderProblem.SymbolMangled;
import nib.engine.diagnostic.BorderProblem.SymbolMissing;
import nib.engine.diagnostic.BorderProblem.SymbolNotCode;
import nib.engine.diagnostic.BorderProblem.SymbolUndefined;
import nib.engine.diagnostic.BorderProblem.SymbolWeak;
import nib.engine.diagnostic.BorderProblem.UnusedImport;
import nib.engine.diagnostic.BorderProblem.WrongMachine;

/// Words for each [BorderProblem].
final class BorderText {

  private BorderText() {}

  static String message(BorderProblem problem) {
    return switch (problem) {
      case NotAFunction(var symbol, var type) ->
          "`%s` is imported as `%s`, which is not a function".formatted(symbol, type);
      case UnusedImport(var symbol) -> "`%s` is imported and never used".formatted(symbol);
      case SymbolMissing(var symbol, var searched, var nearest) ->
          "no archive defines `%s` (looked in %s)".formatted(symbol, list(searched))
              + (nearest.isEmpty() ? "" : "; nearest: " + list(quoted(nearest)));
      case SymbolLocal(var symbol, var member) ->
          "`%s` is local to %s, so no other object can call it".formatted(symbol, member);
      case SymbolNotCode(var symbol, var member, var kind) ->
          "`%s` in %s is %s, not a function".formatted(symbol, member, kind);
      case SymbolMangled(var symbol, var member, var mangled, var demangled, var language) ->
          "no archive defines `%s`; %s has `%s`, which is `%s` under its %s name"
              .formatted(symbol, member, mangled, demangled, language);
      case SymbolUndefined(var symbol, var member) ->
          "%s needs `%s` itself and no archive defines it".formatted(member, symbol);
      case SymbolDefinedTwice(var symbol, var members) ->
          "`%s` is defined more than once: in %s".formatted(symbol, list(members));
      case SymbolWeak(var symbol, var member) ->
          "`%s` in %s is weak: any other definition replaces it".formatted(symbol, member);
      case WrongMachine(var symbol, var member, var machine, var target) ->
          "%s, which defines `%s`, is for %s, not for %s"
              .formatted(member, symbol, machine, target);
      case ExportCollides(var symbol, var member) ->
          "`%s` is exported from Pen and defined in %s as well".formatted(symbol, member);
      case DeclaredDifferently(var symbol, var here, var there, var where) ->
          "`%s` is declared as `%s` here and as `%s` at %s".formatted(symbol, here, there, where);
    };
  }

  static String cure(BorderProblem problem) {
    return switch (problem) {
      case NotAFunction _ -> "give it a function type: \\(number) number";
      case UnusedImport _ -> "use it, or remove the import";
      case SymbolMissing(var symbol, _, var nearest) ->
          nearest.isEmpty()
              ? "define `%s` in the foreign library, or correct the import's name".formatted(symbol)
              : "rename one of the two, so that both sides say `%s`".formatted(symbol);
      case SymbolLocal(var symbol, _) ->
          "drop `static` (in Rust: add `#[no_mangle] pub extern \"C\"`) from `%s`"
              .formatted(symbol);
      case SymbolNotCode(var symbol, _, _) ->
          "define a function `%s`, or import another name".formatted(symbol);
      case SymbolMangled(var symbol, _, _, _, var language) ->
          language.equals("Rust")
              ? "put `#[no_mangle] pub extern \"C\"` before `%s`".formatted(symbol)
              : "declare `%s` inside `extern \"C\" { ... }`".formatted(symbol);
      case SymbolUndefined(var symbol, _) ->
          "put the object file that defines `%s` into the archive".formatted(symbol);
      case SymbolDefinedTwice _ -> "keep one definition; a link takes the first or fails";
      case SymbolWeak _ -> "make it a strong definition, unless it is meant to be replaced";
      case WrongMachine(_, _, _, var target) ->
          "build the archive for %s: the script has to pass `-t` on to its compiler"
              .formatted(target);
      case ExportCollides _ -> "rename one of the two";
      case DeclaredDifferently _ -> "declare it once, or with one type and convention";
    };
  }

  private static String list(List<String> items) {
    return String.join(", ", items);
  }

  private static List<String> quoted(List<String> names) {
    return names.stream().map("`%s`"::formatted).toList();
  }
}
