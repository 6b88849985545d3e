package nib.engine.diagnostic;

import java.util.List;
import nib.engine.diagnostic.Problem.DeclaredDifferently;
import nib.engine.diagnostic.Problem.ExportCollides;
import nib.engine.diagnostic.Problem.ManifestField;
import nib.engine.diagnostic.Problem.NestedTooDeeply;
import nib.engine.diagnostic.Problem.NotAFunction;
import nib.engine.diagnostic.Problem.OutOfOrder;
import nib.engine.diagnostic.Problem.PrivateType;
import nib.engine.diagnostic.Problem.RecursiveAlias;
import nib.engine.diagnostic.Problem.SymbolDefinedTwice;
import nib.engine.diagnostic.Problem.SymbolLocal;
import nib.engine.diagnostic.Problem.SymbolMangled;
import nib.engine.diagnostic.Problem.SymbolMissing;
import nib.engine.diagnostic.Problem.SymbolNotCode;
import nib.engine.diagnostic.Problem.SymbolUndefined;
import nib.engine.diagnostic.Problem.SymbolWeak;
import nib.engine.diagnostic.Problem.UnclosedBracket;
import nib.engine.diagnostic.Problem.UnclosedString;
import nib.engine.diagnostic.Problem.UnexpectedToken;
import nib.engine.diagnostic.Problem.UnknownCharacter;
import nib.engine.diagnostic.Problem.UnknownConvention;
import nib.engine.diagnostic.Problem.UnknownModule;
import nib.engine.diagnostic.Problem.UnknownType;
import nib.engine.diagnostic.Problem.UnreadableModule;
import nib.engine.diagnostic.Problem.UnusedImport;
import nib.engine.diagnostic.Problem.WrongMachine;
import nib.engine.text.Glyph;

/// Words for problems: a message that says what is wrong, a cure that says what to do about it, and
/// a rule's name for machines. A new problem does not compile until it has all three.
public final class ProblemText {

  private ProblemText() {}

  public static String message(Problem problem) {
    return switch (problem) {
      case ManifestField(var field, var expected) -> "`%s` has to be %s".formatted(field, expected);
      case UnreadableModule(var why) -> "the module cannot be read: " + why;
      case UnexpectedToken(var found, var expected) ->
          "unexpected %s, expected %s".formatted(found, expected);
      case NestedTooDeeply(int deepest) ->
          "more than %d types stand inside one another".formatted(deepest);
      case UnclosedBracket(var open) -> "`%s` is never closed".formatted(open);
      case UnknownCharacter(var character) ->
          "%s is no part of the language here".formatted(Glyph.shown(character.codePointAt(0)));
      case UnclosedString() -> "the string literal is never closed";
      case UnknownConvention(var written) -> "%s is not a calling convention".formatted(written);
      case OutOfOrder(var what, var after) -> "%s after %s".formatted(what, after);
      case UnknownType(var name) -> "unknown type `%s`".formatted(name);
      case PrivateType(var name, var module) ->
          "type `%s` is private to module `%s`".formatted(name, module);
      case UnknownModule(var path) -> "the package has no module `%s`".formatted(path);
      case RecursiveAlias(var name) ->
          "type alias `%s` is defined by nothing but itself".formatted(name);
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

  public static String cure(Problem problem) {
    return switch (problem) {
      case ManifestField(var field, _) ->
          field.equals("type")
              ? "write \"type\": \"application\", \"library\" or \"system\""
              : "write \"dependencies\": {} or a URL for each package name";
      case UnreadableModule _ -> "make it a file of UTF-8 text that you may read";
      case UnexpectedToken(_, var expected) -> "write " + expected + " here";
      case NestedTooDeeply _ -> "give the inner types names of their own";
      case UnclosedBracket(var open) -> "close it with `%s`".formatted(closing(open));
      case UnknownCharacter(var character) ->
          character.equals("\ufeff") ? "save the file as UTF-8 without one" : "remove it";
      case UnclosedString _ -> "close it with `\"`";
      case UnknownConvention _ -> "write \"c\", or nothing for Pen's own convention";
      case OutOfOrder _ -> "keep the order imports, foreign imports, types, functions";
      case UnknownType _ -> "define it in this module, or import the module that does";
      case PrivateType _ -> "use a public type: one whose name begins with a capital letter";
      case UnknownModule _ -> "correct the path, or add the module";
      case RecursiveAlias _ -> "define it by other types, or make it a record";
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

  /// The rule's name in JSON and SARIF: the record's name in kebab case.
  public static String rule(Problem problem) {
    return problem
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])|(?<=A)(?=Function)", "-")
        .toLowerCase(java.util.Locale.ROOT);
  }

  private static String list(List<String> items) {
    return String.join(", ", items);
  }

  private static List<String> quoted(List<String> names) {
    return names.stream().map("`%s`"::formatted).toList();
  }

  private static String closing(String open) {
    return switch (open) {
      case "(", "\\(" -> ")";
      case "[" -> "]";
      default -> "}";
    };
  }
}
