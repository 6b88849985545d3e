package nib.engine.types;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.packages.ModuleId;
import nib.engine.packages.PenModule;
import nib.engine.syntax.ModuleSyntax.Import;
import nib.engine.syntax.TypeSyntax;
import nib.engine.text.Location;
import nib.engine.text.Site;
import nib.engine.text.Span;
import nib.engine.types.LiveGraph.DefinedName;
import nib.engine.types.RecordShapes.FieldType;
import nib.engine.types.TypeNames.Referent;

/// A module's scope, linked with the interfaces of what it imports.
final class LinkedScope implements ModuleScope {

  private final ModuleId id;
  private final PenModule module;
  private final List<Linked> links;
  private final Optional<Contexts> contexts;
  private final LiveGraph live;
  private final TypeNames names;
  private final OwnTypes own;
  private final MissingTypes missing;
  private final Map<String, Type> functions = new LinkedHashMap<>();
  private final Map<String, Type> foreignImports = new LinkedHashMap<>();
  private final Map<ModuleId, Map<String, List<FieldType>>> records;
  private final Map<Type.RecordOf, Optional<RecordDefinition>> definitions =
      new ConcurrentHashMap<>();
  private final Comparability comparability = new Comparability(this::definition);

  /// @param contexts empty where the module is no main module
  LinkedScope(
      ModuleId id,
      PenModule module,
      List<Linked> links,
      Optional<Contexts> contexts,
      LiveGraph live) {
    this.id = id;
    this.module = module;
    this.links = links;
    this.contexts = contexts;
    this.live = live;
    this.names =
        new TypeNames(
            module,
            links,
            contexts.map(one -> new Type.RecordOf(id, Contexts.RECORD, one.parts().isEmpty())));
    this.missing = new MissingTypes(this, live);
    this.own = new OwnTypes(id, names.own(), this::meaning);
    this.records = RecordShapes.all(faces().map(ModuleInterface::shape).toList());
    for (var function : module.syntax().functions()) {
      functions.putIfAbsent(
          function.name().text(),
          quietly(
              new TypeSyntax.Function(
                  function.parameters().stream().map(one -> one.type()).toList(),
                  function.result(),
                  function.head())));
    }
    for (var one : module.syntax().foreignImports()) {
      foreignImports.putIfAbsent(one.name().text(), quietly(one.type()));
    }
  }

  /// Whether a scope made of these would be no other than this.
  @SuppressWarnings("ReferenceEquality") // what is known of a body is known by its objects
  boolean isFor(PenModule newModule, List<Linked> newLinks, Optional<Contexts> newContexts) {
    return module == newModule && links.equals(newLinks) && contexts.equals(newContexts);
  }

  private Stream<ModuleInterface> faces() {
    return Stream.concat(
        links.stream().flatMap(one -> one.face().stream()),
        contexts.stream().flatMap(one -> one.faces().stream()));
  }

  @Override
  public ModuleId id() {
    return id;
  }

  @Override
  public PenModule module() {
    return module;
  }

  @Override
  public Type resolve(TypeSyntax type, Consumer<Diagnostic> problems) {
    var complaints = new Complaints(module.source(), problems);
    var resolved = expand(type, complaints);
    new MapKeys(this, complaints).check(type);
    return resolved;
  }

  Type quietly(TypeSyntax type) {
    return expand(type, Complaints.UNHEARD);
  }

  private Type expand(TypeSyntax type, Complaints complaints) {
    return new TypeExpansion(this::meaning, complaints).expand(type).type();
  }

  private Sized meaning(TypeSyntax.Named named, Complaints complaints) {
    var meaning = meaning(own, named);
    if (names.find(named.qualifier(), named.name()) instanceof Referent.Missing) {
      missing.complain(named, complaints);
    }
    return meaning;
  }

  private Sized meaning(OwnTypes types, TypeSyntax.Named named) {
    return switch (names.find(named.qualifier(), named.name())) {
      case Referent.Own(var definition) -> types.type(definition.name().text());
      case Referent.Imported(_, var type) -> type;
      case Referent.Context(var type) -> Sized.one(type);
      case Referent.BuiltIn(var type) -> Sized.one(type);
      case Referent.Unresolved(var from) -> Sized.one(new Type.Unknown(named.written(), why(from)));
      case Referent.Missing() ->
          Sized.one(new Type.Unknown(named.written(), "no type of that name can be seen here"));
    };
  }

  private static String why(Linked from) {
    return from.face().isEmpty()
        ? "module `%s` is not read".formatted(from.syntax().written())
        : "module `%s` does not parse".formatted(from.syntax().written());
  }

  @Override
  public Optional<RecordDefinition> definition(Type.RecordOf type) {
    return definitions.computeIfAbsent(type, this::define);
  }

  @Override
  public Optional<Incomparable> incomparable(Type type) {
    return comparability.obstacle(type);
  }

  private Optional<RecordDefinition> define(Type.RecordOf type) {
    if (!type.module().equals(id)) {
      return Optional.ofNullable(records.get(type.module()))
          .flatMap(all -> Optional.ofNullable(all.get(type.name())))
          .map(fields -> definition(type, fields));
    }
    if (own.records().containsKey(type.name())) {
      return Optional.of(definition(type, own.records().get(type.name())));
    }
    return names.context().filter(type::equals).map(this::context);
  }

