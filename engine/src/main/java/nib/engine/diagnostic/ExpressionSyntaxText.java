package nib.engine.diagnostic;

/// Words for what expressions and blocks get wrong in their form.
final class ExpressionSyntaxText {

  private ExpressionSyntaxText() {}

  static String message(SyntaxProblem.OfExpressions problem) {
    return switch (problem) {
      case SyntaxProblem.UnaryOperator(var sign) ->
          "there is no `%s` before an operand: it can only begin a number".formatted(sign);
      case SyntaxProblem.DoubledOperator(var sign) ->
          "there is no operator `%s%s`".formatted(sign, sign);
      case SyntaxProblem.EqualsInExpression _ -> "`=` stands inside an expression";
      case SyntaxProblem.EqualsInCondition _ -> "`=` does not compare";
      case SyntaxProblem.ElseMissing _ -> "the `if` has no `else`";
      case SyntaxProblem.NotElseIf(var word) -> "`%s` is no keyword".formatted(word);
      case SyntaxProblem.BindingAfterElse _ -> "`else if` has a condition here and gives no name";
      case SyntaxProblem.ElseIfTakesType _ -> "`else if` has a type alone here";
      case SyntaxProblem.EmptyBlock _ -> "the block is empty";
      case SyntaxProblem.LastStatementNamed(var name) ->
          "the block ends with `%s = ...` and has no value".formatted(name);
      case SyntaxProblem.ListWithoutType _ -> "the list does not say what it is a list of";
      case SyntaxProblem.MapWithoutTypes _ -> "the map does not say what its keys and values are";
      case SyntaxProblem.RepeatedField(var name) -> "the field `%s` is given twice".formatted(name);
      case SyntaxProblem.MapReadAsRecord _ ->
          "the compiler takes a name and `{` behind it for the beginning of a record";
      case SyntaxProblem.NoIndexing _ -> "`[` behind an expression looks nothing up here";
      case SyntaxProblem.ListPattern _ -> "`if [` takes a list apart";
      case SyntaxProblem.UpdateWithoutFields _ -> "no field is replaced";
    };
  }

  static String cure(SyntaxProblem.OfExpressions problem) {
    return switch (problem) {
      case SyntaxProblem.UnaryOperator(var sign) ->
          sign.equals("-") ? "write `0 - x`, or `-1` without a blank" : "remove it";
      case SyntaxProblem.DoubledOperator(var sign) -> "write `%s`".formatted(sign);
      case SyntaxProblem.EqualsInExpression _ ->
          "write `==` to compare; `name = value` is a statement of its own";
      case SyntaxProblem.EqualsInCondition _ ->
          "write `==` to compare, or go on with `as` and a type, or with a key as in `[k]`";
      case SyntaxProblem.ElseMissing _ ->
          "add `else { none }` or another block: every `if` has a value";
      case SyntaxProblem.NotElseIf _ -> "write `else if`";
      case SyntaxProblem.BindingAfterElse _ -> "put the `if` between the braces of `else { }`";
      case SyntaxProblem.ElseIfTakesType _ -> "write `else if` and the type";
      case SyntaxProblem.EmptyBlock _ -> "write an expression into it, such as `none`";
      case SyntaxProblem.LastStatementNamed(var name) ->
          "add a last line with the block's value, such as `%s`".formatted(name);
      case SyntaxProblem.ListWithoutType _ ->
          "begin with the type of its elements, as in `[number 1, 2]`";
      case SyntaxProblem.MapWithoutTypes _ ->
          "begin with their types, as in `{string: number \"a\": 1}`";
      case SyntaxProblem.RepeatedField _ -> "remove one of them";
      case SyntaxProblem.MapReadAsRecord _ -> "put the map into parentheses, or give it a name";
      case SyntaxProblem.NoIndexing _ ->
          "write `if value = map[key] { ... } else { ... }` for a map, and `if [x, ...xs] = list`"
              + " for a list";
      case SyntaxProblem.ListPattern _ ->
          "write `if [x, ...xs] = list`, or put a condition into parentheses";
      case SyntaxProblem.UpdateWithoutFields _ ->
          "add a comma and the fields that differ, or use the record as it is";
    };
  }
}
