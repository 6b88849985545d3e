package nib.engine.checking;

import java.util.List;
import java.util.function.Function;
import nib.engine.checking.Expectations.Reason;
import nib.engine.diagnostic.ExpressionProblem.ArgumentCount;
import nib.engine.diagnostic.ExpressionProblem.CollectionExpected;
import nib.engine.diagnostic.ExpressionProblem.FunctionExpected;
import nib.engine.diagnostic.ExpressionProblem.ListExpected;
import nib.engine.diagnostic.ExpressionProblem.MapExpected;
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
  private final Expectations expectations;
  private final ExpressionChecker checker;

  BuiltInCalls(Checking checking, ExpressionChecker checker) {
    this.findings = checking.findings();
    this.expectations = checking.expectations();
    this.checker = checker;
  }

  Type check(BuiltIn function, Expression.Call call) {
    var types = checker.checkAll(call.arguments());
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

  private void checkSize(Expression argument, Type type) {
    if (!isCollection(type) && !Types.vague(type)) {
      findings.error(
          new CollectionExpected(
              TypeNames.one(type), Expectations.remedy(type, BuiltInCalls::isCollection)),
          argument.span());
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
    } else if (!Types.vague(type)) {
      var remedy = Expectations.remedy(type, Type.Function.class::isInstance);
      findings.error(new FunctionExpected(TypeNames.one(type), remedy), argument.span());
    }
    return Types.UNKNOWN;
  }

  private Type raced(Expression argument, Type type) {
    if (isListOfLists(type)) {
      return ((Type.ListOf) type).element();
    }
    if (!Types.vague(type) && !(type instanceof Type.ListOf(var inner) && Types.vague(inner))) {
      var remedy = Expectations.remedy(type, BuiltInCalls::isListOfLists);
      findings.error(new ListExpected(TypeNames.one(type), Use.RACE, remedy), argument.span());
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
    noMap(call.arguments().getFirst(), types.getFirst(), use);
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
    noMap(call.arguments().getFirst(), types.getFirst(), Use.DELETE);
    return Types.UNKNOWN;
  }

  private void noMap(Expression argument, Type type, Use use) {
    if (!Types.vague(type)) {
      var remedy = Expectations.remedy(type, Type.MapOf.class::isInstance);
      findings.error(new MapExpected(TypeNames.one(type), use, remedy), argument.span());
    }
  }
}
