package nib.engine.checking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nib.engine.checking.PreparedTypes.Need;
import nib.engine.diagnostic.ExpressionProblem.TypeOverlooked;
import nib.engine.syntax.Block;
import nib.engine.syntax.Expression;
import nib.engine.syntax.Expression.Comprehension;
import nib.engine.syntax.Expression.IfType;
import nib.engine.syntax.Expression.MapLiteral;
import nib.engine.syntax.Expression.Operation;
import nib.engine.syntax.TypeSyntax;
import nib.engine.text.Span;
import nib.engine.types.ModuleScope;
import nib.engine.types.RecordDefinition;
import nib.engine.types.Type;
import nib.engine.types.Type.Primitive;
import nib.engine.types.TypeRelations;
import nib.engine.types.TypeTexts;

/// Finds what the compiler fails at after all of its checks, because some of its searches miss a
/// type.
///
/// A list, a map or a function that becomes a part of a union or of `any` needs a type definition
/// of its own, which is made for the types that are found in certain expressions
/// (`lib/hir-mir/src/variant_type_collection.rs`). Conditions of comprehensions are not searched,
/// and neither is what the language's own functions make of their arguments. A module that has the
/// type elsewhere is fine.
///
/// All expressions are typed and right when this looks at them.
final class OverlookedTypes {

  private final ModuleScope scope;
  private final BodyTypes types;
  private final Facts facts;
  private final Findings findings;
  private final PreparedTypes prepared;
  private final PlainLists plain;
  private final List<Need> needs = new ArrayList<>();
  private boolean condition;

  OverlookedTypes(Checking checking) {
    this.scope = checking.scope();
    this.types = new BodyTypes(checking);
    this.facts = checking.facts();
    this.findings = checking.findings();
    this.prepared = new PreparedTypes(scope);
    this.plain = new PlainLists(scope, facts);
  }

  void check() {
    for (var function : scope.module().syntax().functions()) {
      lambda(function.lambda());
    }
    var open = needs.stream().filter(need -> !prepared.has(need)).toList();
    if (open.isEmpty()) {
      return;
    }
    prepared.addDefinitions();
    Set<Type> said = new HashSet<>();
    for (var need : open) {
      if (!prepared.has(need) && said.add(need.type())) {
        findings.error(
            new TypeOverlooked(TypeTexts.one(need.type()), need.condition()), need.span());
      }
    }
  }

  private Type type(Expression expression) {
    return facts.type(expression).orElse(Types.UNKNOWN);
  }

  private Type type(Block block) {
    return block.statements().isEmpty()
        ? Types.UNKNOWN
        : type(block.statements().getLast().expression());
  }

  /// What the compiler sees here, outside of conditions.
  private void see(Type type) {
    if (!condition) {
      prepared.see(type);
    }
  }

  /// What it makes a definition for, if it sees it.
  private void prepare(Type type, Span span) {
    if (condition) {
      need(Need.Kind.DEFINITION, type, span);
    } else {
      prepared.add(type);
    }
  }

  private void need(Need.Kind kind, Type type, Span span) {
    boolean generic =
        switch (type) {
          case Type.Function _, Type.ListOf _, Type.MapOf _ -> true;
          case Primitive _, Type.RecordOf _, Type.Union _, Type.Unknown _ -> false;
        };
    if (generic && type.unknown().isEmpty()) {
      needs.add(new Need(kind, type, span, condition));
    }
  }

  /// A value that is used as another type than its own.
  private void coerce(Type from, Type to, Span span) {
    boolean kept = to instanceof Type.ListOf || to instanceof Type.MapOf;
    if (!from.equals(to) && !(condition && kept)) {
      prepare(from, span);
    }
  }

  private void walk(Expression expression, Type to) {
    walk(expression);
    coerce(type(expression), to, expression.span());
  }

  private void walk(Block block, Type to) {
    for (var statement : block.statements()) {
      walk(statement.expression());
      see(type(statement.expression()));
      statement.name().filter(_ -> !plain.test(statement.expression())).ifPresent(plain::except);
    }
    coerce(type(block), to, block.span());
  }

