package nib.engine.assist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nib.engine.assist.Completion.Kind;
import nib.engine.packages.Dependency;
import nib.engine.packages.LinkedPackage;
import nib.engine.packages.ModuleId;
import nib.engine.packages.ModuleKind;
import nib.engine.packages.PackageId;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.syntax.TypeSyntax;
import nib.engine.text.Span;
import nib.engine.types.ModuleScope;
import nib.engine.types.ValueDefinition;

/// What an import can name: packages, modules, and the names that modules let others see.
final class ModuleOffers {

  private final Place place;
  private final ModuleId here;

  ModuleOffers(Place place) {
    this.place = place;
    this.here = place.module().scope().id();
  }

  /// Packages while no quote was typed, then modules of this package, then of others. Modules that
  /// the importing one names already are left out.
  List<Offer> of(String path, Typed typed) {
    return place
        .program()
        .graph()
        .find(here.owner())
        .map(linked -> of(linked, path, typed))
        .orElse(List.of());
  }

  private List<Offer> of(LinkedPackage linked, String path, Typed typed) {
    var offers = new ArrayList<Offer>();
    if (!path.contains("'")) {
      linked
          .dependencies()
          .forEach((name, dependency) ->
              offers.add(new Offer(name + "'", Kind.MODULE, dependency::url, () -> "")));
    }
    var known = imported(typed.span());
    offers.addAll(modules(linked, "", known));
    if (path.startsWith("'")) {
      return offers;
    }
    for (Map.Entry<String, Dependency> one : linked.dependencies().entrySet()) {
      if (one.getValue() instanceof Dependency.Read(_, var id)) {
        offers.addAll(dependency(id, one.getKey(), known));
      }
    }
    return offers;
  }

  private List<Offer> dependency(PackageId id, String name, Collection<ModuleId> known) {
    return place
        .program()
        .graph()
        .find(id)
        .map(linked -> modules(linked, name, known))
        .orElse(List.of());
  }

  /// Modules that can be imported: no tests, and from another package only those whose path is
  /// public in all its parts.
  private List<Offer> modules(
      LinkedPackage linked, String packageName, Collection<ModuleId> known) {
    return Offers.sorted(
        linked.pen().modules().stream()
            .filter(module -> module.kind() == ModuleKind.ORDINARY)
            .filter(module -> !known.contains(new ModuleId(linked.id(), module.path())))
            .filter(module -> packageName.isEmpty() || module.isPublic())
            .map(module ->
                new Offer(
                    packageName + module.name(),
                    Kind.MODULE,
                    () -> "",
                    () -> packageName.isEmpty() ? "this package" : linked.id().url())));
  }

  private Collection<ModuleId> imported(Span typed) {
    var known = new HashSet<ModuleId>();
    known.add(here);
    place.module().scope().module().syntax().imports().stream()
        .filter(one -> one.span().end() < typed.start() || one.span().start() > typed.end())
        .forEach(one -> place.program().graph().imported(here, one).ifPresent(known::add));
    return known;
  }

  /// The public functions and types that a module defines.
  ///
  /// @param listed those that the import has already
  List<Offer> names(ModuleScope module, Collection<String> listed) {
    return Offers.sorted(
        Stream.concat(functions(module), types(module))
            .filter(offer -> Name.isPublic(offer.written()))
            .filter(offer -> !listed.contains(offer.written())));
  }

  private Stream<Offer> functions(ModuleScope scope) {
    return scope.values().stream()
        .map(value -> value.meaning())
        .filter(value -> value.kind() == ValueDefinition.Kind.FUNCTION)
        .filter(value -> value.module().equals(scope.id()))
        .map(value ->
            new Offer(value.name(), Kind.FUNCTION, value.type()::written, () -> origin(scope)));
  }

  private Stream<Offer> types(ModuleScope scope) {
    return scope.module().syntax().types().stream()
        .map(one -> {
          var name = one.name();
          var named = new TypeSyntax.Named(Optional.empty(), name.text(), name.span());
          return new Offer(
              name.text(),
              Kind.TYPE,
              () -> Offers.typeDetail(scope, scope.resolve(named, _ -> {})),
              () -> origin(scope));
        });
  }

  private String origin(ModuleScope scope) {
    return Origins.of(place.program(), place.module(), scope.id());
  }
}
