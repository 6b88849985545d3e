package nib.engine.diagnostic;

import java.util.List;

/// What can be wrong in a function's body (`lib/hir/src/analysis/error.rs`,
/// `lib/hir-mir/src/error.rs`), and what the compiler takes but nobody can have meant.
///
/// Types are texts here, as Pen source; where records of one name and of different modules meet in
/// one problem, their modules stand before them: `'Shape'Point`.
public sealed interface ExpressionProblem extends Problem {

  /// What a value is there for, and so what its type has to fit.
  ///
  /// @param name which one, where there are several: a field, a parameter's number, an operator
  record Purpose(Kind kind, String name) {

    /// What values are there for.
    public enum Kind {
      ARGUMENT,
      CONDITION,
      DELETED_KEY,
      ELEMENT,
      FIELD,
      KEY,
      LEFT_OPERAND,
      OPERAND,
      RESULT,
      RIGHT_OPERAND,
      SOUGHT_KEY,
      SPREAD_ELEMENT,
      SPREAD_KEY,
      SPREAD_VALUE,
      UPDATED_RECORD,
      VALUE
    }

    public Purpose(Kind kind) {
      this(kind, "");
    }
  }

  /// What turns a value of the wrong type into one of the right type.
  enum Remedy {
    NOTHING,
    /// It is a function without parameters, whose result fits.
    CALL,
    /// It may be an error, and fits otherwise.
    TRY,
    /// Some of the types that it may have fit.
    BRANCH,
    /// It is a list or a map of what fits, and may be spread into one of the right type.
    SPREAD,
    /// It is a map, whose keys or values make a list.
    LIST,
    /// An error is wanted, and anything can be made one.
    WRAP
  }

  /// What needs a list, a map or a record.
  enum Use {
    ACCESS,
    COMPREHENSION,
    CONSTRUCTION,
    DELETE,
    IF_LIST,
    IF_MAP,
    KEYS,
    RACE,
    SPREAD_IN_LIST,
    SPREAD_IN_MAP,
    UPDATE,
    VALUES
  }

  // Names.

  /// Nothing has the name of a variable.
  ///
  /// @param near names in scope that are spelled alike, the nearest first
  record VariableNotFound(String name, List<String> near) implements ExpressionProblem {
    public VariableNotFound {
      near = List.copyOf(near);
    }
  }

  /// The name is there, behind a module's prefix.
  ///
  /// @param written how it has to be written here
  record PrefixMissing(String name, List<String> written) implements ExpressionProblem {
    public PrefixMissing {
      written = List.copyOf(written);
    }
  }

  /// The import lists the name, which takes the prefix away.
  record PrefixNotAllowed(String written, String name) implements ExpressionProblem {}

  record PrefixNotFound(String prefix, List<String> near) implements ExpressionProblem {
    public PrefixNotFound {
      near = List.copyOf(near);
    }
  }

  record VariablePrivate(String name, String module) implements ExpressionProblem {}

  record TypeUsedAsValue(String name) implements ExpressionProblem {}

  record BuiltInFunctionNotCalled(String name) implements ExpressionProblem {}

  // Types.

  /// A value of one type stands where another is needed.
  ///
  /// @param expected the type that it has to be, or be a part of
  record TypesNotMatched(String found, String expected, Purpose purpose, Remedy remedy)
      implements ExpressionProblem {}

  /// Neither operand of a comparison can have the other's type.
  record OperandsUnrelated(String operator, String left, String right, Remedy remedy)
      implements ExpressionProblem {}

  /// What `+` adds is decided by its left operand: numbers or strings.
  record InvalidAdditionOperand(String found, Remedy remedy) implements ExpressionProblem {}

  /// `==` on a type whose values cannot be compared.
  ///
  /// @param part what cannot be compared
  /// @param fields how to come to it, by records' fields (`Point.x`); may be empty
  record TypeNotComparable(String type, String part, List<String> fields)
      implements ExpressionProblem {
    public TypeNotComparable {
      fields = List.copyOf(fields);
    }
  }

  record InvalidRecordEqualOperation(String record, String part, List<String> fields)
      implements ExpressionProblem {
    public InvalidRecordEqualOperation {
      fields = List.copyOf(fields);
    }
  }

