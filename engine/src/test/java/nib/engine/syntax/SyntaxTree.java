package nib.engine.syntax;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.syntax.Expression.MapLiteral;
import nib.engine.syntax.ModuleSyntax.Field;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.syntax.ModuleSyntax.TypeDefinition;
import nib.engine.text.SourceText;
import nib.engine.text.Span;

/// A parsed module as a tree of spans, with what holds for every text, right or wrong.
final class SyntaxTree {

  /// @param levels of expressions and types, this one included
  record Node(String what, Span span, List<Node> children, int levels) {}

  private final SourceText source;
  private final Parsed parsed;

  SyntaxTree(SourceText source, Parsed parsed) {
    this.source = source;
    this.parsed = parsed;
  }

  List<Node> definitions() {
    var module = parsed.module();
    var nodes = new ArrayList<Node>();
    module.imports().forEach(one -> nodes.add(moduleImport(one)));
    module
        .foreignImports()
        .forEach(one ->
            nodes.add(node("import-foreign", one.span(), name(one.name()), type(one.type()))));
    module.types().forEach(one -> nodes.add(definition(one)));
    module
        .functions()
        .forEach(one ->
            nodes.add(node("function", one.span(), name(one.name()), expression(one.lambda()))));
    return nodes;
  }

  /// Every span lies in its parent's, siblings stand in order, the tree is not too deep, and all
  /// that is said is said about a place in the text, in order.
  void check() {
    var whole = new Span(0, source.text().length());
    for (var node : definitions()) {
      check(node, whole);
      assertTrue(node.levels() <= Nesting.DEEPEST + 1, () -> "levels: " + node.levels());
    }
    int last = 0;
    for (Diagnostic one : parsed.diagnostics()) {
      var span = one.span();
      boolean fits =
          last <= span.start() && span.start() <= span.end() && span.end() <= whole.end();
      assertTrue(fits, () -> "a place " + span + " for: " + one.message());
      last = span.start();
    }
  }

  private void check(Node node, Span parent) {
    var span = node.span();
    assertTrue(
        parent.start() <= span.start() && span.start() <= span.end() && span.end() <= parent.end(),
        () -> node.what() + " " + span + " outside of " + parent);
    int last = span.start();
    for (var child : node.children()) {
      int before = last;
      assertTrue(
          child.span().start() >= before,
          () -> child.what() + " " + child.span() + " in " + node.what() + " before " + before);
      check(child, span);
      last = child.span().end();
    }
  }

  private static Node node(String what, Span span, Node... children) {
    return node(what, span, List.of(children));
  }

  private static Node node(String what, Span span, List<Node> children) {
    int levels = children.stream().mapToInt(Node::levels).max().orElse(0);
    return new Node(what, span, children, levels);
  }

  /// A node that counts as a level.
  private static Node level(String what, Span span, List<Node> children) {
    int levels = children.stream().mapToInt(Node::levels).max().orElse(0);
    return new Node(what, span, children, levels + 1);
  }