  private void walk(Expression expression) {
    see(type(expression));
    switch (expression) {
      case Expression.Lambda one -> lambda(one);
      case Expression.If one -> {
        one.branches()
            .forEach(branch -> {
              walk(branch.condition());
              walk(branch.block(), type(one));
            });
        walk(one.otherwise(), type(one));
      }
      case IfType one -> ifType(one);
      case Expression.IfList one -> {
        walk(one.list());
        if (type(one.list()) instanceof Type.ListOf(var element)) {
          prepare(element, one.list().span());
        }
        walk(one.then(), type(one));
        walk(one.otherwise(), type(one));
      }
      case Expression.IfMap one -> ifMap(one);
      case Expression.RecordLiteral one -> record(one);
      case Expression.FieldAccess one -> walk(one.record());
      case Expression.ListLiteral one -> list(one);
      case MapLiteral one -> map(one);
      case Comprehension one -> comprehension(one);
      case Expression.Call one -> call(one);
      case Expression.Try one -> {
        walk(one.operand());
        prepare(type(one), one.span());
      }
      case Expression.Not one -> walk(one.operand());
      case Operation one -> operation(one);
      case Expression.NumberLiteral _,
          Expression.StringLiteral _,
          Expression.Variable _,
          Expression.Missing _ -> {}
    }
  }

  private void lambda(Expression.Lambda lambda) {
    for (var parameter : lambda.parameters()) {
      see(types.quietly(parameter.type()));
      if (!(parameter.type() instanceof TypeSyntax.ListOf)) {
        plain.except(parameter.name());
      }
    }
    var result = types.quietly(lambda.result());
    see(result);
    walk(lambda.body(), result);
  }

  private void ifType(IfType conditional) {
    walk(conditional.argument());
    var taken = new ArrayList<Type>();
    for (var branch : conditional.branches()) {
      var type = types.quietly(branch.type());
      taken.add(type);
      see(type);
      prepare(type, branch.type().span());
      plain.during(
          conditional.name(),
          branch.type() instanceof TypeSyntax.ListOf,
          () -> walk(branch.block(), type(conditional)));
    }
    conditional
        .otherwise()
        .ifPresent(block -> {
          TypeRelations.difference(type(conditional.argument()), TypeRelations.union(taken))
              .ifPresent(rest -> prepare(rest, block.span()));
          walk(block, type(conditional));
        });
  }

  private void ifMap(Expression.IfMap conditional) {
    walk(conditional.map());
    if (type(conditional.map()) instanceof Type.MapOf map) {
      walk(conditional.key(), map.key());
      prepare(map.key(), conditional.key().span());
      prepare(map.value(), conditional.map().span());
      context(map, conditional.map().span());
    }
    walk(conditional.then(), type(conditional));
    walk(conditional.otherwise(), type(conditional));
  }

  private void record(Expression.RecordLiteral literal) {
    literal.updated().ifPresent(this::walk);
    var definition =
        type(literal) instanceof Type.RecordOf record
            ? scope.definition(record)
            : Optional.<RecordDefinition>empty();
    for (var field : literal.fields()) {
      var expected = definition.flatMap(one -> one.field(field.name().text()));
      walk(
          field.value(),
          expected.map(RecordDefinition.Field::type).orElseGet(() -> type(field.value())));
    }
  }

  private void list(Expression.ListLiteral literal) {
    if (type(literal) instanceof Type.ListOf(var element)) {
      prepare(element, literal.element().span());
      for (var item : literal.items()) {
        walk(item.value(), item.spread() ? type(literal) : element);
      }
    }
  }

  private void map(MapLiteral literal) {
    if (type(literal) instanceof Type.MapOf map) {
      prepare(map.key(), literal.key().span());
      prepare(map.value(), literal.value().span());
      context(map, literal.span());
      for (var element : literal.elements()) {
        switch (element) {
          case MapLiteral.Element.Entry(var key, var value) -> {
            walk(key, map.key());
            walk(value, map.value());
          }
          case MapLiteral.Element.Spread(var spread) -> walk(spread, map);
        }
      }
    }
  }

