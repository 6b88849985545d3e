package nib.engine.diagnostic;

import java.util.List;
import java.util.stream.Collectors;
import nib.engine.diagnostic.ExpressionProblem.AnyTypeBranch;
import nib.engine.diagnostic.ExpressionProblem.ArgumentCount;
import nib.engine.diagnostic.ExpressionProblem.BranchTypeNotMatched;
import nib.engine.diagnostic.ExpressionProblem.BuiltInFunctionNotCalled;
import nib.engine.diagnostic.ExpressionProblem.ClauseNameTaken;
import nib.engine.diagnostic.ExpressionProblem.CollectionExpected;
import nib.engine.diagnostic.ExpressionProblem.DeadBranch;
import nib.engine.diagnostic.ExpressionProblem.ErrorExpected;
import nib.engine.diagnostic.ExpressionProblem.FoundNameTaken;
import nib.engine.diagnostic.ExpressionProblem.FunctionExpected;
import nib.engine.diagnostic.ExpressionProblem.InvalidAdditionOperand;
import nib.engine.diagnostic.ExpressionProblem.InvalidRecordEqualOperation;
import nib.engine.diagnostic.ExpressionProblem.InvalidTryOperation;
import nib.engine.diagnostic.ExpressionProblem.ListComprehensionIterateeCount;
import nib.engine.diagnostic.ExpressionProblem.ListExpected;
import nib.engine.diagnostic.ExpressionProblem.MapExpected;
import nib.engine.diagnostic.ExpressionProblem.MapSpreadOrder;
import nib.engine.diagnostic.ExpressionProblem.MapValuesNotComparable;
import nib.engine.diagnostic.ExpressionProblem.MissingElseBlock;
import nib.engine.diagnostic.ExpressionProblem.OperandsNotEvaluated;
import nib.engine.diagnostic.ExpressionProblem.OperandsUnrelated;
import nib.engine.diagnostic.ExpressionProblem.PrefixMissing;
import nib.engine.diagnostic.ExpressionProblem.PrefixNotAllowed;
import nib.engine.diagnostic.ExpressionProblem.PrefixNotFound;
import nib.engine.diagnostic.ExpressionProblem.PrivateFieldOverlooked;
import nib.engine.diagnostic.ExpressionProblem.Purpose;
import nib.engine.diagnostic.ExpressionProblem.RecordExpected;
import nib.engine.diagnostic.ExpressionProblem.RecordFieldNotFound;
import nib.engine.diagnostic.ExpressionProblem.RecordFieldPrivate;
import nib.engine.diagnostic.ExpressionProblem.SpawnedFunctionArguments;
import nib.engine.diagnostic.ExpressionProblem.TryOperationInArgument;
import nib.engine.diagnostic.ExpressionProblem.TryOperationInFuture;
import nib.engine.diagnostic.ExpressionProblem.TryOperationInList;
import nib.engine.diagnostic.ExpressionProblem.TypeNotComparable;
import nib.engine.diagnostic.ExpressionProblem.TypeOverlooked;
import nib.engine.diagnostic.ExpressionProblem.TypeUsedAsValue;
import nib.engine.diagnostic.ExpressionProblem.TypesNotMatched;
import nib.engine.diagnostic.ExpressionProblem.UnionExpected;
import nib.engine.diagnostic.ExpressionProblem.UnknownRecordField;
import nib.engine.diagnostic.ExpressionProblem.UnreachableCode;
import nib.engine.diagnostic.ExpressionProblem.UnusedErrorOverlooked;
import nib.engine.diagnostic.ExpressionProblem.UnusedErrorValue;
import nib.engine.diagnostic.ExpressionProblem.Use;
import nib.engine.diagnostic.ExpressionProblem.VariableNotFound;
import nib.engine.diagnostic.ExpressionProblem.VariablePrivate;
import nib.engine.diagnostic.ExpressionProblem.VariantExpected;

/// Messages for each [ExpressionProblem]. [ExpressionCure] has the cures.
final class ExpressionText {

  /// So many fields of a long way are shown.
  private static final int MOST_FIELDS = 8;

  private ExpressionText() {}

