package nib.engine.assist;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nib.engine.assist.Subject.NamedType;
import nib.engine.packages.ModuleId;
import nib.engine.packages.PenModule;
import nib.engine.syntax.ModuleSyntax.ForeignImportSyntax;
import nib.engine.syntax.ModuleSyntax.FunctionDefinition;
import nib.engine.text.Site;
import nib.engine.text.Span;
import nib.engine.types.RecordDefinition;
import nib.engine.types.Type;
import nib.engine.types.ValueDefinition;

/// What is said about a name where it is mentioned.
final class Description {

  private static final int MOST_FIELDS = 16;

  private final Place place;

  Description(Place place) {
    this.place = place;
  }

  /// A declaration, and words about it.
  record Said(String code, String words) {

    static Said of(String code, String... words) {
      return new Said(
          code,
          Stream.of(words).filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n")));
    }

    /// Both, where a name means two things.
    Said and(Said other) {
      return new Said(code + "\n" + other.code, words + "\n\n" + other.words);
    }
  }

  Said of(Subject subject) {
    return switch (subject) {
      case Subject.Local local -> local(local);
      case Subject.Value(var definition) -> value(definition);
      case Subject.BuiltIn(var name) ->
          BuiltIns.named(name)
              .map(one -> Said.of(name + " : " + one.type(), "built in: " + one.words()))
              .orElse(Said.of(name, "built in"));
      case NamedType type -> type(type);
      case Subject.FieldOf(var record, var field) -> field(record, field);
      case Subject.ImportedModule imported -> module(imported);
    };
  }

  private Said local(Subject.Local local) {
    String type = local.type().map(one -> " : " + one.written()).orElse("");
    var binder =
        SyntaxPath.to(place.module().scope().module().syntax(), local.name().span().start());
    return Said.of(
        local.name().text() + type,
        binder.last() instanceof Mention.Binding(_, var kind) ? kind.words() : "");
  }

  private Said value(ValueDefinition definition) {
    if (definition.type() instanceof Type.Unknown(_, var why)) {
      return Said.of(definition.name(), why);
    }
    var module = place.program().graph().find(definition.module());
    return module
        .flatMap(one -> foreignImport(one, definition))
        .or(() -> module.flatMap(one -> function(one, definition)))
        .orElseGet(() ->
            Said.of(
                definition.name() + " : " + definition.type().written(),
                "of " + origin(definition.module())));
  }

  private Optional<Said> function(PenModule module, ValueDefinition definition) {
    return module.syntax().functions().stream()
        .filter(one -> one.name().span().equals(definition.span()))
        .findFirst()
        .map(one ->
            Said.of(
                OneLine.of(module, one.head()),
                functionWords(one) + " of " + origin(definition.module()),
                Comments.above(module, one.span().start())));
  }

  private static String functionWords(FunctionDefinition function) {
    if (!function.foreign()) {
      return "function";
    }
    return function.c() ? "foreign export, \"c\"," : "foreign export, native convention,";
  }

  private Optional<Said> foreignImport(PenModule module, ValueDefinition definition) {
    return module.syntax().foreignImports().stream()
        .filter(one -> one.name().span().equals(definition.span()))
        .findFirst()
        .map(one ->
            Said.of(
                OneLine.of(module, one.span()),
                foreignWords(one) + " of " + origin(definition.module()),
                Comments.above(module, one.span().start())));
  }

  private static String foreignWords(ForeignImportSyntax syntax) {
    return syntax.c() ? "foreign import, \"c\"," : "foreign import, native convention,";
  }

  private Said type(NamedType type) {
    var owner = type.site().flatMap(site -> place.program().module(site.location().file()));
    if (owner.isEmpty()) {
      return unwritten(type);
    }
    var site = type.site().orElseThrow();
    return Said.of(
        declaration(type, site),
        "type of " + origin(owner.get()),
        place
            .program()
            .graph()
            .find(owner.get())
            .flatMap(module -> comment(module, site.span()))
            .orElse(""));
  }

  /// A type that nobody wrote: the language's own, and the main module's `context`.
  private Said unwritten(NamedType type) {
    return record(type.type())
        .map(one ->
            Said.of(
                fields(type.written(), one),
                "made for the main module: what each system package gives it"))
        .orElseGet(() -> Said.of(type.type().written(), "built-in type"));
  }

  private Optional<RecordDefinition> record(Type type) {
    return type instanceof Type.RecordOf one
        ? place.module().scope().definition(one)
        : Optional.empty();
  }

  private static Optional<String> comment(PenModule module, Span type) {
    return module.syntax().types().stream()
        .filter(one -> one.name().span().equals(type))
        .findFirst()
        .map(one -> Comments.above(module, one.span().start()));
  }

  /// A record with its fields; an alias with what it stands for, and where that is a record, its
  /// fields below.
  private String declaration(NamedType type, Site site) {
    var record = record(type.type());
    boolean itself =
        record
            .map(one -> one.span().equals(site.span()) && one.location().equals(site.location()))
            .orElse(false);
    String alias = "type %s = %s".formatted(type.written(), type.type().written());
    return record
        .map(one ->
            itself ? fields(type.written(), one) : alias + "\n" + fields(one.type().name(), one))
        .orElse(alias);
  }

  private static String fields(String name, RecordDefinition record) {
    if (record.fields().isEmpty()) {
      return "type %s {}".formatted(name);
    }
    var lines =
        record.fields().stream()
            .limit(MOST_FIELDS)
            .map(field -> "  %s %s\n".formatted(field.name(), field.type().written()))
            .collect(Collectors.joining());
    int more = record.fields().size() - MOST_FIELDS;
    return "type %s {\n%s%s}"
        .formatted(name, lines, more > 0 ? "  # %d more\n".formatted(more) : "");
  }

  private Said field(RecordDefinition record, RecordDefinition.Field field) {
    var module = place.program().graph().find(record.type().module());
    return Said.of(
        "%s : %s".formatted(field.name(), field.type().written()),
        "field of `%s` of %s".formatted(record.type().name(), origin(record.type().module())),
        module
            .filter(one -> one.source().file().equals(field.location().file()))
            .map(one -> Comments.above(one, field.span().start()))
            .orElse(""));
  }

  private Said module(Subject.ImportedModule imported) {
    String code = "import " + imported.syntax().written();
    return Said.of(
        code,
        imported.site().map(site -> site.location().file().toString()).orElse("there is none"));
  }

  private String origin(ModuleId module) {
    return Origins.of(place.program(), place.module(), module);
  }
}