  private void comprehension(Comprehension comprehension) {
    for (var clause : comprehension.clauses().reversed()) {
      for (var list : clause.lists()) {
        walk(list);
        if (type(list) instanceof Type.ListOf(var element)) {
          if (!condition && plain.test(list)) {
            prepared.add(element);
          }
          need(Need.Kind.DEFINITION, element, list.span());
        }
      }
      clause.condition().ifPresent(this::condition);
    }
    var element = types.quietly(comprehension.element());
    prepare(element, comprehension.element().span());
    walk(comprehension.body(), element);
  }

  private void condition(Expression expression) {
    boolean before = condition;
    condition = true;
    walk(expression);
    condition = before;
  }

  private void call(Expression.Call call) {
    var builtIn =
        call.function() instanceof Expression.Variable variable
            ? facts.meaning(variable).flatMap(BuiltIn::meant)
            : Optional.<BuiltIn>empty();
    if (builtIn.isPresent()) {
      builtIn(builtIn.get(), call);
      return;
    }
    walk(call.function());
    var parameters =
        type(call.function()) instanceof Type.Function(var all, _) ? all : List.<Type>of();
    for (int i = 0; i < call.arguments().size(); i++) {
      var argument = call.arguments().get(i);
      walk(argument, i < parameters.size() ? parameters.get(i) : type(argument));
    }
  }

  private void builtIn(BuiltIn function, Expression.Call call) {
    for (var argument : call.arguments()) {
      switch (function) {
        case DEBUG, ERROR, REFLECT_DEBUG, REFLECT_EQUAL -> walk(argument, Primitive.ANY);
        case DELETE, GO, KEYS, RACE, SIZE, SOURCE, VALUES -> walk(argument);
      }
    }
    var first = call.arguments().isEmpty() ? Types.UNKNOWN : type(call.arguments().getFirst());
    switch (function) {
      case GO -> {
        if (first instanceof Type.Function(_, var result)) {
          need(Need.Kind.DEFINITION, result, call.span());
        }
      }
      case KEYS -> {
        if (first instanceof Type.MapOf(var key, _)) {
          need(Need.Kind.DEFINITION, key, call.span());
        }
      }
      case VALUES -> {
        if (first instanceof Type.MapOf(_, var value)) {
          need(Need.Kind.DEFINITION, value, call.span());
        }
      }
      case RACE -> {
        prepare(new Type.ListOf(Primitive.ANY), call.span());
        if (first instanceof Type.ListOf(var inner)) {
          need(Need.Kind.DEFINITION, inner, call.span());
        }
      }
      case DELETE -> {
        need(Need.Kind.DEFINITION, type(call.arguments().getLast()), call.span());
        context(first, call.span());
      }
      case DEBUG, ERROR, REFLECT_DEBUG, REFLECT_EQUAL, SIZE, SOURCE -> {}
    }
  }

  private void operation(Operation operation) {
    walk(operation.first());
    boolean first = true;
    for (var step : operation.steps()) {
      walk(step.operand());
      switch (step.operator()) {
        case EQUAL, NOT_EQUAL -> {
          // Behind another comparison stands a boolean.
          var left = first ? type(operation.first()) : Primitive.BOOLEAN;
          compare(operation, left, step);
        }
        case ADD, SUBTRACT, MULTIPLY, DIVIDE, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> {}
        case AND, OR -> {}
      }
      first = false;
    }
  }

  private void compare(Operation operation, Type left, Operation.Step step) {
    var right = type(step.operand());
    var both = TypeRelations.union(List.of(left, right));
    coerce(left, both, operation.first().span());
    coerce(right, both, step.operand().span());
    for (var member : TypeRelations.members(both)) {
      if (both instanceof Type.Union) {
        prepare(member, step.at());
      }
      if (member instanceof Type.ListOf) {
        need(Need.Kind.COMPARISON, member, step.at());
      }
      context(member, step.at());
    }
  }

  private void context(Type map, Span span) {
    if (map instanceof Type.MapOf) {
      need(Need.Kind.COMPARISON, map, span);
    }
  }
}
