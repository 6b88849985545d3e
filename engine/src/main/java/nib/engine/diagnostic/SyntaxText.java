package nib.engine.diagnostic;

import nib.engine.diagnostic.SyntaxProblem.NestedTooDeeply;
import nib.engine.diagnostic.SyntaxProblem.OutOfOrder;
import nib.engine.diagnostic.SyntaxProblem.UnclosedBracket;
import nib.engine.diagnostic.SyntaxProblem.UnclosedString;
import nib.engine.diagnostic.SyntaxProblem.UnexpectedToken;
import nib.engine.diagnostic.SyntaxProblem.UnknownCharacter;
import nib.engine.diagnostic.SyntaxProblem.UnknownConvention;
import nib.engine.text.Glyph;

/// Words for each [SyntaxProblem].
final class SyntaxText {

  private SyntaxText() {}

  static String message(SyntaxProblem problem) {
    return switch (problem) {
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
    };
  }

  static String cure(SyntaxProblem problem) {
    return switch (problem) {
      case UnexpectedToken(_, var expected) -> "write " + expected + " here";
      case NestedTooDeeply _ -> "give the inner types names of their own";
      case UnclosedBracket(var open) -> "close it with `%s`".formatted(closing(open));
      case UnknownCharacter(var character) ->
          character.equals("\ufeff") ? "save the file as UTF-8 without one" : "remove it";
      case UnclosedString _ -> "close it with `\"`";
      case UnknownConvention _ -> "write \"c\", or nothing for Pen's own convention";
      case OutOfOrder _ -> "keep the order imports, foreign imports, types, functions";
    };
  }

  private static String closing(String open) {
    return switch (open) {
      case "(", "\\(" -> ")";
      case "[" -> "]";
      default -> "}";
    };
  }
}