  static String message(ExpressionProblem problem) {
    return switch (problem) {
      case VariableNotFound(var name, _) -> "nothing here is named `%s`".formatted(name);
      case PrefixMissing(var name, var written) ->
          "nothing here is named `%s`; there is %s".formatted(name, quoted(written));
      case PrefixNotAllowed(var written, var name) ->
          "`%s` is imported without a prefix, as `%s`".formatted(written, name);
      case PrefixNotFound(var prefix, _) -> "no import has the prefix `%s`".formatted(prefix);
      case VariablePrivate(var name, var module) ->
          "`%s` is private to module `%s`".formatted(name, module);
      case TypeUsedAsValue(var name) -> "`%s` is a type, not a value".formatted(name);
      case BuiltInFunctionNotCalled(var name) ->
          "the built-in function `%s` is not called here".formatted(name);
      case TypesNotMatched(var found, var expected, var purpose, _) ->
          "found `%s`, but %s has to be `%s`".formatted(found, words(purpose), expected);
      case OperandsUnrelated(var operator, var left, var right, _) ->
          "`%s` compares `%s` with `%s`, and neither is a part of the other"
              .formatted(operator, left, right);
      case InvalidAdditionOperand(var found, _) ->
          "found `%s`, but the left operand of `+` has to be `number` or `string`".formatted(found);
      case TypeNotComparable(var type, var part, var fields) ->
          "values of `%s` cannot be compared%s".formatted(type, because(type, part, fields));
      case InvalidRecordEqualOperation(var record, var part, var fields) ->
          "records of `%s` cannot be compared%s".formatted(record, because(record, part, fields));
      case FunctionExpected(var found, _) -> "found `%s`, expected a function".formatted(found);
      case ArgumentCount(var function, int found, int expected) ->
          "%s takes %s, found %s"
              .formatted(
                  function.isEmpty() ? "the function" : "`" + function + "`",
                  count(expected, "argument"),
                  found == 0 ? "none" : Integer.toString(found));
      case SpawnedFunctionArguments(int parameters) ->
          "`go` runs a function without parameters, and this one takes %s"
              .formatted(count(parameters, "argument"));
      case ListExpected(var found, var use, _) ->
          "found `%s`, expected a list: %s".formatted(found, words(use));
      case MapExpected(var found, var use, _) ->
          "found `%s`, expected a map: %s".formatted(found, words(use));
      case CollectionExpected(var found, _) ->
          "found `%s`, expected a list or a map: `size` counts nothing else".formatted(found);
      case ListComprehensionIterateeCount(int names, int lists) ->
          "%s for %s".formatted(count(names, "name"), count(lists, "list"));
      case ClauseNameTaken(var name) ->
          "`%s` is bound by this `for` too, and the compiler mixes the two up".formatted(name);
      case FoundNameTaken(var name) ->
          "`%s` is bound by this `if` too, and the compiler mixes the two up in the `else` block"
              .formatted(name);
      case TypeOverlooked(var type, boolean condition) ->
          condition
              ? "the compiler overlooks `%s` in a condition of `for`, and fails".formatted(type)
              : "the compiler overlooks `%s` here, and fails: the module has it nowhere else"
                  .formatted(type);
      case VariantExpected(var found) ->
          "found `%s`, expected a union or `any` to branch on".formatted(found);
      case AnyTypeBranch() -> "a branch for `any` takes every type";
      case BranchTypeNotMatched(var branch, var argument) ->
          "found `%s`, which is no part of `%s`".formatted(branch, argument);
      case MissingElseBlock(var rest) ->
          rest.equals("any")
              ? "the branches do not take all that `any` may be"
              : "no branch takes `%s`".formatted(rest);
      case UnreachableCode(var argument) ->
          "the branches take all of `%s`: nothing is left for `else`".formatted(argument);
      case RecordExpected(var found, var use, _) ->
          "found `%s`, expected a record: %s".formatted(found, words(use));
      case RecordFieldNotFound(var record, var fields) ->
          "%s of `%s` %s left out: %s"
              .formatted(
                  fields.size() == 1 ? "a field" : "fields",
                  record,
                  fields.size() == 1 ? "is" : "are",
                  quoted(fields));
      case UnknownRecordField(var record, var field, _, _) ->
          "record `%s` has no field `%s`".formatted(record, field);
      case RecordFieldPrivate(var record, var module, var use, var hidden) ->
          "%s outside of module `%s`, because of its private %s %s"
              .formatted(
                  hiding(record, use),
                  module,
                  hidden.size() == 1 ? "field" : "fields",
                  quoted(hidden));
      case UnusedErrorValue(var found) ->
          "this value of `%s` may be an error, and nobody looks".formatted(found);
      case UnionExpected(var found) ->
          "`?` needs a union of `error` and what else there may be, found `%s`".formatted(found);
      case ErrorExpected(var found) -> "`?` on `%s`, which is never an error".formatted(found);
      case InvalidTryOperation(var result) ->
          result.equals("error")
              ? "`?` in a function whose result is `error` and nothing else"
              : "`?` returns errors from a function whose result is `%s`".formatted(result);
      case TryOperationInList() -> "`?` in a list, whose elements are evaluated later";
      case TryOperationInArgument(var function) ->
          "`?` in the argument of `%s`, which is evaluated later".formatted(function);
      case TryOperationInFuture() ->
          "`?` in the argument of `go` gives the error to who waits for the result, whatever its type";
      case DeadBranch(var type) -> "the branches before this one take all of `%s`".formatted(type);
      case MapSpreadOrder() ->
          "a spread map is evaluated before what stands to its left, and replaces nothing of it";
      case OperandsNotEvaluated(var operator) ->
          "both operands are `none`: `%s` is %s without evaluating them"
              .formatted(operator, operator.equals("==") ? "true" : "false");
      case MapValuesNotComparable(var map, var value) ->
          "maps of `%s` that share a key are never equal: values of `%s` cannot be compared"
              .formatted(map, value);
      case UnusedErrorOverlooked(var found) ->
          "this value of `%s` may be an error, which the compiler overlooks in a condition of `for`"
              .formatted(found);
      case PrivateFieldOverlooked(var record, var module) ->
          ("fields of `%s` are private to module `%s`, which the compiler overlooks in a condition"
                  + " of `for`")
              .formatted(record, module);
    };
  }

