package nib.engine.syntax;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nib.engine.text.Span;

/// A module as written: its statements in the order of the grammar, each with its span.
public record ModuleSyntax(
    List<Import> imports,
    List<ForeignImportSyntax> foreignImports,
    List<TypeDefinition> types,
    List<FunctionDefinition> functions) {

  public ModuleSyntax {
    imports = List.copyOf(imports);
    foreignImports = List.copyOf(foreignImports);
    types = List.copyOf(types);
    functions = List.copyOf(functions);
  }

  /// A name and where it stands.
  public record Name(String text, Span span) {

    /// Whether other modules can see what has a name: whether it begins with a capital ASCII letter
    /// (`lib/ast/src/analysis.rs`).
    public static boolean isPublic(String text) {
      return !text.isEmpty() && text.charAt(0) >= 'A' && text.charAt(0) <= 'Z';
    }
  }

  /// `import Package'Module as m { Name }`.
  ///
  /// @param packageName empty for a module of the same package
  /// @param path the module's components, at least one
  public record Import(
      Optional<Name> packageName,
      List<Name> path,
      Optional<Name> alias,
      List<Name> names,
      Span span) {

    public Import {
      path = List.copyOf(path);
      names = List.copyOf(names);
    }

    /// The prefix of the module's names: what stands after `as`, else the last component.
    public String prefix() {
      return alias.orElseGet(path::getLast).text();
    }

    public String written() {
      return packageName.map(Name::text).orElse("") + inside();
    }

    /// The module's name inside its package: `'Foo'Bar`.
    public String inside() {
      return "'" + path.stream().map(Name::text).collect(Collectors.joining("'"));
    }

    /// Where the package and the module are named.
    public Span target() {
      return packageName.orElseGet(path::getFirst).span().to(path.getLast().span());
    }
  }

  /// `import foreign "c" name type`.
  ///
  /// @param c whether it names the C convention
  public record ForeignImportSyntax(boolean c, Name name, TypeSyntax type, Span span) {}

  /// `type name = type` or `type name { field type }`.
  public sealed interface TypeDefinition {
    Name name();

    Span span();

    /// `type name = type`.
    record Alias(Name name, TypeSyntax type, Span span) implements TypeDefinition {}

    /// `type name { field type }`.
    record Fields(Name name, List<Field> fields, Span span) implements TypeDefinition {
      public Fields {
        fields = List.copyOf(fields);
      }
    }
  }

  /// A record's field or a function's parameter.
  public record Field(Name name, TypeSyntax type) {}

  /// `foreign "c" name = \(x number) number { ... }`.
  ///
  /// @param foreign whether it is exported
  /// @param c whether it is exported with the C convention
  public record FunctionDefinition(
      boolean foreign, boolean c, Name name, Expression.Lambda lambda, Span span) {

    public List<Field> parameters() {
      return lambda.parameters();
    }

    public TypeSyntax result() {
      return lambda.result();
    }

    /// The declaration without its body.
    public Span head() {
      return new Span(span.start(), lambda.body().span().start());
    }
  }
}
