package nib.engine.diagnostic;

import java.util.List;
import java.util.stream.Collectors;
import nib.engine.diagnostic.TypeProblem.ContextTypeNotFound;
import nib.engine.diagnostic.TypeProblem.DuplicateField;
import nib.engine.diagnostic.TypeProblem.DuplicateFunction;
import nib.engine.diagnostic.TypeProblem.DuplicateParameter;
import nib.engine.diagnostic.TypeProblem.DuplicateType;
import nib.engine.diagnostic.TypeProblem.HidesBuiltIn;
import nib.engine.diagnostic.TypeProblem.ImpossibleRecord;
import nib.engine.diagnostic.TypeProblem.MainMismatch;
import nib.engine.diagnostic.TypeProblem.MainNotFound;
import nib.engine.diagnostic.TypeProblem.MainParameters;
import nib.engine.diagnostic.TypeProblem.MapKeyNotComparable;
import nib.engine.diagnostic.TypeProblem.NameNotFound;
import nib.engine.diagnostic.TypeProblem.NeedlessUnion;
import nib.engine.diagnostic.TypeProblem.NewContextFunctionMismatch;
import nib.engine.diagnostic.TypeProblem.NewContextFunctionNotFound;
import nib.engine.diagnostic.TypeProblem.PrivateName;
import nib.engine.diagnostic.TypeProblem.PrivateType;
import nib.engine.diagnostic.TypeProblem.RecursiveAlias;
import nib.engine.diagnostic.TypeProblem.TestParameters;
import nib.engine.diagnostic.TypeProblem.TestResult;
import nib.engine.diagnostic.TypeProblem.TypeTooLarge;
import nib.engine.diagnostic.TypeProblem.UnknownPrefix;
import nib.engine.diagnostic.TypeProblem.UnknownType;

/// Words for each [TypeProblem].
final class TypeText {

  /// So many names of a cycle are shown.
  private static final int MOST = 8;

  private TypeText() {}

  static String message(TypeProblem problem) {
    return switch (problem) {
      case UnknownType(var name, _, _) -> "unknown type `%s`".formatted(name);
      case UnknownPrefix(var name, var prefix, _) ->
          "unknown type `%s`: no import has the prefix `%s`".formatted(name, prefix);
      case PrivateType(var name, var module) ->
          "type `%s` is private to module `%s`".formatted(name, module);
      case RecursiveAlias(var cycle) ->
          cycle.size() == 1
              ? "type alias `%s` is defined by nothing but itself".formatted(cycle.getFirst())
              : "type aliases are defined by nothing but each other: %s, `%s`"
                  .formatted(chain(cycle), cycle.getFirst());
      case TypeTooLarge(int parts, int depth) ->
          "with its aliases expanded, the type has more than %,d parts, or more than %d inside one another"
              .formatted(parts, depth);
      case DuplicateFunction(var name) -> "function `%s` is defined twice".formatted(name);
      case DuplicateType(var name) -> "type `%s` is defined twice".formatted(name);
      case ImpossibleRecord(var name, var fields) ->
          "record `%s` can never be made: it contains itself, through %s"
              .formatted(name, chain(fields));
      case MapKeyNotComparable(var key, var part, var fields) -> uncomparable(key, part, fields);
      case NameNotFound(var name, var module, _) ->
          "module `%s` defines no `%s`".formatted(module, name);
      case PrivateName(var name, var module) ->
          "`%s` is private to module `%s`, so this brings nothing in".formatted(name, module);
      case MainNotFound() -> "a main module has to define a function `main`";
      case MainParameters(int count) ->
          "`main` takes %d parameters, expected one, the context".formatted(count);
      case MainMismatch(var found, var expected, boolean hidden) ->
          "found `%s` in the type of `main`, expected %s"
              .formatted(found, hidden ? "the context that it is given" : "`" + expected + "`");
      case ContextTypeNotFound(var dependency) ->
          "system package `%s` has no public type `Context` in a module `'Context`"
              .formatted(dependency);
      case NewContextFunctionNotFound(var dependency) ->
          "system package `%s` has no function `UnsafeNew` in its module `'Context`"
              .formatted(dependency);
      case NewContextFunctionMismatch(var dependency, var found, var context) ->
          "`UnsafeNew` of system package `%s` is `%s`, expected `\\() %s`"
              .formatted(dependency, found, context);
      case TestParameters(var name) ->
          "`%s` is public, so it is a test, and tests take no parameters".formatted(name);
      case TestResult(var name, var found) ->
          "test `%s` returns `%s`, expected `none | error`".formatted(name, found);
      case DuplicateField(var name, var type) ->
          "record `%s` has two fields `%s`".formatted(type, name);
      case NeedlessUnion(var record, var type) ->
          "the compiler fails at a union that is `%s` alone, in a field of `%s`"
              .formatted(type, record);
      case DuplicateParameter(var name, var function) ->
          "function `%s` has two parameters `%s`".formatted(function, name);
      case HidesBuiltIn(var name) ->
          "type `%s` hides the language's own type of that name".formatted(name);
    };
  }

