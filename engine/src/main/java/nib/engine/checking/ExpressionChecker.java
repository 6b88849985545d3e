package nib.engine.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nib.engine.checking.Expectations.Reason;
import nib.engine.diagnostic.ExpressionProblem.Purpose;
import nib.engine.diagnostic.ExpressionProblem.Purpose.Kind;
import nib.engine.diagnostic.ExpressionProblem.UnusedErrorOverlooked;
import nib.engine.diagnostic.ExpressionProblem.UnusedErrorValue;
import nib.engine.diagnostic.Related;
import nib.engine.syntax.Block;
import nib.engine.syntax.Block.Statement;
import nib.engine.syntax.Expression;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.syntax.TypeSyntax;
import nib.engine.text.Span;
import nib.engine.types.Type;
import nib.engine.types.Type.Primitive;
import nib.engine.types.TypeRelations;
import nib.engine.types.TypeTexts;

/// Finds the type of each expression, in one pass from the left to the right, and holds it to the
/// rules. Blocks and functions are checked here, each other construct by one who knows it.
final class ExpressionChecker {

  private final Checking checking;
  private final BodyTypes types;
  private final Variables variables;
  private final Calls calls;
  private final Conditionals conditionals;
  private final Records records;
  private final Literals literals;
  private final Comprehensions comprehensions;
  private final Operations operations;
  private Surroundings surroundings = Surroundings.NONE;

  ExpressionChecker(Checking checking) {
    this.checking = checking;
    var comparisons = new Comparisons(checking);
    this.types = new BodyTypes(checking);
    this.variables = new Variables(checking);
    this.calls = new Calls(checking, this, variables);
    this.conditionals = new Conditionals(checking, this);
    this.records = new Records(checking, this);
    this.literals = new Literals(checking, this);
    this.comprehensions = new Comprehensions(checking, this);
    this.operations = new Operations(checking, this, comparisons, calls::count);
  }

  BodyTypes types() {
    return types;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Type check(Expression expression) {
    var type =
        switch (expression) {
          case Expression.Lambda one -> lambda(one, types::resolve);
          case Expression.If one -> conditionals.check(one);
          case Expression.IfType one -> conditionals.check(one);
          case Expression.IfList one -> conditionals.check(one);
          case Expression.IfMap one -> conditionals.check(one);
          case Expression.RecordLiteral one -> records.check(one);
          case Expression.FieldAccess one -> records.check(one);
          case Expression.ListLiteral one -> literals.check(one);
          case Expression.MapLiteral one -> literals.check(one);
          case Expression.Comprehension one -> comprehensions.check(one);
          case Expression.NumberLiteral _ -> Primitive.NUMBER;
          case Expression.StringLiteral _ -> Primitive.STRING;
          case Expression.Variable one -> variables.check(one);
          case Expression.Call one -> calls.check(one);
          case Expression.Try one -> operations.check(one);
          case Expression.Not one -> operations.check(one);
          case Expression.Operation one -> operations.check(one);
          case Expression.Missing _ -> Types.UNKNOWN;
        };
    checking.facts().type(expression, type);
    return type;
  }

  Type check(Expression expression, Surroundings around) {
    var before = surroundings;
    surroundings = around;
    var type = check(expression);
    surroundings = before;
    return type;
  }

  /// By a loop: a stream would put a dozen frames between one call and the next that it contains.
  List<Type> checkAll(List<Expression> expressions) {
    var types = new ArrayList<Type>(expressions.size());
    for (var expression : expressions) {
      types.add(check(expression));
    }
    return types;
  }

  /// A function: its type is what it says, and its body has to agree.
  ///
  /// @param resolve how its types are read
  Type lambda(Expression.Lambda lambda, Function<TypeSyntax, Type> resolve) {
    var parameters = lambda.parameters().stream().map(one -> resolve.apply(one.type())).toList();
    var result = resolve.apply(lambda.result());
    int mark = checking.locals().mark();
    var before = surroundings;
    surroundings = before.inLambda(result, lambda.result().span());
    for (int i = 0; i < parameters.size(); i++) {
      var name = lambda.parameters().get(i).name();
      checking.facts().type(name, parameters.get(i));
      bind(name, parameters.get(i), lambda.body().span());
    }
    var found = block(lambda.body());
    checking
        .expectations()
        .expect(
            lambda.body(),
            found,
            result,
            () -> new Reason(new Purpose(Kind.RESULT), expectedBy(lambda.result().span())));
    surroundings = before;
    checking.locals().leave(mark);
    return new Type.Function(parameters, result);
  }

  /// The type of a block's last expression.
  Type block(Block block) {
    int mark = checking.locals().mark();
    var last = Types.UNKNOWN;
    int left = block.statements().size();
    for (var statement : block.statements()) {
      left--;
      last = statement(statement, left == 0, block.span());
    }
    checking.locals().leave(mark);
    return last;
  }

  /// Binds a name while a part of the text is checked.
  void bind(Name name, Type type, Span visible) {
    var local = checking.locals().bind(name, type);
    checking.facts().reach(local, visible.start(), lastOffset(visible));
  }

  List<Related> expectedBy(Span span) {
    return List.of(checking.findings().here(Related.Role.EXPECTED_HERE, span));
  }

  private Type statement(Statement statement, boolean last, Span block) {
    var type = check(statement.expression());
    if (statement.name().isPresent()) {
      var name = statement.name().get();
      checking.facts().type(name, type);
      bind(name, type, new Span(statement.span().end(), block.end()));
      return Types.UNKNOWN;
    }
    if (!last) {
      checkUsed(statement.expression(), type);
    }
    return type;
  }

  /// A value that may be an error cannot be dropped, but `any` can (`unused_error_validator.rs`).
  private void checkUsed(Expression expression, Type type) {
    if (type == Primitive.ANY || !TypeRelations.members(type).contains(Primitive.ERROR)) {
      return;
    }
    var name = TypeTexts.one(type);
    if (surroundings.overlooked()) {
      checking.findings().warning(new UnusedErrorOverlooked(name), expression.span(), List.of());
    } else {
      checking.findings().error(new UnusedErrorValue(name), expression.span());
    }
  }

  /// The last place inside of a stretch where somebody may write: before its brace, or, where none
  /// closes it yet, before the next word.
  private int lastOffset(Span visible) {
    var text = checking.scope().module().source().text();
    int end = Math.min(visible.end(), text.length());
    if (end > visible.start() && text.charAt(end - 1) == '}') {
      return end - 1;
    }
    while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
