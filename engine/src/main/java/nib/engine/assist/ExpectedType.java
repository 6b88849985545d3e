package nib.engine.assist;

import java.util.List;
import java.util.Optional;
import nib.engine.syntax.Block;
import nib.engine.syntax.Expression;
import nib.engine.syntax.Operator;
import nib.engine.syntax.TypeSyntax;
import nib.engine.types.ModuleScope;
import nib.engine.types.RecordDefinition;
import nib.engine.types.Type;
import nib.engine.types.Type.Primitive;

/// The type that an expression at a caret should have, as far as what stands around it says so. It
/// only brings names in order: where it cannot be told, or is `any`, nothing is expected.
final class ExpectedType {

  private final Caret caret;
  private final ModuleScope scope;
  private final List<SyntaxNode> nodes;

  private ExpectedType(Caret caret, ModuleScope scope) {
    this.caret = caret;
    this.scope = scope;
    this.nodes = caret.path().nodes();
  }

  static Optional<Type> at(Caret caret, ModuleScope scope) {
    var finder = new ExpectedType(caret, scope);
    int last = finder.nodes.size() - 2;
    return last > 0 && finder.nodes.get(last) instanceof SyntaxNode.Value(var expression)
        ? finder
            .of(expression, last)
            .filter(type -> type != Primitive.ANY && type.unknown().isEmpty())
        : Optional.empty();
  }

  /// What is expected of the expression that the node at an index of the path is.
  private Optional<Type> of(Expression expression, int index) {
    return switch (nodes.get(index - 1)) {
      case SyntaxNode.Value(var whole) -> within(whole, expression);
      case SyntaxNode.StatementPart(var statement) -> ofStatement(statement, index - 1);
      case SyntaxNode.Part _, Mention _ -> Optional.empty();
    };
  }

  /// The last statement of a block is its value, and that of a body is the function's.
  private Optional<Type> ofStatement(Block.Statement statement, int index) {
    boolean last =
        nodes.get(index - 1) instanceof SyntaxNode.BlockPart(var block)
            && statement.name().isEmpty()
            && is(block.statements().getLast().expression(), statement.expression());
    if (!last || !(nodes.get(index - 2) instanceof SyntaxNode.Value(var owner))) {
      return Optional.empty();
    }
    return owner instanceof Expression.Lambda lambda
        ? Optional.of(resolved(lambda.result()))
        : of(owner, index - 2);
  }

  private Optional<Type> within(Expression whole, Expression part) {
    return switch (whole) {
      case Expression.Call(var function, var arguments, _) -> argument(function, arguments, part);
      case Expression.RecordLiteral literal -> field(literal, part);
      case Expression.ListLiteral(var element, var items, _) ->
          items.stream()
              .filter(item -> is(item.value(), part))
              .findFirst()
              .map(item -> item.spread() ? new Type.ListOf(resolved(element)) : resolved(element));
      case Expression.Comprehension comprehension -> comprehended(comprehension, part);
      case Expression.MapLiteral map -> element(map, part);
      case Expression.If(var branches, _, _) ->
          branches.stream().anyMatch(branch -> is(branch.condition(), part))
              ? Optional.of(Primitive.BOOLEAN)
              : Optional.empty();
      case Expression.IfMap(_, var map, var key, _, _, _) ->
          is(key, part) ? caret.typing().type(map).flatMap(ExpectedType::keys) : Optional.empty();
      case Expression.Not _ -> Optional.of(Primitive.BOOLEAN);
      case Expression.Operation operation -> operand(operation, part);
      case Expression.Lambda _,
          Expression.IfType _,
          Expression.IfList _,
          Expression.NumberLiteral _,
          Expression.StringLiteral _,
          Expression.Variable _,
          Expression.FieldAccess _,
          Expression.Try _,
          Expression.Missing _ ->
          Optional.empty();
    };
  }

  private Optional<Type> argument(
      Expression function, List<Expression> arguments, Expression part) {
    for (int at = 0; at < arguments.size(); at++) {
      if (is(arguments.get(at), part)
          && caret.typing().type(function).orElse(Primitive.ANY) instanceof Type.Function called
          && at < called.parameters().size()) {
        return Optional.of(called.parameters().get(at));
      }
    }
    return Optional.empty();
  }

  private Optional<Type> field(Expression.RecordLiteral literal, Expression part) {
    var type = resolved(literal.type());
    return literal.updated().filter(updated -> is(updated, part)).isPresent()
        ? Optional.of(type)
        : literal.fields().stream()
            .filter(field -> is(field.value(), part))
            .findFirst()
            .flatMap(given ->
                (type instanceof Type.RecordOf record
                        ? scope.definition(record)
                        : Optional.<RecordDefinition>empty())
                    .flatMap(definition -> definition.field(given.name().text()))
                    .map(RecordDefinition.Field::type));
  }

  private Optional<Type> comprehended(Expression.Comprehension whole, Expression part) {
    if (is(whole.body(), part)) {
      return Optional.of(resolved(whole.element()));
    }
    return whole.clauses().stream()
        .flatMap(clause -> clause.condition().stream())
        .filter(condition -> is(condition, part))
        .findFirst()
        .map(_ -> Primitive.BOOLEAN);
  }

  private Optional<Type> element(Expression.MapLiteral map, Expression part) {
    for (var element : map.elements()) {
      switch (element) {
        case Expression.MapLiteral.Element.Entry(var key, _) when is(key, part) -> {
          return Optional.of(resolved(map.key()));
        }
        case Expression.MapLiteral.Element.Entry(_, var value) when is(value, part) -> {
          return Optional.of(resolved(map.value()));
        }
        case Expression.MapLiteral.Element.Spread(var spread) when is(spread, part) -> {
          return Optional.of(new Type.MapOf(resolved(map.key()), resolved(map.value())));
        }
        case Expression.MapLiteral.Element _ -> {}
      }
    }
    return Optional.empty();
  }

  /// Numbers for arithmetic and order, booleans for logic, and the same as before it for equality.
  private Optional<Type> operand(Expression.Operation operation, Expression part) {
    var step =
        operation.steps().stream()
            .filter(one -> is(one.operand(), part))
            .findFirst()
            .orElse(operation.steps().getFirst());
    return switch (step.operator()) {
      case Operator.OR, Operator.AND -> Optional.of(Primitive.BOOLEAN);
      case Operator.LESS,
          Operator.LESS_OR_EQUAL,
          Operator.GREATER,
          Operator.GREATER_OR_EQUAL,
          Operator.ADD,
          Operator.SUBTRACT,
          Operator.MULTIPLY,
          Operator.DIVIDE ->
          Optional.of(Primitive.NUMBER);
      case Operator.EQUAL, Operator.NOT_EQUAL ->
          caret.typing().type(is(operation.first(), part) ? step.operand() : operation.first());
    };
  }

  private static Optional<Type> keys(Type type) {
    return type instanceof Type.MapOf(var key, _) ? Optional.of(key) : Optional.empty();
  }

  private Type resolved(TypeSyntax type) {
    return scope.resolve(type, _ -> {});
  }

  /// Expressions are told apart by identity: two of them may be written alike.
  @SuppressWarnings("ReferenceEquality")
  private static boolean is(Expression one, Expression other) {
    return one == other;
  }
}