  private RecordDefinition definition(Type.RecordOf type, List<FieldType> fields) {
    return new RecordDefinition(
        type,
        fields.stream()
            .map(field ->
                new RecordDefinition.Field(
                    field.name(),
                    field.type(),
                    live.field(type.module(), type.name(), field.name())))
            .toList(),
        live.type(type.module(), type.name()));
  }

  /// Nobody has written it: its fields stand where their types do, and it where it is needed.
  private RecordDefinition context(Type.RecordOf type) {
    var main = live.place(id, DefinedName.Kind.FUNCTION, "main");
    return new RecordDefinition(
        type,
        contexts.stream()
            .flatMap(one -> one.parts().stream())
            .map(part ->
                new RecordDefinition.Field(
                    part.key(),
                    part.type(),
                    part.module().map(one -> live.type(one, Contexts.TYPE)).orElse(main)))
            .toList(),
        main);
  }

  @Override
  public Optional<Site> site(TypeSyntax.Named type) {
    return switch (names.find(type.qualifier(), type.name())) {
      case Referent.Own _ -> Optional.of(live.type(id, type.name()).site());
      case Referent.Imported(var from, _) -> Optional.of(live.type(from, type.name()).site());
      case Referent.Context _, Referent.BuiltIn _, Referent.Unresolved _, Referent.Missing _ ->
          Optional.empty();
    };
  }

  @Override
  public Optional<Site> site(Import imported) {
    return live.target(id, imported)
        .flatMap(live::module)
        .map(found -> new Site(new Location(found.source().file(), 1, 1), new Span(0, 0)));
  }

  @Override
  public Optional<ValueDefinition> value(Optional<String> qualifier, String name) {
    if (qualifier.isPresent()) {
      var from =
          links.stream()
              .filter(one -> one.syntax().prefix().equals(qualifier.get()))
              .filter(one -> !one.listed().contains(name))
              .toList();
      return imported(name, from).or(() -> unresolved(name, from));
    }
    var from = links.stream().filter(one -> one.listed().contains(name)).toList();
    return function(name)
        .or(() -> imported(name, from))
        .or(() -> foreignImport(name))
        .or(() -> unresolved(name, from));
  }

  private Optional<ValueDefinition> function(String name) {
    return Optional.ofNullable(functions.get(name)).map(type -> function(name, type, id));
  }

  private ValueDefinition function(String name, Type type, ModuleId definedIn) {
    return new ValueDefinition(
        name,
        type,
        ValueDefinition.Kind.FUNCTION,
        definedIn,
        live.place(definedIn, DefinedName.Kind.FUNCTION, name));
  }

  private Optional<ValueDefinition> foreignImport(String name) {
    return Optional.ofNullable(foreignImports.get(name))
        .map(type ->
            new ValueDefinition(
                name,
                type,
                ValueDefinition.Kind.FOREIGN_IMPORT,
                id,
                live.place(id, DefinedName.Kind.FOREIGN_IMPORT, name)));
  }

  /// Of two imports that bring one name the later counts.
  private Optional<ValueDefinition> imported(String name, List<Linked> from) {
    return from.reversed().stream()
        .flatMap(one -> one.face().stream())
        .flatMap(face -> face.function(name).map(type -> function(name, type, face.id())).stream())
        .findFirst();
  }

  private Optional<ValueDefinition> unresolved(String name, List<Linked> from) {
    return from.stream()
        .filter(Linked::unclear)
        .findFirst()
        .map(one -> {
          var span = one.syntax().target();
          return new ValueDefinition(
              name,
              new Type.Unknown(name, why(one)),
              ValueDefinition.Kind.UNRESOLVED,
              id,
              module.source().locate(span),
              span);
        });
  }

  @Override
  public List<Visible<ValueDefinition>> values() {
    var all = new LinkedHashMap<String, ValueDefinition>();
    functions.keySet().forEach(name -> function(name).ifPresent(one -> all.put(name, one)));
    for (var link : links.reversed()) {
      link.face()
          .ifPresent(face ->
              face.functions()
                  .forEach((name, type) ->
                      all.putIfAbsent(written(link, name), function(name, type, face.id()))));
    }
    foreignImports
        .keySet()
        .forEach(name -> foreignImport(name).ifPresent(one -> all.putIfAbsent(name, one)));
    return visible(all);
  }

  @Override
  public List<Visible<Type>> types() {
    var all = new LinkedHashMap<String, Type>();
    names.own().keySet().forEach(name -> all.put(name, own.type(name).type()));
    for (var link : links.reversed()) {
      link.face()
          .ifPresent(face ->
              face.types()
                  .forEach((name, type) -> all.putIfAbsent(written(link, name), type.type())));
    }
    names.context().ifPresent(type -> all.putIfAbsent(type.name(), type));
    for (var primitive : Type.Primitive.values()) {
      all.putIfAbsent(primitive.written(), primitive);
    }
    return visible(all);
  }

  private static String written(Linked link, String name) {
    return link.listed().contains(name) ? name : link.syntax().prefix() + "'" + name;
  }

  private static <T> List<Visible<T>> visible(Map<String, T> all) {
    var list = new ArrayList<Visible<T>>();
    all.forEach((name, meaning) -> list.add(new Visible<>(name, meaning)));
    return list;
  }

  /// The types that the module defines, for those who look whether they are right.
  OwnTypes own() {
    return own;
  }

  TypeNames names() {
    return names;
  }

  List<Linked> links() {
    return links;
  }

  Optional<Contexts> contexts() {
    return contexts;
  }

  Map<String, Type> functions() {
    return functions;
  }
}
