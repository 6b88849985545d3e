package nib.engine.diagnostic;

import nib.engine.diagnostic.SyntaxProblem.NumberFlaw;
import nib.engine.text.Glyph;

/// Words for what characters, strings and numbers get wrong.
final class CharacterText {

  private CharacterText() {}

  static String message(SyntaxProblem.OfCharacters problem) {
    return switch (problem) {
      case SyntaxProblem.UnknownCharacter(var character) ->
          "%s is no part of the language here".formatted(shown(character));
      case SyntaxProblem.UnknownBlank(var character) ->
          "%s looks like a blank and is none".formatted(shown(character));
      case SyntaxProblem.Semicolon _ -> "`;` is no part of the language";
      case SyntaxProblem.UnknownOperator(var written) ->
          "there is no operator `%s`".formatted(written);
      case SyntaxProblem.ForeignLetters(var word) ->
          "`%s` is no name: names are made of a-z, A-Z, 0-9 and _".formatted(word);
      case SyntaxProblem.UnclosedString _ -> "the string literal is never closed";
      case SyntaxProblem.SingleQuote _ -> "`'` begins no string";
      case SyntaxProblem.UnknownEscape(var written) -> "`%s` is no escape".formatted(written);
      case SyntaxProblem.SurprisingEscape(var written) ->
          "`%s` is not what it looks like: the compiler replaces `\\\\` before all other escapes"
              .formatted(written);
      case SyntaxProblem.MalformedNumber(var written, var flaw) ->
          "`%s` is no number: %s".formatted(written, flaw(flaw));
      case SyntaxProblem.NumberTooLarge(var written) ->
          "`%s` does not fit into 64 bits".formatted(written);
      case SyntaxProblem.InfiniteNumber(var written) ->
          "`%s` is so large that it is infinite".formatted(written);
      case SyntaxProblem.NumberRunsIntoName(var number, var name) ->
          "`%s%s` is the number `%s` and then the name `%s`".formatted(number, name, number, name);
      case SyntaxProblem.SignedPrefix(var written) ->
          "`%s` is no number: only decimals have signs".formatted(written);
    };
  }

  static String cure(SyntaxProblem.OfCharacters problem) {
    return switch (problem) {
      case SyntaxProblem.UnknownCharacter(var character) -> cureOfCharacter(character);
      case SyntaxProblem.UnknownBlank _ -> "replace it by a space";
      case SyntaxProblem.Semicolon _ ->
          "remove it: statements and definitions follow one another without a sign";
      case SyntaxProblem.UnknownOperator(var written) -> cureOfOperator(written);
      case SyntaxProblem.ForeignLetters _ -> "write it with these letters only";
      case SyntaxProblem.UnclosedString _ -> "close it with `\"`";
      case SyntaxProblem.SingleQuote _ -> "write strings between `\"` and `\"`";
      case SyntaxProblem.UnknownEscape _ ->
          "write one of `\\\\`, `\\\"`, `\\n`, `\\r`, `\\t` and `\\x` with two hexadecimal digits";
      case SyntaxProblem.SurprisingEscape _ -> "write the backslash as `\\x5c`";
      case SyntaxProblem.MalformedNumber _ ->
          "write a decimal such as 1.5e3, or digits behind 0b or 0x";
      case SyntaxProblem.NumberTooLarge _ -> "write it as a decimal, such as 1e20";
      case SyntaxProblem.InfiniteNumber _ -> "write a number below 1.8e308, unless you mean it";
      case SyntaxProblem.NumberRunsIntoName _ -> "put a blank between them, or mend the number";
      case SyntaxProblem.SignedPrefix(var written) ->
          "write `0 %s %s`".formatted(written.charAt(0), written.substring(1));
    };
  }

  private static String shown(String character) {
    return Glyph.shown(character.codePointAt(0));
  }

  private static String flaw(NumberFlaw flaw) {
    return switch (flaw) {
      case NO_BINARY_DIGIT -> "0 or 1 has to follow `0b`";
      case DECIMAL_DIGIT -> "behind `0b` there are only 0 and 1";
      case NO_HEXADECIMAL_DIGIT -> "a hexadecimal digit has to follow `0x`";
      case NO_EXPONENT -> "digits have to follow the `e` of an exponent";
    };
  }

  private static String cureOfCharacter(String character) {
    return switch (character) {
      case "\ufeff" -> "save the file as UTF-8 without one";
      case "\\" -> "write `\\(` for a function, without a blank in between";
      case "“", "”", "„", "«", "»", "‘", "’", "`" -> "write strings between `\"` and `\"`";
      case "%", "^", "~" -> "call a function: there is no such operator";
      default -> "remove it";
    };
  }

  private static String cureOfOperator(String written) {
    return switch (written.charAt(0)) {
      case '=', '!', '<', '>' -> "write `%s=`".formatted(written.charAt(0));
      case '?' -> "put a blank behind `?`";
      default -> "names keep their values: write `y = x %s ...`".formatted(written.charAt(0));
    };
  }
}
