package nib.engine.assist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nib.engine.assist.Completion.Kind;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.types.ModuleScope;
import nib.engine.types.ModuleScope.Visible;
import nib.engine.types.RecordDefinition;
import nib.engine.types.Type;
import nib.engine.types.ValueDefinition;

/// The names of what is wanted, the nearest first.
final class Offers {

  private static final Comparator<Offer> BY_NAME =
      Comparator.comparing((Offer offer) -> offer.written().startsWith("_"))
          .thenComparing(Offer::written, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(Offer::written);

  private final Place place;
  private final Caret caret;
  private final ModuleScope scope;
  private final Set<String> ownTypes;

  Offers(Place place, Caret caret) {
    this.place = place;
    this.caret = caret;
    this.scope = place.module().scope();
    this.ownTypes =
        scope.module().syntax().types().stream()
            .map(one -> one.name().text())
            .collect(Collectors.toSet());
  }

  List<Offer> of(Wanted wanted) {
    return switch (wanted) {
      case Wanted.Nothing _ -> List.of();
      case Wanted.AnExpression _ -> expressions();
      case Wanted.AType _ -> types();
      case Wanted.Qualified(var prefix, var values) -> qualified(prefix + "'", values);
      case Wanted.FieldOf(var record) ->
          caret.typing().type(record).map(this::fields).orElse(List.of());
      case Wanted.FieldOfLiteral(var type, var given, var block) -> {
        var offers = new ArrayList<Offer>();
        fields(scope.resolve(type, _ -> {})).stream()
            .filter(field -> !given.contains(field.written()))
            .forEach(offers::add);
        if (block) {
          offers.addAll(expressions());
        }
        yield offers;
      }
      case Wanted.AModule(var path, _) -> new ModuleOffers(place).of(path, caret.typed());
      case Wanted.NameOf(var syntax) ->
          place
              .program()
              .imported(scope.id(), syntax)
              .map(found ->
                  new ModuleOffers(place)
                      .names(found, syntax.names().stream().map(Name::text).toList()))
              .orElse(List.of());
    };
  }

  private List<Offer> expressions() {
    var offers = new ArrayList<Offer>();
    for (var local : caret.typing().locals(caret.typed().start())) {
      offers.add(
          new Offer(
              local.name().text(),
              Kind.LOCAL,
              local.type()::written,
              () -> "",
              Optional.of(local.type())));
    }
    var hidden = offers.stream().map(Offer::written).collect(Collectors.toCollection(HashSet::new));
    offers.addAll(values(value -> value.kind() == ValueDefinition.Kind.FUNCTION, true, hidden));
    offers.addAll(
        values(value -> value.kind() == ValueDefinition.Kind.FOREIGN_IMPORT, true, hidden));
    offers.addAll(values(_ -> true, false, hidden));
    offers.addAll(sorted(scope.types().stream().filter(this::canBeMade).map(this::type)));
    offers.forEach(offer -> hidden.add(offer.written()));
    for (var builtIn : BuiltIns.all()) {
      if (!hidden.contains(builtIn.written())) {
        offers.add(
            new Offer(builtIn.written(), Kind.BUILT_IN, builtIn::type, () -> "", builtIn.gives()));
      }
    }
    return offers;
  }

  /// The values of this module, or those of others.
  private List<Offer> values(Predicate<ValueDefinition> chosen, boolean own, Set<String> hidden) {
    return sorted(
        scope.values().stream()
            .filter(value -> value.meaning().module().equals(scope.id()) == own)
            .filter(value -> chosen.test(value.meaning()))
            .filter(value -> !hidden.contains(value.written()))
            .map(this::value));
  }

  private List<Offer> types() {
    return Stream.of(
            scope.types().stream().filter(type -> isOwn(type.written())),
            scope.types().stream().filter(type -> !isOwn(type.written()) && !isBuiltIn(type)),
            scope.types().stream().filter(Offers::isBuiltIn))
        .flatMap(types -> sorted(types.map(this::type)).stream())
        .toList();
  }

  private List<Offer> qualified(String prefix, boolean values) {
    var offers = new ArrayList<Offer>();
    if (values) {
      offers.addAll(
          sorted(
              scope.values().stream()
                  .filter(value -> value.written().startsWith(prefix))
                  .map(this::value)));
    }
    offers.addAll(
        sorted(
            scope.types().stream()
                .filter(type -> type.written().startsWith(prefix))
                .filter(type -> !values || canBeMade(type))
                .map(this::type)));
    return offers;
  }

  /// The fields of a record that may be seen here, in the order of their definition.
  private List<Offer> fields(Type type) {
    return definition(type)
        .filter(this::isOpen)
        .map(record ->
            record.fields().stream()
                .map(field ->
                    new Offer(
                        field.name(),
                        Kind.FIELD,
                        field.type()::written,
                        record.type()::name,
                        Optional.of(field.type())))
                .toList())
        .orElse(List.of());
  }

  private boolean canBeMade(Visible<Type> type) {
    return definition(type.meaning()).filter(this::isOpen).isPresent();
  }

  private Optional<RecordDefinition> definition(Type type) {
    return type instanceof Type.RecordOf record ? scope.definition(record) : Optional.empty();
  }

  /// Whether this module may look into a record: its own, and those without private fields.
  private boolean isOpen(RecordDefinition record) {
    return record.type().module().equals(scope.id()) || record.privateFields().isEmpty();
  }

  private boolean isOwn(String name) {
    return ownTypes.contains(name);
  }

  private static boolean isBuiltIn(Visible<Type> type) {
    return type.meaning() instanceof Type.Primitive primitive
        && primitive.written().equals(type.written());
  }

  private Offer value(Visible<ValueDefinition> value) {
    var definition = value.meaning();
    return new Offer(
        value.written(),
        switch (definition.kind()) {
          case FUNCTION, UNRESOLVED -> Kind.FUNCTION;
          case FOREIGN_IMPORT -> Kind.FOREIGN_IMPORT;
        },
        definition.type()::written,
        () -> Origins.of(place.program(), place.module(), definition.module()),
        Optional.of(definition.type()));
  }

  private Offer type(Visible<Type> type) {
    return new Offer(
        type.written(),
        isBuiltIn(type) ? Kind.BUILT_IN : Kind.TYPE,
        () -> typeDetail(scope, type.meaning()),
        () -> isBuiltIn(type) ? "" : typeOrigin(type.written()),
        Optional.of(type.meaning()));
  }

  private String typeOrigin(String written) {
    if (isOwn(written)) {
      return "this module";
    }
    int quote = written.indexOf('\'');
    return new Subjects(place.program(), place.module())
        .bringing(
            quote < 0 ? Optional.empty() : Optional.of(written.substring(0, quote)),
            written.substring(quote + 1))
        .map(one -> one.written())
        .orElse("");
  }

  /// A record's fields, or the type itself.
  static String typeDetail(ModuleScope scope, Type type) {
    var record =
        type instanceof Type.RecordOf one
            ? scope.definition(one)
            : Optional.<RecordDefinition>empty();
    return OneLine.shortened(
        record
            .map(one ->
                one.fields().isEmpty()
                    ? "{}"
                    : one.fields().stream()
                        .map(field -> field.name() + " " + field.type().written())
                        .collect(Collectors.joining(" ", "{ ", " }")))
            .orElseGet(type::written));
  }

  static List<Offer> sorted(Stream<Offer> offers) {
    return offers.sorted(BY_NAME).toList();
  }
}
