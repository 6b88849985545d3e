package nib.engine.assist;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nib.engine.analysis.Analysis;
import nib.engine.checking.CheckedModule;
import nib.engine.checking.Meaning;
import nib.engine.syntax.ModuleSyntax.Import;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.syntax.TypeSyntax;
import nib.engine.text.Site;
import nib.engine.text.Span;
import nib.engine.types.ModuleScope;
import nib.engine.types.Type;
import nib.engine.types.ValueDefinition;

/// Says what the names in one module stand for.
final class Subjects {

  private final Analysis program;
  private final CheckedModule module;

  Subjects(Analysis program, CheckedModule module) {
    this.program = program;
    this.module = module;
  }

  /// What a name stands for: nothing where it is unknown, and two things where an import brings a
  /// function and a type of one name.
  List<Subject> of(Mention mention) {
    return switch (mention) {
      case Mention.ModulePath(var syntax) -> List.of(imported(syntax));
      case Mention.Alias(var syntax, _) -> List.of(imported(syntax));
      case Mention.Imported(var syntax, var name) -> broughtBy(syntax, name.text());
      case Mention.Qualifier(var prefix, var name, _) -> qualifier(prefix, name).stream().toList();
      case Mention.ValueName(var name) ->
          global(module.scope().value(Optional.empty(), name.text()));
      case Mention.TypeName(var name) -> List.of(type(module.scope(), name));
      case Mention.FieldName(var record, var name) ->
          field(resolve(module.scope(), named(record.name())), name.text()).stream().toList();
      case Mention.Binding(var name, _) -> List.of(local(name, module.typing().type(name)));
      case Mention.VariableUse(var variable) ->
          module.typing().meaning(variable).map(this::meant).stream().toList();
      case Mention.TypeUse(var syntax, _) -> type(syntax).stream().toList();
      case Mention.FieldUse(var access) ->
          module
              .typing()
              .type(access.record())
              .flatMap(type -> field(type, access.field().text()))
              .stream()
              .toList();
      case Mention.FieldGiven(var literal, var name) ->
          field(resolve(module.scope(), literal.type()), name.text()).stream().toList();
      case Mention.OperatorUse _ -> List.of();
    };
  }

  /// The import that a prefix stands for. Several may share one; the one that has the name is
  /// meant, and the first where none has.
  private Optional<Subject> qualifier(String prefix, String name) {
    return imports()
        .filter(one -> one.prefix().equals(prefix))
        .min(Comparator.comparing(one -> broughtBy(one, name).isEmpty()))
        .map(this::imported);
  }

  /// The import that brings a name.
  ///
  /// @param prefix the one it has here; empty for a name from an import's braces
  Optional<Import> bringing(Optional<String> prefix, String name) {
    return imports()
        .filter(one ->
            prefix
                .map(one.prefix()::equals)
                .orElseGet(() -> one.names().stream().anyMatch(it -> it.text().equals(name))))
        .filter(one -> !broughtBy(one, name).isEmpty())
        .findFirst();
  }

  private Stream<Import> imports() {
    return module.scope().module().syntax().imports().stream().filter(one -> !one.path().isEmpty());
  }

  private Subject imported(Import syntax) {
    return new Subject.ImportedModule(syntax, module.scope().site(syntax));
  }

  private List<Subject> broughtBy(Import syntax, String name) {
    return program.imported(module.scope().id(), syntax).stream()
        .flatMap(other -> defined(other, name))
        .toList();
  }

  /// The function and the type of a name that a module defines itself.
  private static Stream<Subject> defined(ModuleScope scope, String name) {
    var value =
        scope
            .value(Optional.empty(), name)
            .filter(one -> one.module().equals(scope.id()))
            .filter(one -> one.kind() == ValueDefinition.Kind.FUNCTION)
            .map(Subject.Value::new);
    var type =
        scope.module().syntax().types().stream()
            .filter(one -> one.name().text().equals(name))
            .findFirst()
            .map(one -> type(scope, one.name()));
    return Stream.<Optional<? extends Subject>>of(value, type).flatMap(Optional::stream);
  }

  private static List<Subject> global(Optional<ValueDefinition> value) {
    return value.<Subject>map(Subject.Value::new).stream().toList();
  }

  private Subject meant(Meaning meaning) {
    return switch (meaning) {
      case Meaning.Local(var name, var type) -> local(name, Optional.of(type));
      case Meaning.Global(var definition) -> new Subject.Value(definition);
      case Meaning.BuiltIn(var name) -> new Subject.BuiltIn(name);
    };
  }

  private Subject local(Name name, Optional<Type> type) {
    return new Subject.Local(name, type, site(module.scope(), name.span()));
  }

  /// A type where it is defined.
  private static Subject type(ModuleScope scope, Name name) {
    return new Subject.NamedType(
        name.text(), resolve(scope, named(name)), Optional.of(site(scope, name.span())));
  }

  private Optional<Subject> type(TypeSyntax.Named syntax) {
    var type = resolve(module.scope(), syntax);
    var site = module.scope().site(syntax);
    return type instanceof Type.Unknown && site.isEmpty()
        ? Optional.empty()
        : Optional.of(new Subject.NamedType(syntax.written(), type, site));
  }

  private Optional<Subject> field(Type type, String name) {
    return type instanceof Type.RecordOf record
        ? module
            .scope()
            .definition(record)
            .flatMap(definition ->
                definition.field(name).map(field -> new Subject.FieldOf(definition, field)))
        : Optional.empty();
  }

  private static TypeSyntax named(Name name) {
    return new TypeSyntax.Named(Optional.empty(), name.text(), name.span());
  }

  /// What cannot be resolved was said when the module was checked.
  private static Type resolve(ModuleScope scope, TypeSyntax type) {
    return scope.resolve(type, _ -> {});
  }

  private static Site site(ModuleScope scope, Span span) {
    return new Site(scope.module().source().locate(span), span);
  }
}
