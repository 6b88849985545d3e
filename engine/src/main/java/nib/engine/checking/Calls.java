package nib.engine.checking;

import java.util.List;
import nib.engine.checking.Expectations.Reason;
import nib.engine.diagnostic.ExpressionProblem.ArgumentCount;
import nib.engine.diagnostic.ExpressionProblem.Purpose;
import nib.engine.diagnostic.ExpressionProblem.Purpose.Kind;
import nib.engine.diagnostic.Related;
import nib.engine.syntax.Expression;
import nib.engine.text.Span;
import nib.engine.types.Type;

/// Calls of functions.
final class Calls {

  private final Findings findings;
  private final Misfits misfits;
  private final Expectations expectations;
  private final ExpressionChecker checker;
  private final Variables variables;
  private final BuiltInCalls builtInCalls;
  private final Declarations declarations;
  private int count;

  Calls(Checking checking, ExpressionChecker checker, Variables variables) {
    this.findings = checking.findings();
    this.misfits = checking.misfits();
    this.expectations = checking.expectations();
    this.checker = checker;
    this.variables = variables;
    this.builtInCalls = new BuiltInCalls(checking, checker);
    this.declarations = new Declarations(checking);
  }

  /// How many calls were met so far.
  int count() {
    return count;
  }

  Type check(Expression.Call call) {
    count++;
    var builtIn = variables.called(call.function());
    if (builtIn.isPresent()) {
      return builtInCalls.check(builtIn.get(), call);
    }
    var type = checker.check(call.function());
    var arguments = checker.checkAll(call.arguments());
    if (type instanceof Type.Function(var parameters, var result)) {
      if (parameters.size() == arguments.size()) {
        checkArguments(call, parameters, arguments);
      } else {
        findings.error(
            new ArgumentCount(name(call.function()), arguments.size(), parameters.size()),
            misplaced(call, parameters.size()),
            declarations.of(variables, call.function()));
      }
      return result;
    }
    misfits.noFunction(call.function(), type);
    return Types.UNKNOWN;
  }

  private void checkArguments(Expression.Call call, List<Type> parameters, List<Type> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      int at = i;
      expectations.expect(
          call.arguments().get(i),
          arguments.get(i),
          parameters.get(i),
          () ->
              new Reason(
                  new Purpose(
                      Kind.ARGUMENT, parameters.size() == 1 ? "" : Integer.toString(at + 1)),
                  because(call, at)));
    }
  }

  private List<Related> because(Expression.Call call, int parameter) {
    return declarations.ofParameter(variables, call.function(), parameter);
  }

  /// The arguments that are too many, or the parentheses where some are missing.
  static Span misplaced(Expression.Call call, int expected) {
    var arguments = call.arguments();
    return arguments.size() > expected
        ? arguments.get(expected).span().to(arguments.getLast().span())
        : new Span(call.function().span().end(), call.span().end());
  }

  private static String name(Expression function) {
    return function instanceof Expression.Variable variable ? variable.written() : "";
  }
}
