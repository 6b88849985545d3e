package nib.engine.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.assist.Mention.Binder;
import nib.engine.syntax.Block;
import nib.engine.syntax.Expression;
import nib.engine.syntax.ModuleSyntax;
import nib.engine.syntax.ModuleSyntax.Field;
import nib.engine.syntax.ModuleSyntax.Import;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.syntax.ModuleSyntax.TypeDefinition;
import nib.engine.syntax.TypeSyntax;
import nib.engine.text.Span;

/// What a node of a module's tree consists of.
final class SyntaxChildren {

  private final List<SyntaxNode> children = new ArrayList<>();

  private SyntaxChildren() {}

  static List<SyntaxNode> of(SyntaxNode node) {
    var found = new SyntaxChildren();
    switch (node) {
      case SyntaxNode.Part part -> found.part(part);
      case Mention _ -> {}
    }
    return found.children;
  }

  private void part(SyntaxNode.Part part) {
    switch (part) {
      case SyntaxNode.Whole(var module, _) -> module(module);
      case SyntaxNode.ImportPart(var syntax) -> imported(syntax);
      case SyntaxNode.ForeignImportPart(var syntax) -> {
        children.add(new Mention.ValueName(syntax.name()));
        type(syntax.type());
      }
      case SyntaxNode.TypePart(TypeDefinition.Alias(var name, var type, _)) -> {
        children.add(new Mention.TypeName(name));
        type(type);
      }
      case SyntaxNode.TypePart(TypeDefinition.Fields fields) -> record(fields);
      case SyntaxNode.FunctionPart(var syntax) -> {
        children.add(new Mention.ValueName(syntax.name()));
        value(syntax.lambda());
      }
      case SyntaxNode.BlockPart(var block) ->
          block
              .statements()
              .forEach(statement -> children.add(new SyntaxNode.StatementPart(statement)));
      case SyntaxNode.StatementPart(var statement) -> {
        statement.name().ifPresent(name -> binding(name, Binder.STATEMENT));
        value(statement.expression());
      }
      case SyntaxNode.Value(var expression) -> expression(expression);
      case SyntaxNode.Written(var type) -> typeParts(type);
    }
  }

  private void module(ModuleSyntax module) {
    module.imports().forEach(one -> children.add(new SyntaxNode.ImportPart(one)));
    module.foreignImports().forEach(one -> children.add(new SyntaxNode.ForeignImportPart(one)));
    module.types().forEach(one -> children.add(new SyntaxNode.TypePart(one)));
    module.functions().forEach(one -> children.add(new SyntaxNode.FunctionPart(one)));
  }

  private void imported(Import syntax) {
    if (!syntax.path().isEmpty()) {
      children.add(new Mention.ModulePath(syntax));
    }
    syntax.alias().ifPresent(alias -> children.add(new Mention.Alias(syntax, alias)));
    syntax.names().forEach(name -> children.add(new Mention.Imported(syntax, name)));
  }

  private void record(TypeDefinition.Fields fields) {
    children.add(new Mention.TypeName(fields.name()));
    for (var field : fields.fields()) {
      children.add(new Mention.FieldName(fields, field.name()));
      type(field.type());
    }
  }

