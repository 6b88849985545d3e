package nib.engine.syntax;

import java.util.List;
import java.util.Optional;
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
  public record Name(String text, Span span) {}

  /// `import Package'Module as m { Name }`.
  ///
  /// @param packageName empty for a module of the same package
  /// @param path the module's components, at least one
  public record Import(
      Optional<String> packageName,
      List<String> path,
      Optional<Name> alias,
      List<Name> names,
      Span span) {

    public Import {
      path = List.copyOf(path);
      names = List.copyOf(names);
    }

    /// The prefix of the module's names: what stands after `as`, else the last component.
    public String prefix() {
      return alias.map(Name::text).orElseGet(path::getLast);
    }

    public String written() {
      return packageName.orElse("") + "'" + String.join("'", path);
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
  /// @param body the block with its braces; its statements are not looked into
  public record FunctionDefinition(
      boolean foreign,
      boolean c,
      Name name,
      List<Field> parameters,
      TypeSyntax result,
      Span body,
      Span span) {

    public FunctionDefinition {
      parameters = List.copyOf(parameters);
    }

    /// The declaration without its body.
    public Span head() {
      return new Span(span.start(), body.start());
    }
  }
}
