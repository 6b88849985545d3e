package nib.engine.assist;

import java.util.Optional;
import nib.engine.syntax.Expression;
import nib.engine.syntax.Operator;
import nib.engine.syntax.Token;
import nib.engine.types.Type;

/// What there is to say about the smallest thing at a place.
public final class HoverFinder {

  private final Place place;
  private final Token token;

  private HoverFinder(Place place, Token token) {
    this.place = place;
    this.token = token;
  }

  /// The declaration of a name, the value of a literal, the types around an operator, or the type
  /// of the expression that a bracket belongs to. Nothing for keywords, comments and blanks.
  public static Optional<Hover> find(Place place) {
    return TokenAt.of(place).flatMap(token -> new HoverFinder(place, token).hover());
  }

  private Optional<Hover> hover() {
    var path = SyntaxPath.to(place.module().scope().module().syntax(), token.span().start());
    return switch (token.kind()) {
      case WORD -> name(path.last());
      case NUMBER, STRING -> value(path.last());
      case SIGN ->
          switch (path.last()) {
            case Mention.OperatorUse use -> operator(use);
            case Mention mention -> name(mention);
            case SyntaxNode.Part part -> value(part);
          };
      case KEYWORD, OPEN_STRING, COMMENT, UNKNOWN, END -> Optional.empty();
    };
  }

  private Optional<Hover> name(SyntaxNode node) {
    if (!(node instanceof Mention mention)) {
      return Optional.empty();
    }
    var description = new Description(place);
    return new Subjects(place.program(), place.module())
        .of(mention).stream()
            .map(description::of)
            .reduce((one, other) -> one.and(other))
            .map(said -> new Hover(mention.span(), said.code(), said.words()));
  }

  private Optional<Hover> value(SyntaxNode node) {
    return node instanceof SyntaxNode.Value value ? value(value.syntax()) : Optional.empty();
  }

  private Optional<Hover> value(Expression expression) {
    return switch (expression) {
      case Expression.NumberLiteral(var written, var span) ->
          Optional.of(new Hover(span, written + " : number", LiteralText.otherNotation(written)));
      case Expression.StringLiteral(var written, var span) ->
          Optional.of(new Hover(span, "string", LiteralText.described(written)));
      case Expression.Not(var operand, _) when token.text().equals("!") -> negation(operand);
      case Expression.Try attempt when token.text().equals("?") -> attempt(attempt);
      case Expression.If _,
          Expression.IfType _,
          Expression.IfList _,
          Expression.IfMap _,
          Expression.Missing _ ->
          Optional.empty();
      case Expression.Lambda _,
          Expression.Not _,
          Expression.Try _,
          Expression.RecordLiteral _,
          Expression.ListLiteral _,
          Expression.Comprehension _,
          Expression.MapLiteral _,
          Expression.Variable _,
          Expression.Call _,
          Expression.FieldAccess _,
          Expression.Operation _ ->
          type(expression).map(type -> new Hover(expression.span(), type.written(), ""));
    };
  }

  private Optional<Hover> negation(Expression operand) {
    return type(operand)
        .map(type -> new Hover(token.span(), "! : \\(%s) boolean".formatted(type.written()), ""));
  }

  private Optional<Hover> attempt(Expression.Try attempt) {
    return type(attempt.operand())
        .flatMap(from ->
            type(attempt)
                .map(to ->
                    new Hover(
                        token.span(),
                        "? : \\(%s) %s".formatted(from.written(), to.written()),
                        "an error leaves the function around at once")));
  }

  /// An operation of several steps has one type for each; what stands before an operator is a
  /// boolean, a number or a string as the operators before it make them.
  private Optional<Hover> operator(Mention.OperatorUse use) {
    var operation = use.operation();
    var step = operation.steps().get(use.step());
    var left =
        use.step() == 0
            ? type(operation.first())
            : result(operation, operation.steps().get(use.step() - 1).operator());
    return left.flatMap(first ->
        type(step.operand())
            .flatMap(second ->
                result(operation, step.operator())
                    .map(result ->
                        new Hover(
                            step.at(),
                            "%s : \\(%s, %s) %s"
                                .formatted(
                                    step.operator().sign(),
                                    first.written(),
                                    second.written(),
                                    result.written()),
                            ""))));
  }

  private Optional<Type> result(Expression.Operation operation, Operator operator) {
    return switch (operator) {
      case ADD -> type(operation.first());
      case SUBTRACT, MULTIPLY, DIVIDE -> Optional.of(Type.Primitive.NUMBER);
      case OR, AND, EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
          Optional.of(Type.Primitive.BOOLEAN);
    };
  }

  private Optional<Type> type(Expression expression) {
    return place.module().typing().type(expression).filter(type -> !(type instanceof Type.Unknown));
  }
}
