package nib.engine.diagnostic;

import java.util.List;
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
import nib.engine.diagnostic.ExpressionProblem.RecordExpected;
import nib.engine.diagnostic.ExpressionProblem.RecordFieldNotFound;
import nib.engine.diagnostic.ExpressionProblem.RecordFieldPrivate;
import nib.engine.diagnostic.ExpressionProblem.Remedy;
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

/// Cures for each [ExpressionProblem].
final class ExpressionCure {

  private ExpressionCure() {}

  static String of(ExpressionProblem problem) {
    return switch (problem) {
      case VariableNotFound(_, var near) ->
          near.isEmpty() ? "define it, or import the module that does" : meant(near);
      case PrefixMissing(_, var written) -> "write " + either(written);
      case PrefixNotAllowed(_, var name) -> "write `%s`".formatted(name);
      case PrefixNotFound(_, var near) ->
          near.isEmpty() ? "import the module whose prefix this is" : meant(near);
      case VariablePrivate _ ->
          "use a public function: one whose name begins with a capital letter";
      case TypeUsedAsValue _ -> "give a value of the type";
      case BuiltInFunctionNotCalled(var name) ->
          "call it, or wrap it in a function of your own that calls `%s`".formatted(name);
      case TypesNotMatched(_, var expected, _, var remedy) ->
          remedy(remedy, "give a value of type `%s`".formatted(expected));
      case OperandsUnrelated(_, _, _, var remedy) ->
          remedy(remedy, "compare values of which one can have the other's type");
      case InvalidAdditionOperand(_, var remedy) ->
          remedy(remedy, "begin with a number or a string");
      case TypeNotComparable(_, var part, var fields) -> incomparable(part, fields);
      case InvalidRecordEqualOperation _ -> "compare the fields that matter one by one";
      case FunctionExpected(_, var remedy) -> remedy(remedy, "give a function");
      case ArgumentCount(_, int found, int expected) ->
          found < expected
              ? "give %d more".formatted(expected - found)
              : "take %d away".formatted(found - expected);
      case SpawnedFunctionArguments _ ->
          "wrap it in a function without parameters that gives it its arguments";
      case ListExpected(_, var use, var remedy) ->
          remedy(remedy, use == Use.RACE ? "give a list of lists" : "give a list");
      case MapExpected(_, _, var remedy) -> remedy(remedy, "give a map");
      case CollectionExpected(_, var remedy) -> remedy(remedy, "give a list or a map");
      case ListComprehensionIterateeCount _ -> "give as many names as lists";
      case ClauseNameTaken _, FoundNameTaken _ -> "bind another name";
      case VariantExpected _ -> "use the value as it is: it has one type only";
      case AnyTypeBranch _ -> "make it the `else` block";
      case BranchTypeNotMatched(_, var argument) ->
          "branch on a part of `%s`: parts of parts do not count".formatted(argument);
      case MissingElseBlock _ -> "add an `else` block, or a branch for what is left";
      case UnreachableCode _ -> "remove the `else` block";
      case RecordExpected(_, var use, var remedy) ->
          remedy(remedy, use == Use.ACCESS ? "give a record" : "name a record's type");
      case RecordFieldNotFound _ -> "give each field a value";
      case UnknownRecordField(_, _, var near, var others) -> {
        if (!near.isEmpty()) {
          yield meant(near);
        }
        yield others.isEmpty() ? "it has none" : "take one of " + ExpressionText.quoted(others);
      }
      case RecordFieldPrivate(_, var module, _, _) ->
          "use functions of module `%s`, or begin all of its fields with capital letters"
              .formatted(module);
      case UnusedErrorValue _, UnusedErrorOverlooked _ ->
          "pass it on with `?`, branch on it, or bind it to a name";
      case UnionExpected(var found) ->
          found.equals("error")
              ? "return the error as it is"
              : "branch on its type with `if ... as` first";
      case ErrorExpected _ -> "remove the `?`";
      case InvalidTryOperation(var result) ->
          result.equals("error")
              ? "make the result `error | none`, or branch on the error"
              : "make the result `%s | error`, or branch on the error".formatted(result);
      case TryOperationInArgument _, TryOperationInFuture _ ->
          "bind the value to a name before, and use the name here";
      case TypeOverlooked(var type, boolean condition) ->
          condition
              ? "move the condition into a function of its own"
              : "give a record of this module a field of type `%s`".formatted(type);
      case TryOperationInList _ -> "bind the value before the list, or branch on the error";
      case DeadBranch _ -> "remove it, or move it up";
      case MapSpreadOrder _ -> "put the spread first";
      case OperandsNotEvaluated _ -> "evaluate them in statements of their own";
      case MapValuesNotComparable _ -> "compare what matters of the values yourself";
      case PrivateFieldOverlooked(_, var module) ->
          "use functions of module `%s`; another compiler may look".formatted(module);
    };
  }

  private static String remedy(Remedy remedy, String otherwise) {
    return switch (remedy) {
      case NOTHING -> otherwise;
      case CALL -> "call it: add `()`";
      case TRY -> "pass its error on with `?`, or branch on it with `if ... as`";
      case BRANCH -> "branch on its type with `if ... as` first";
      case SPREAD ->
          "spread it into a new one with `...`: types of elements do not widen by themselves";
      case LIST -> "take its `keys(...)` or its `values(...)`";
      case WRAP -> "make it one: `error(...)`";
    };
  }

  private static String incomparable(String part, List<String> fields) {
    if (!fields.isEmpty()) {
      return "compare the fields that matter one by one";
    }
    return switch (part) {
      case "any" -> "branch on its type with `if ... as` first, or use a more exact type";
      case "error" -> "pass it on with `?`, or branch on it with `if ... as`";
      default -> "compare something that stands for it";
    };
  }

  private static String meant(List<String> near) {
    return "did you mean %s?".formatted(either(near));
  }

  private static String either(List<String> names) {
    var last = "`" + names.getLast() + "`";
    return names.size() == 1
        ? last
        : ExpressionText.quoted(names.subList(0, names.size() - 1)) + " or " + last;
  }
}