  static String cure(ExpressionProblem problem) {
    return ExpressionCure.of(problem);
  }

  static String quoted(List<String> names) {
    return names.stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
  }

  private static String count(int number, String thing) {
    return switch (number) {
      case 0 -> "no " + thing + "s";
      case 1 -> "1 " + thing;
      default -> number + " " + thing + "s";
    };
  }

  private static String because(String whole, String part, List<String> fields) {
    if (!fields.isEmpty()) {
      var way =
          fields.stream()
                  .limit(MOST_FIELDS)
                  .map("`%s`"::formatted)
                  .collect(Collectors.joining(" leads to "))
              + (fields.size() > MOST_FIELDS ? " leads to …" : "");
      var which = fields.size() == 1 ? "" : ", which";
      return ", because %s%s holds `%s`".formatted(way, which, part);
    }
    return whole.equals(part) ? "" : ", because they hold `%s`".formatted(part);
  }

  private static String hiding(String record, Use use) {
    return (switch (use) {
          case CONSTRUCTION -> "`%s` cannot be made";
          case UPDATE -> "`%s` cannot be updated";
          case ACCESS,
              COMPREHENSION,
              DELETE,
              IF_LIST,
              IF_MAP,
              KEYS,
              RACE,
              SPREAD_IN_LIST,
              SPREAD_IN_MAP,
              VALUES ->
              "fields of `%s` cannot be read";
        })
        .formatted(record);
  }

  private static String words(Use use) {
    return switch (use) {
      case ACCESS -> "nothing else has fields";
      case COMPREHENSION -> "`for` goes through lists";
      case CONSTRUCTION -> "only records are made of fields";
      case DELETE -> "`delete` takes a key out of a map";
      case IF_LIST -> "`if [...]` takes the first element off a list";
      case IF_MAP -> "`if ... = ...[...]` looks up a key in a map";
      case KEYS -> "`keys` lists those of a map";
      case RACE -> "`race` takes a list of lists";
      case SPREAD_IN_LIST -> "`...` spreads lists into a list";
      case SPREAD_IN_MAP -> "`...` spreads maps into a map";
      case UPDATE -> "only records are updated";
      case VALUES -> "`values` lists those of a map";
    };
  }

  private static String words(Purpose purpose) {
    var name = purpose.name();
    return switch (purpose.kind()) {
      case ARGUMENT -> name.isEmpty() ? "the argument" : "argument " + name;
      case CONDITION -> "a condition";
      case DELETED_KEY -> "the key to delete";
      case ELEMENT -> "an element of this list";
      case FIELD -> "field `" + name + "`";
      case KEY -> "a key of this map";
      case LEFT_OPERAND -> "the left operand of `" + name + "`";
      case OPERAND -> "the operand of `" + name + "`";
      case RESULT -> "the function's result";
      case RIGHT_OPERAND -> "the right operand of `" + name + "`";
      case SOUGHT_KEY -> "the key to look up";
      case SPREAD_ELEMENT -> "an element of the spread list";
      case SPREAD_KEY -> "a key of the spread map";
      case SPREAD_VALUE -> "a value of the spread map";
      case UPDATED_RECORD -> "the updated record";
      case VALUE -> "a value of this map";
    };
  }
}
