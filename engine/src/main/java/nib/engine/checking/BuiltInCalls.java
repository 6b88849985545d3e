package nib.engine.checking;

import java.util.List;
import java.util.function.Function;
import nib.engine.checking.Expectations.Reason;
import nib.engine.diagnostic.ExpressionProblem.ArgumentCount;
import nib.engine.diagnostic.ExpressionProblem.CollectionExpected;
import nib.engine.diagnostic.ExpressionProblem.ListExpected;
import nib.engine.diagnostic.ExpressionProblem.Purpose.Kind;
import nib.engine.diagnostic.ExpressionProblem.SpawnedFunctionArguments;
import nib.engine.diagnostic.ExpressionProblem.Use;
import nib.engine.syntax.Expression;
import nib.engine.types.Type;
import nib.engine.types.Type.Primitive;
import nib.engine.types.TypeRelations;

/// Calls of the language's own functions, each of which has a rule of its own
/// (`infer_built_in_call` and `check_built_in_call` in `lib/hir/src/analysis`).
final class BuiltInCalls {

  private final Findings findings;
  private final Facts facts;
  private final Misfits misfits;
  private final Expectations expectations;
  private final ExpressionChecker checker;

  BuiltInCalls(Checking checking, ExpressionChecker checker) {
    this.findings = checking.findings();
    this.facts = checking.facts();
    this.misfits = checking.misfits();
    this.expectations = checking.expectations();
    this.checker = checker;
  }

  Type check(BuiltIn function, Expression.Call call) {
    var types = arguments(function, call);
    boolean counted = types.size() == function.arguments();
    if (!counted) {
      findings.error(
          new ArgumentCount(function.written(), types.size(), function.arguments()),
          Calls.misplaced(call, function.arguments()));
    }
    return switch (function) {
      case DEBUG -> Primitive.NONE;
      case ERROR -> Primitive.ERROR;
      case REFLECT_DEBUG -> Primitive.STRING;
      case REFLECT_EQUAL -> TypeRelations.union(List.of(Primitive.BOOLEAN, Primitive.NONE));
      case SIZE -> {
        if (counted) {
          checkSize(call.arguments().getFirst(), types.getFirst());
        }
        yield Primitive.NUMBER;
      }
      case SOURCE -> {
        if (counted) {
          expectations.expect(
              call.arguments().getFirst(),
              types.getFirst(),
              Primitive.ERROR,
              () -> new Reason(Kind.ARGUMENT));
        }
        yield Primitive.ANY;
      }
      case GO -> counted ? future(call.arguments().getFirst(), types.getFirst()) : Types.UNKNOWN;
      case RACE -> counted ? raced(call.arguments().getFirst(), types.getFirst()) : Types.UNKNOWN;
      case KEYS -> counted ? listed(call, types, Use.KEYS, Type.MapOf::key) : Types.UNKNOWN;
      case VALUES -> counted ? listed(call, types, Use.VALUES, Type.MapOf::value) : Types.UNKNOWN;
      case DELETE -> counted ? without(call, types) : Types.UNKNOWN;
    };
  }

  private List<Type> arguments(BuiltIn function, Expression.Call call) {
    return switch (function) {
      case GO, KEYS, RACE, VALUES -> {
        facts.suspect();
        var inside = checker.surroundings().asArgument(function);
        yield call.arguments().stream().map(one -> checker.check(one, inside)).toList();
      }
      case DEBUG, DELETE, ERROR, REFLECT_DEBUG, REFLECT_EQUAL, SIZE, SOURCE ->
          checker.checkAll(call.arguments());
    };
  }

  private void checkSize(Expression argument, Type type) {
    if (!isCollection(type)) {
      misfits.report(argument, type, BuiltInCalls::isCollection, CollectionExpected::new);
    }
  }

  private static boolean isCollection(Type type) {
    return type instanceof Type.ListOf || type instanceof Type.MapOf;
  }

  /// What `go` gives is a function of the same type as the one that it runs.
  private Type future(Expression argument, Type type) {
    if (type instanceof Type.Function(var parameters, _)) {
      if (parameters.isEmpty()) {
        return type;
      }
      findings.error(new SpawnedFunctionArguments(parameters.size()), argument.span());
    } else {
      misfits.noFunction(argument, type);
    }
    return Types.UNKNOWN;
  }

  private Type raced(Expression argument, Type type) {
    if (isListOfLists(type)) {
      return ((Type.ListOf) type).element();
    }
    if (!(type instanceof Type.ListOf(var inner) && Types.vague(inner))) {
      misfits.report(
          argument,
          type,
          BuiltInCalls::isListOfLists,
          (found, remedy) -> new ListExpected(found, Use.RACE, remedy));
    }
    return Types.UNKNOWN;
  }

  private static boolean isListOfLists(Type type) {
    return type instanceof Type.ListOf(var inner) && inner instanceof Type.ListOf;
  }

  private Type listed(
      Expression.Call call, List<Type> types, Use use, Function<Type.MapOf, Type> part) {
    if (types.getFirst() instanceof Type.MapOf map) {
      return new Type.ListOf(part.apply(map));
    }
    misfits.noMap(call.arguments().getFirst(), types.getFirst(), use);
    return Types.UNKNOWN;
  }

  private Type without(Expression.Call call, List<Type> types) {
    if (types.getFirst() instanceof Type.MapOf map) {
      expectations.expect(
          call.arguments().getLast(),
          types.getLast(),
          map.key(),
          () -> new Reason(Kind.DELETED_KEY));
      return map;
    }
    misfits.noMap(call.arguments().getFirst(), types.getFirst(), Use.DELETE);
    return Types.UNKNOWN;
  }
}