  // Calls.

  record FunctionExpected(String found, Remedy remedy) implements ExpressionProblem {}

  /// A call with too many or too few arguments.
  ///
  /// @param function as written; empty where it has no name
  record ArgumentCount(String function, int found, int expected) implements ExpressionProblem {}

  record SpawnedFunctionArguments(int parameters) implements ExpressionProblem {}

  // Lists and maps.

  record ListExpected(String found, Use use, Remedy remedy) implements ExpressionProblem {}

  record MapExpected(String found, Use use, Remedy remedy) implements ExpressionProblem {}

  record CollectionExpected(String found, Remedy remedy) implements ExpressionProblem {}

  record ListComprehensionIterateeCount(int names, int lists) implements ExpressionProblem {}

  /// A list of a `for` mentions a name of its surroundings that the same `for` binds anew.
  record ClauseNameTaken(String name) implements ExpressionProblem {}

  /// An `else` block mentions a name of its surroundings that its `if` binds to what is found in a
  /// map.
  record FoundNameTaken(String name) implements ExpressionProblem {}

  /// A list, map or function that becomes a part of a union or of `any` in a place that the
  /// compiler does not look at when it prepares their types.
  ///
  /// @param condition whether the place is in a condition of a comprehension
  record TypeOverlooked(String type, boolean condition) implements ExpressionProblem {}

  // Conditionals.

  record VariantExpected(String found) implements ExpressionProblem {}

  record AnyTypeBranch() implements ExpressionProblem {}

  record BranchTypeNotMatched(String branch, String argument) implements ExpressionProblem {}

  /// Branches by type that do not take all of it.
  ///
  /// @param rest the types that no branch takes
  record MissingElseBlock(String rest) implements ExpressionProblem {}

  record UnreachableCode(String argument) implements ExpressionProblem {}

  // Records.

  record RecordExpected(String found, Use use, Remedy remedy) implements ExpressionProblem {}

  /// A new record without all of its fields.
  ///
  /// @param fields those that it lacks, in the order of the definition
  record RecordFieldNotFound(String record, List<String> fields) implements ExpressionProblem {
    public RecordFieldNotFound {
      fields = List.copyOf(fields);
    }
  }

  /// A field that the record does not have.
  ///
  /// @param near fields that are spelled alike, the nearest first
  /// @param others some of the fields, where none is spelled alike
  record UnknownRecordField(String record, String field, List<String> near, List<String> others)
      implements ExpressionProblem {
    public UnknownRecordField {
      near = List.copyOf(near);
      others = List.copyOf(others);
    }
  }

  /// Fields of a record that its module keeps for itself.
  ///
  /// @param hidden the fields that are private, because of which all are
  record RecordFieldPrivate(String record, String module, Use use, List<String> hidden)
      implements ExpressionProblem {
    public RecordFieldPrivate {
      hidden = List.copyOf(hidden);
    }
  }

  // Errors.

  record UnusedErrorValue(String found) implements ExpressionProblem {}

  record UnionExpected(String found) implements ExpressionProblem {}

  /// `?` on what is never an error.
  record ErrorExpected(String found) implements ExpressionProblem {}

  record InvalidTryOperation(String result) implements ExpressionProblem {}

  record TryOperationInList() implements ExpressionProblem {}

  /// `?` in the argument of one of the language's functions that make lists.
  record TryOperationInArgument(String function) implements ExpressionProblem {}

  // What the compiler takes.

  /// The types of this branch are all taken by branches before it.
  record DeadBranch(String type) implements ExpressionProblem {}

  record MapSpreadOrder() implements ExpressionProblem {}

  /// `?` in the argument of `go`.
  record TryOperationInFuture() implements ExpressionProblem {}

  record OperandsNotEvaluated(String operator) implements ExpressionProblem {}

  record MapValuesNotComparable(String map, String value) implements ExpressionProblem {}

  record UnusedErrorOverlooked(String found) implements ExpressionProblem {}

  record PrivateFieldOverlooked(String record, String module) implements ExpressionProblem {}
}
