package nib.engine.syntax;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.syntax.Expression.ListLiteral;
import nib.engine.syntax.Expression.MapLiteral;
import nib.engine.syntax.ModuleSyntax.Field;
import nib.engine.syntax.ModuleSyntax.FunctionDefinition;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.syntax.ModuleSyntax.TypeDefinition;

/// Modules as s-expressions, and what there is to say about them, for goldens. A definition is one
/// line, and so is a statement of a function.
final class SyntaxPrinter {

  private static final String HOLE = "<missing>";

  private final StringBuilder text = new StringBuilder();

  static String print(Parsed parsed) {
    var printer = new SyntaxPrinter();
    printer.module(parsed.module());
    parsed.diagnostics().forEach(printer::diagnostic);
    return printer.text.toString();
  }

  private void module(ModuleSyntax module) {
    module.imports().forEach(this::moduleImport);
    module
        .foreignImports()
        .forEach(one ->
            line(
                list(
                    "import-foreign",
                    one.c() ? "c" : "native",
                    one.name().text(),
                    type(one.type()))));
    module.types().forEach(this::typeDefinition);
    module.functions().forEach(this::function);
  }

  private void moduleImport(ModuleSyntax.Import one) {
    line(list("import", one.written(), "as", one.prefix(), names(one.names())));
  }

  private void typeDefinition(TypeDefinition definition) {
    line(
        switch (definition) {
          case TypeDefinition.Alias(var name, var type, _) -> list("type", name(name), type(type));
          case TypeDefinition.Fields(var name, var fields, _) ->
              list("record", name(name), fields(fields));
        });
  }

  private void function(FunctionDefinition one) {
    String kind = one.foreign() ? one.c() ? "export-c" : "export-native" : "function";
    text.append(
        "(%s %s (%s) %s"
            .formatted(kind, name(one.name()), fields(one.parameters()), type(one.result())));
    one.lambda()
        .body()
        .statements()
        .forEach(statement -> text.append("\n  ").append(statement(statement)));
    text.append(")\n");
  }

  private static String statement(Block.Statement statement) {
    return statement
        .name()
        .map(name -> list("=", name(name), expression(statement.expression())))
        .orElseGet(() -> expression(statement.expression()));
  }

  private static String block(Block block) {
    return block.statements().stream()
        .map(SyntaxPrinter::statement)
        .collect(Collectors.joining(" ", "{", "}"));
  }

  static String expression(Expression expression) {
    return switch (expression) {
      case Expression.Lambda(var parameters, var result, var body, _) ->
          list("\\", "(" + fields(parameters) + ")", type(result), block(body));
      case Expression.If one -> conditional(one);
      case Expression.IfType one -> ifType(one);
      case Expression.IfList(var first, var rest, var list, var then, var otherwise, _) ->
          list("if-list", name(first), name(rest), expression(list), block(then), block(otherwise));
      case Expression.IfMap(var name, var map, var key, var then, var otherwise, _) ->
          list(
              "if-map",
              name(name),
              expression(map),
              expression(key),
              block(then),
              block(otherwise));
      case Expression.RecordLiteral one -> record(one);
      case ListLiteral(var element, var items, _) ->
          list("list", type(element), all(items, SyntaxPrinter::item));
      case Expression.Comprehension one ->
          list(
              "comprehension",
              type(one.element()),
              expression(one.body()),
              all(one.clauses(), SyntaxPrinter::clause));
      case MapLiteral(var key, var value, var elements, _) ->
          list("map", type(key), type(value), all(elements, SyntaxPrinter::element));
      case Expression.NumberLiteral(var written, _) -> written;
      case Expression.StringLiteral(var written, _) -> written;
      case Expression.Variable variable -> variable.written();
      case Expression.Call(var function, var arguments, _) ->
          list("call", expression(function), all(arguments, SyntaxPrinter::expression));
      case Expression.FieldAccess(var record, var field, _) ->
          list(".", expression(record), name(field));
      case Expression.Try(var operand, _) -> list("?", expression(operand));
      case Expression.Not(var operand, _) -> list("!", expression(operand));
      case Expression.Operation one -> operation(one);
      case Expression.Missing _ -> HOLE;
    };
  }

  private static String conditional(Expression.If one) {
    String branches =
        all(
            one.branches(),
            branch -> "(" + expression(branch.condition()) + " " + block(branch.block()) + ")");
    return list("if", branches, block(one.otherwise()));
  }

  private static String ifType(Expression.IfType one) {
    String branches =
        all(
            one.branches(),
            branch -> "(" + type(branch.type()) + " " + block(branch.block()) + ")");
    return list(
        "if-type",
        name(one.name()),
        expression(one.argument()),
        branches,
        one.otherwise().map(SyntaxPrinter::block).orElse(""));
  }

  private static String record(Expression.RecordLiteral one) {
    return list(
        "new",
        one.type().written(),
        one.updated().map(updated -> "..." + expression(updated)).orElse(""),
        all(
            one.fields(),
            field -> "(" + name(field.name()) + " " + expression(field.value()) + ")"));
  }

  private static String item(ListLiteral.Item item) {
    return (item.spread() ? "..." : "") + expression(item.value());
  }

  private static String element(MapLiteral.Element element) {
    return switch (element) {
      case MapLiteral.Element.Entry(var key, var value) ->
          "(" + expression(key) + " " + expression(value) + ")";
      case MapLiteral.Element.Spread(var map) -> "..." + expression(map);
    };
  }

  private static String clause(Expression.Comprehension.Clause clause) {
    return list(
        "for",
        "(" + names(clause.names()) + ")",
        all(clause.lists(), SyntaxPrinter::expression),
        clause.condition().map(condition -> list("if", expression(condition))).orElse(""));
  }

  /// With all its steps, so that a flat run looks flat.
  private static String operation(Expression.Operation one) {
    return one.steps().stream()
        .map(step -> " " + step.operator().sign() + " " + expression(step.operand()))
        .collect(Collectors.joining("", "(" + expression(one.first()), ")"));
  }

  private static String fields(List<Field> fields) {
    return all(fields, one -> "(" + name(one.name()) + " " + type(one.type()) + ")");
  }

  static String type(TypeSyntax type) {
    return switch (type) {
      case TypeSyntax.Named named -> named.written();
      case TypeSyntax.Function(var parameters, var result, _) ->
          list("fn", "(" + all(parameters, SyntaxPrinter::type) + ")", type(result));
      case TypeSyntax.ListOf(var element, _) -> list("list", type(element));
      case TypeSyntax.MapOf(var key, var value, _) -> list("map", type(key), type(value));
      case TypeSyntax.Union(var members, _) -> list("union", all(members, SyntaxPrinter::type));
      case TypeSyntax.Missing _ -> HOLE;
    };
  }

  private static String name(Name name) {
    return name.text().isEmpty() ? HOLE : name.text();
  }

  private static String names(List<Name> names) {
    return all(names, SyntaxPrinter::name);
  }

  private static <T> String all(List<T> parts, Function<T, String> printer) {
    return parts.stream().map(printer).collect(Collectors.joining(" "));
  }

  private static String list(String... parts) {
    return Stream.of(parts)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" ", "(", ")"));
  }

  private void diagnostic(Diagnostic diagnostic) {
    var location = diagnostic.location();
    line(
        "%d:%d: %s: %s"
            .formatted(
                location.line(),
                location.column(),
                diagnostic.severity().word(),
                diagnostic.message()));
    diagnostic
        .related()
        .forEach(one ->
            line(
                "  %d:%d: %s"
                    .formatted(
                        one.location().line(), one.location().column(), one.role().words())));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
