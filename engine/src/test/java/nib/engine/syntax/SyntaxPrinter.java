package nib.engine.syntax;

import java.util.List;
import java.util.stream.Collectors;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.syntax.ModuleSyntax.Field;
import nib.engine.syntax.ModuleSyntax.FunctionDefinition;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.syntax.ModuleSyntax.TypeDefinition;

/// Modules as s-expressions, for goldens.
final class SyntaxPrinter {

  private final StringBuilder text = new StringBuilder();

  static String print(Parsed parsed, String source) {
    var printer = new SyntaxPrinter();
    printer.module(parsed.module(), source);
    parsed.diagnostics().forEach(printer::diagnostic);
    return printer.text.toString();
  }

  private void module(ModuleSyntax module, String source) {
    module
        .imports()
        .forEach(one ->
            line(
                "(import %s as %s%s)",
                one.written(),
                one.prefix(),
                one.names().stream()
                    .map(Name::text)
                    .map(" "::concat)
                    .collect(Collectors.joining())));
    module
        .foreignImports()
        .forEach(one ->
            line(
                "(import-foreign %s %s %s)",
                one.c() ? "c" : "native", one.name().text(), type(one.type())));
    module.types().forEach(this::type);
    module.functions().forEach(one -> function(one, source));
  }

  private void type(TypeDefinition definition) {
    switch (definition) {
      case TypeDefinition.Alias(var name, var type, _) ->
          line("(type %s %s)", name.text(), type(type));
      case TypeDefinition.Fields(var name, var fields, _) ->
          line("(record %s%s)", name.text(), fields(fields));
    }
  }

  private void function(FunctionDefinition one, String source) {
    String kind = one.foreign() ? one.c() ? "export-c" : "export-native" : "function";
    line(
        "(%s %s (fn%s) %s %s)",
        kind,
        one.name().text(),
        fields(one.parameters()),
        type(one.result()),
        source
            .substring(one.lambda().body().span().start(), one.lambda().body().span().end())
            .replaceAll("\\s+", " "));
  }

  private static String fields(List<Field> fields) {
    return fields.stream()
        .map(one -> " (%s %s)".formatted(one.name().text(), type(one.type())))
        .collect(Collectors.joining());
  }

  static String type(TypeSyntax type) {
    return switch (type) {
      case TypeSyntax.Named named -> named.written();
      case TypeSyntax.Function(var parameters, var result, _) ->
          "(fn (%s) %s)".formatted(types(parameters), type(result));
      case TypeSyntax.ListOf(var element, _) -> "(list %s)".formatted(type(element));
      case TypeSyntax.MapOf(var key, var value, _) ->
          "(map %s %s)".formatted(type(key), type(value));
      case TypeSyntax.Union(var members, _) -> "(union %s)".formatted(types(members));
      case TypeSyntax.Missing _ -> "<missing>";
    };
  }

  private static String types(List<TypeSyntax> types) {
    return types.stream().map(SyntaxPrinter::type).collect(Collectors.joining(" "));
  }

  private void diagnostic(Diagnostic diagnostic) {
    line(
        "%d:%d: %s: %s",
        diagnostic.location().line(),
        diagnostic.location().column(),
        diagnostic.severity().word(),
        diagnostic.message());
  }

  @com.google.errorprone.annotations.FormatMethod
  private void line(String format, Object... arguments) {
    text.append(format.formatted(arguments)).append('\n');
  }
}