  static String cure(TypeProblem problem) {
    return switch (problem) {
      case UnknownType(_, var nearest, var modules) -> missing(nearest, modules);
      case UnknownPrefix(_, var prefix, var modules) ->
          modules.isEmpty()
              ? "import a module of that name, or one `as %s`".formatted(prefix)
              : "import %s, which defines it".formatted(either(modules));
      case PrivateType _ -> "use a public type: one whose name begins with a capital letter";
      case RecursiveAlias _ -> "define one of them by other types, or make it a record";
      case TypeTooLarge _ -> "make one of the types that it is built of a record";
      case DuplicateFunction _, DuplicateType _ -> "rename one of the two, or remove it";
      case ImpossibleRecord _ ->
          "let one of the fields be absent: a union with `none`, a list, a map or a function";
      case MapKeyNotComparable _ ->
          "use keys without `any`, errors and functions: strings, numbers, records of these";
      case NameNotFound(_, _, var nearest) ->
          nearest.isEmpty()
              ? "remove it, or define it there"
              : "did you mean %s?".formatted(either(nearest));
      case PrivateName _ -> "remove it, or let the name begin with a capital letter there";
      case MainNotFound _ -> "write main = \\(ctx context) none { ... }";
      case MainParameters _ -> "write main = \\(ctx context) none";
      case MainMismatch(_, var expected, boolean hidden) ->
          hidden
              ? "rename the module's own type `context`, which hides the one that `main` is given"
              : "write `%s`".formatted(expected);
      case ContextTypeNotFound _ ->
          "define it there, or depend on another system package, such as pen:///os";
      case NewContextFunctionNotFound _ -> "define UnsafeNew = \\() Context { ... } there";
      case NewContextFunctionMismatch _ -> "give it that type there";
      case TestParameters _ ->
          "remove them, or let its name begin with a small letter if it is no test";
      case TestResult _ ->
          "return `none | error`, or let its name begin with a small letter if it is no test";
      case NeedlessUnion(_, var type) -> "write `%s`".formatted(type);
      case DuplicateField _, DuplicateParameter _ -> "rename one of the two";
      case HidesBuiltIn _ -> "rename it, unless it is meant to";
    };
  }

  private static String uncomparable(String key, String part, List<String> fields) {
    if (key.equals(part)) {
      return "`%s` cannot be a map's key: its values cannot be compared".formatted(key);
    }
    return fields.isEmpty()
        ? "`%s` cannot be a map's key: `%s` in it cannot be compared".formatted(key, part)
        : "`%s` cannot be a map's key: `%s` in %s cannot be compared"
            .formatted(key, part, chain(fields));
  }

  private static String missing(List<String> nearest, List<String> modules) {
    if (!nearest.isEmpty()) {
      return "did you mean %s?".formatted(either(nearest));
    }
    return modules.isEmpty()
        ? "define it in this module, or import the module that does"
        : "import %s, which defines it".formatted(either(modules));
  }

  private static String either(List<String> names) {
    return names.stream().map("`%s`"::formatted).collect(Collectors.joining(" or "));
  }

  private static String chain(List<String> names) {
    return names.stream().limit(MOST).map("`%s`"::formatted).collect(Collectors.joining(", "))
        + (names.size() > MOST ? ", …" : "");
  }
}
