package nib.engine.checking;

import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import nib.engine.checking.Comparisons.Comparison;
import nib.engine.checking.Expectations.Reason;
import nib.engine.diagnostic.ExpressionProblem.ErrorExpected;
import nib.engine.diagnostic.ExpressionProblem.InvalidAdditionOperand;
import nib.engine.diagnostic.ExpressionProblem.InvalidTryOperation;
import nib.engine.diagnostic.ExpressionProblem.Purpose;
import nib.engine.diagnostic.ExpressionProblem.Purpose.Kind;
import nib.engine.diagnostic.ExpressionProblem.TryOperationInArgument;
import nib.engine.diagnostic.ExpressionProblem.TryOperationInFuture;
import nib.engine.diagnostic.ExpressionProblem.TryOperationInList;
import nib.engine.diagnostic.ExpressionProblem.UnionExpected;
import nib.engine.syntax.Expression;
import nib.engine.syntax.Expression.Operation;
import nib.engine.syntax.Expression.Operation.Step;
import nib.engine.text.Span;
import nib.engine.types.Type;
import nib.engine.types.Type.Primitive;
import nib.engine.types.TypeRelations;
import nib.engine.types.TypeTexts;

/// Operators.
final class Operations {

  /// What has been computed so far in a run of operators: all that stands to the left of the next.
  private record Left(Expression first, Span span, Type type, boolean alone) {}

  private final Findings findings;
  private final Misfits misfits;
  private final Expectations expectations;
  private final ExpressionChecker checker;
  private final Comparisons comparisons;
  private final IntSupplier calls;

  /// @param calls how many calls were met so far
  Operations(
      Checking checking, ExpressionChecker checker, Comparisons comparisons, IntSupplier calls) {
    this.findings = checking.findings();
    this.misfits = checking.misfits();
    this.expectations = checking.expectations();
    this.checker = checker;
    this.comparisons = comparisons;
    this.calls = calls;
  }

  /// A run may be of any length.
  Type check(Operation operation) {
    var first = operation.first();
    int before = calls.getAsInt();
    var left = new Left(first, first.span(), checker.check(first), true);
    for (var step : operation.steps()) {
      var right = checker.check(step.operand());
      var result = apply(left, step, right, calls.getAsInt() > before);
      left = new Left(first, first.span().to(step.operand().span()), result, false);
    }
    return left.type();
  }

  Type check(Expression.Not not) {
    var type = checker.check(not.operand());
    expectations.expect(
        not.operand(),
        type,
        Primitive.BOOLEAN,
        () -> new Reason(new Purpose(Kind.OPERAND, "!"), List.of()));
    return Primitive.BOOLEAN;
  }

  /// `e?` takes the error out of a union, and returns it from the function around it
  /// (`type_inferrer.rs`, `try_operation_validator.rs`).
  Type check(Expression.Try tried) {
    var type = checker.check(tried.operand());
    var sign = new Span(Math.max(tried.span().end() - 1, 0), tried.span().end());
    if (type == Primitive.ANY || type == Primitive.ERROR) {
      findings.error(new UnionExpected(TypeTexts.one(type)), tried.operand().span());
      return Types.UNKNOWN;
    }
    if (!Types.vague(type) && !TypeRelations.members(type).contains(Primitive.ERROR)) {
      findings.error(new ErrorExpected(TypeTexts.one(type)), sign);
      return type;
    }
    checkPlace(sign);
    return Types.vague(type)
        ? Types.UNKNOWN
        : TypeRelations.difference(type, Primitive.ERROR).orElse(Types.UNKNOWN);
  }

  private void checkPlace(Span sign) {
    var around = checker.surroundings();
    var lambda = around.lambda();
    if (around.inList()) {
      findings.error(new TryOperationInList(), sign);
    } else if (!returnsErrors(lambda.result())) {
      if (lambda.firstBlame()) {
        findings.error(
            new InvalidTryOperation(TypeTexts.one(lambda.result())),
            sign,
            checker.expectedBy(lambda.written()));
      }
    } else if (around.inside().isPresent()) {
      inArgument(around.inside().get(), sign);
    }
  }

  /// An error that is returned is one of a union's members to the compiler, and does not fit a
  /// result that is an error and nothing else (`TryOperation` in
  /// `lib/mir/src/analysis/type_check.rs`).
  private static boolean returnsErrors(Type result) {
    return result != Primitive.ERROR && TypeRelations.subsumes(result, Primitive.ERROR);
  }

  /// The function that the error is returned from is one that the compiler makes around the
  /// argument: that of `go` may return anything, the others return lists.
  private void inArgument(BuiltIn function, Span sign) {
    if (function == BuiltIn.GO) {
      findings.warning(new TryOperationInFuture(), sign, List.of());
    } else {
      findings.error(new TryOperationInArgument(function.written()), sign);
    }
  }

  private Type apply(Left left, Step step, Type right, boolean calling) {
    return switch (step.operator()) {
      case ADD -> add(left, step, right);
      case SUBTRACT, MULTIPLY, DIVIDE -> {
        both(left, step, right, Primitive.NUMBER);
        yield Primitive.NUMBER;
      }
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> {
        both(left, step, right, Primitive.NUMBER);
        yield Primitive.BOOLEAN;
      }
      case AND, OR -> {
        both(left, step, right, Primitive.BOOLEAN);
        yield Primitive.BOOLEAN;
      }
      case EQUAL, NOT_EQUAL -> {
        var first = left.alone() ? Optional.of(left.first()) : Optional.<Expression>empty();
        comparisons.check(new Comparison(first, left.type(), step, right), calling);
        yield Primitive.BOOLEAN;
      }
    };
  }

  /// The left operand decides what is added.
  private Type add(Left left, Step step, Type right) {
    var type = left.type();
    if (type == Primitive.NUMBER || type == Primitive.STRING) {
      right(step, right, type);
      return type;
    }
    misfits.report(
        left.first(),
        type,
        one -> one == Primitive.NUMBER || one == Primitive.STRING,
        InvalidAdditionOperand::new);
    return Types.UNKNOWN;
  }

  private void both(Left left, Step step, Type right, Type expected) {
    var purpose = new Purpose(Kind.LEFT_OPERAND, step.operator().sign());
    if (left.alone()) {
      expectations.expect(
          left.first(), left.type(), expected, () -> new Reason(purpose, List.of()));
    } else {
      expectations.expect(left.span(), left.type(), expected, () -> new Reason(purpose, List.of()));
    }
    right(step, right, expected);
  }

  private void right(Step step, Type found, Type expected) {
    var purpose = new Purpose(Kind.RIGHT_OPERAND, step.operator().sign());
    expectations.expect(step.operand(), found, expected, () -> new Reason(purpose, List.of()));
  }
}