  private static List<Node> join(List<Node> first, List<Node> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static Node name(Name name) {
    return node("name", name.span());
  }

  private static List<Node> names(List<Name> names) {
    return names.stream().map(SyntaxTree::name).toList();
  }

  private static Node moduleImport(ModuleSyntax.Import one) {
    return node(
        "import",
        one.span(),
        names(
            Stream.of(
                    one.packageName().stream(),
                    one.path().stream(),
                    one.alias().stream(),
                    one.names().stream())
                .flatMap(names -> names)
                .toList()));
  }

  private static Node definition(TypeDefinition definition) {
    return switch (definition) {
      case TypeDefinition.Alias(var name, var type, var span) ->
          node("alias", span, name(name), type(type));
      case TypeDefinition.Fields(var name, var fields, var span) ->
          node("record", span, join(List.of(name(name)), fields(fields)));
    };
  }

  private static List<Node> fields(List<Field> fields) {
    return fields.stream().flatMap(one -> Stream.of(name(one.name()), type(one.type()))).toList();
  }

  private static Node type(TypeSyntax type) {
    var children =
        switch (type) {
          case TypeSyntax.Named _, TypeSyntax.Missing _ -> List.<Node>of();
          case TypeSyntax.Function(var parameters, var result, _) ->
              join(types(parameters), List.of(type(result)));
          case TypeSyntax.ListOf(var element, _) -> List.of(type(element));
          case TypeSyntax.MapOf(var key, var value, _) -> List.of(type(key), type(value));
          case TypeSyntax.Union(var members, _) -> types(members);
        };
    return level(type.getClass().getSimpleName(), type.span(), children);
  }

  private static List<Node> types(List<TypeSyntax> types) {
    return types.stream().map(SyntaxTree::type).toList();
  }

  private static Node block(Block block) {
    return node(
        "block", block.span(), block.statements().stream().map(SyntaxTree::statement).toList());
  }

  private static Node statement(Block.Statement statement) {
    return node(
        "statement",
        statement.span(),
        join(
            names(statement.name().stream().toList()),
            List.of(expression(statement.expression()))));
  }

  private static Node expression(Expression expression) {
    return level(expression.getClass().getSimpleName(), expression.span(), children(expression));
  }

  private static List<Node> expressions(List<Expression> expressions) {
    return expressions.stream().map(SyntaxTree::expression).toList();
  }

  private static List<Node> children(Expression expression) {
    return switch (expression) {
      case Expression.Lambda(var parameters, var result, var body, _) ->
          join(fields(parameters), List.of(type(result), block(body)));
      case Expression.If(var branches, var otherwise, _) ->
          join(
              branches.stream()
                  .flatMap(one -> Stream.of(expression(one.condition()), block(one.block())))
                  .toList(),
              List.of(block(otherwise)));
      case Expression.IfType(var name, var argument, var branches, var otherwise, _) ->
          join(
              List.of(name(name), expression(argument)),
              join(
                  branches.stream()
                      .flatMap(one -> Stream.of(type(one.type()), block(one.block())))
                      .toList(),
                  otherwise.stream().map(SyntaxTree::block).toList()));
      case Expression.IfList(var first, var rest, var list, var then, var otherwise, _) ->
          List.of(name(first), name(rest), expression(list), block(then), block(otherwise));
      case Expression.IfMap(var name, var map, var key, var then, var otherwise, _) ->
          List.of(name(name), expression(map), expression(key), block(then), block(otherwise));
      case Expression.RecordLiteral(var type, var updated, var fields, _) ->
          join(
              join(List.of(type(type)), updated.stream().map(SyntaxTree::expression).toList()),
              fields.stream()
                  .flatMap(one -> Stream.of(name(one.name()), expression(one.value())))
                  .toList());
      case Expression.ListLiteral(var element, var items, _) ->
          join(List.of(type(element)), items.stream().map(one -> expression(one.value())).toList());
      case Expression.Comprehension(var element, var body, var clauses, _) ->
          join(
              List.of(type(element), expression(body)),
              clauses.stream().map(SyntaxTree::clause).toList());
      case MapLiteral(var key, var value, var elements, _) ->
          join(
              List.of(type(key), type(value)),
              elements.stream().flatMap(SyntaxTree::element).toList());
      case Expression.NumberLiteral _, Expression.StringLiteral _, Expression.Missing _ ->
          List.of();
      case Expression.Variable(var qualifier, var name, _) ->
          join(names(qualifier.stream().toList()), List.of(name(name)));
      case Expression.Call(var function, var arguments, _) ->
          join(List.of(expression(function)), expressions(arguments));
      case Expression.FieldAccess(var record, var field, _) ->
          List.of(expression(record), name(field));
      case Expression.Try(var operand, _) -> List.of(expression(operand));
      case Expression.Not(var operand, _) -> List.of(expression(operand));
      case Expression.Operation(var first, var steps, _) ->
          join(
              List.of(expression(first)),
              steps.stream()
                  .flatMap(one -> Stream.of(node("operator", one.at()), expression(one.operand())))
                  .toList());
    };
  }

  private static Node clause(Expression.Comprehension.Clause clause) {
    return node(
        "clause",
        clause.span(),
        join(
            names(clause.names()),
            expressions(
                Stream.concat(clause.lists().stream(), clause.condition().stream()).toList())));
  }

  private static Stream<Node> element(MapLiteral.Element element) {
    return switch (element) {
      case MapLiteral.Element.Entry(var key, var value) ->
          Stream.of(expression(key), expression(value));
      case MapLiteral.Element.Spread(var map) -> Stream.of(expression(map));
    };
  }
}
