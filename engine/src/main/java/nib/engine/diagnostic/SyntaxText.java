package nib.engine.diagnostic;

/// Words for each [SyntaxProblem].
final class SyntaxText {

  private SyntaxText() {}

  static String message(SyntaxProblem problem) {
    return switch (problem) {
      case SyntaxProblem.UnexpectedToken(var found, var expected) ->
          "unexpected %s, expected %s".formatted(found, expected);
      case SyntaxProblem.MissingBehind(var last, var expected) ->
          "expected %s behind %s".formatted(expected, last);
      case SyntaxProblem.KeywordAsName(var keyword) ->
          "`%s` is a keyword and cannot be a name".formatted(keyword);
      case SyntaxProblem.MisplacedKeyword(var keyword, var expected) ->
          "the keyword `%s` does not begin %s".formatted(keyword, expected);
      case SyntaxProblem.ReservedWord(var word) ->
          "`%s` is a reserved word without a use".formatted(word);
      case SyntaxProblem.PathAsPrefix _ -> "a name has one prefix at most";
      case SyntaxProblem.UnclosedBracket(var open) -> "`%s` is never closed".formatted(open);
      case SyntaxProblem.NestedTooDeeply(int deepest) ->
          "more than %d expressions or types stand inside one another".formatted(deepest);
      case SyntaxProblem.TooManyMistakes(int heard) ->
          "there are more mistakes than these %d".formatted(heard);
      case SyntaxProblem.OfCharacters one -> CharacterText.message(one);
      case SyntaxProblem.OfExpressions one -> ExpressionSyntaxText.message(one);
      case SyntaxProblem.OfDefinitions one -> DefinitionText.message(one);
    };
  }

  static String cure(SyntaxProblem problem) {
    return switch (problem) {
      case SyntaxProblem.UnexpectedToken(_, var expected) -> "write " + expected + " here";
      case SyntaxProblem.MissingBehind(_, var expected) -> "write " + expected + " there";
      case SyntaxProblem.KeywordAsName(var keyword) ->
          "choose another name, such as `%s_`".formatted(keyword);
      case SyntaxProblem.MisplacedKeyword(var keyword, _) -> misplaced(keyword);
      case SyntaxProblem.ReservedWord _ ->
          "leave it out: names that begin with a capital letter are public, and `foreign` makes a"
              + " function one for other languages";
      case SyntaxProblem.PathAsPrefix _ ->
          "write the last part of the module's path, or the name that `as` gives it, and one `'`";
      case SyntaxProblem.UnclosedBracket(var open) -> "close it with `%s`".formatted(closing(open));
      case SyntaxProblem.NestedTooDeeply _ -> "give the inner ones names of their own";
      case SyntaxProblem.TooManyMistakes _ ->
          "is it a Pen module? mend the first ones and look again";
      case SyntaxProblem.OfCharacters one -> CharacterText.cure(one);
      case SyntaxProblem.OfExpressions one -> ExpressionSyntaxText.cure(one);
      case SyntaxProblem.OfDefinitions one -> DefinitionText.cure(one);
    };
  }

  private static String misplaced(String keyword) {
    return switch (keyword) {
      case "for" ->
          "there are no loops: write a comprehension, `[type e for x in xs]`, or a function that calls"
              + " itself";
      case "else" -> "put it behind the block of an `if`";
      case "import", "type", "foreign" -> "put it outside of functions";
      default -> "remove it, or choose another name, such as `%s_`".formatted(keyword);
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