  private void expression(Expression expression) {
    switch (expression) {
      case Expression.Lambda(var parameters, var result, var body, _) -> {
        parameters.forEach(this::parameter);
        type(result);
        block(body);
      }
      case Expression.If(var branches, var otherwise, _) -> {
        for (var branch : branches) {
          value(branch.condition());
          block(branch.block());
        }
        block(otherwise);
      }
      case Expression.IfType conditional -> ifType(conditional);
      case Expression.IfList(var first, var rest, var list, var then, var otherwise, _) -> {
        binding(first, Binder.FIRST);
        binding(rest, Binder.REST);
        value(list);
        block(then);
        block(otherwise);
      }
      case Expression.IfMap(var name, var map, var key, var then, var otherwise, _) -> {
        binding(name, Binder.MAP_VALUE);
        value(map);
        value(key);
        block(then);
        block(otherwise);
      }
      case Expression.RecordLiteral literal -> {
        type(literal.type());
        literal.updated().ifPresent(this::value);
        for (var field : literal.fields()) {
          children.add(new Mention.FieldGiven(literal, field.name()));
          value(field.value());
        }
      }
      case Expression.ListLiteral(var element, var items, _) -> {
        type(element);
        items.forEach(item -> value(item.value()));
      }
      case Expression.Comprehension comprehension -> comprehension(comprehension);
      case Expression.MapLiteral map -> map(map);
      case Expression.NumberLiteral _, Expression.StringLiteral _, Expression.Missing _ -> {}
      case Expression.Variable variable -> variable(variable);
      case Expression.Call(var function, var arguments, _) -> {
        value(function);
        arguments.forEach(this::value);
      }
      case Expression.FieldAccess access -> {
        value(access.record());
        children.add(new Mention.FieldUse(access));
      }
      case Expression.Try(var operand, _) -> value(operand);
      case Expression.Not(var operand, _) -> value(operand);
      case Expression.Operation operation -> operation(operation);
    }
  }

  private void parameter(Field parameter) {
    binding(parameter.name(), Binder.PARAMETER);
    type(parameter.type());
  }

  private void ifType(Expression.IfType conditional) {
    binding(conditional.name(), Binder.IF_TYPE);
    value(conditional.argument());
    for (var branch : conditional.branches()) {
      type(branch.type());
      block(branch.block());
    }
    conditional.otherwise().ifPresent(this::block);
  }

  private void comprehension(Expression.Comprehension comprehension) {
    type(comprehension.element());
    value(comprehension.body());
    for (var clause : comprehension.clauses()) {
      clause.names().forEach(name -> binding(name, Binder.ELEMENT));
      clause.lists().forEach(this::value);
      clause.condition().ifPresent(this::value);
    }
  }

  private void map(Expression.MapLiteral map) {
    type(map.key());
    type(map.value());
    for (var element : map.elements()) {
      switch (element) {
        case Expression.MapLiteral.Element.Entry(var key, var value) -> {
          value(key);
          value(value);
        }
        case Expression.MapLiteral.Element.Spread(var spread) -> value(spread);
      }
    }
  }

  private void variable(Expression.Variable variable) {
    variable
        .qualifier()
        .ifPresent(name ->
            children.add(new Mention.Qualifier(name.text(), variable.name().text(), name.span())));
    children.add(new Mention.VariableUse(variable));
  }

  private void operation(Expression.Operation operation) {
    value(operation.first());
    for (int i = 0; i < operation.steps().size(); i++) {
      children.add(new Mention.OperatorUse(operation, i));
      value(operation.steps().get(i).operand());
    }
  }

  private void typeParts(TypeSyntax type) {
    switch (type) {
      case TypeSyntax.Named named -> named(named);
      case TypeSyntax.Function(var parameters, var result, _) -> {
        parameters.forEach(this::type);
        type(result);
      }
      case TypeSyntax.ListOf(var element, _) -> type(element);
      case TypeSyntax.MapOf(var key, var value, _) -> {
        type(key);
        type(value);
      }
      case TypeSyntax.Union(var members, _) -> members.forEach(this::type);
      case TypeSyntax.Missing _ -> {}
    }
  }

  /// No blank may stand around the quote, so the lengths say where the parts are.
  private void named(TypeSyntax.Named named) {
    Optional<Span> qualifier =
        named
            .qualifier()
            .map(prefix -> new Span(named.span().start(), named.span().start() + prefix.length()));
    qualifier.ifPresent(span ->
        children.add(new Mention.Qualifier(named.qualifier().orElseThrow(), named.name(), span)));
    int start = qualifier.map(span -> span.end() + 1).orElse(named.span().start());
    children.add(new Mention.TypeUse(named, new Span(start, named.span().end())));
  }

  private void type(TypeSyntax type) {
    children.add(new SyntaxNode.Written(type));
  }

  private void value(Expression expression) {
    children.add(new SyntaxNode.Value(expression));
  }

  private void block(Block block) {
    children.add(new SyntaxNode.BlockPart(block));
  }

  private void binding(Name name, Binder binder) {
    children.add(new Mention.Binding(name, binder));
  }
}
