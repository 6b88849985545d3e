package nib.engine.types;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import nib.engine.diagnostic.Problem;
import nib.engine.diagnostic.Related;
import nib.engine.diagnostic.TypeProblem;
import nib.engine.packages.Dependency;
import nib.engine.packages.ModuleId;
import nib.engine.packages.ModuleKind;
import nib.engine.packages.PackageId;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.syntax.TypeSyntax;
import nib.engine.text.NearestNames;
import nib.engine.text.Spelling;
import nib.engine.types.LiveGraph.DefinedName;

/// Says that a type's name means nothing, and what may have been meant.
final class MissingTypes {

  private static final int MOST = 3;

  private final LinkedScope scope;
  private final LiveGraph live;

  /// By what was written: a name that is missed may be missed a thousand times.
  private final Map<String, List<String>> nearest = new ConcurrentHashMap<>();

  private final Spelling spelling = new Spelling();
  private Optional<VisibleTypes> visible = Optional.empty();

  /// All types that can be written in the module.
  ///
  /// @param byName how they are written, by their names without a prefix
  private record VisibleTypes(NearestNames all, Map<String, List<String>> byName) {}

  MissingTypes(LinkedScope scope, LiveGraph live) {
    this.scope = scope;
    this.live = live;
  }

  void complain(TypeSyntax.Named named, Complaints complaints) {
    var hidden = hidden(named);
    if (hidden.isPresent()) {
      var module = hidden.get().face().orElseThrow().id();
      complaints.error(
          named.span(),
          () -> new TypeProblem.PrivateType(named.name(), hidden.get().syntax().written()),
          () ->
              List.of(Complaints.at(Related.Role.DECLARED_HERE, live.type(module, named.name()))));
    } else {
      complaints.error(named.span(), () -> problem(named));
    }
  }

  /// The import of a module that has the type for itself.
  private Optional<Linked> hidden(TypeSyntax.Named named) {
    return scope.links().stream()
        .filter(one ->
            named.qualifier().isPresent()
                ? one.syntax().prefix().equals(named.qualifier().get())
                : one.listed().contains(named.name()))
        .filter(one -> !Name.isPublic(named.name()))
        .filter(one ->
            one.face()
                .filter(face -> live.defines(face.id(), DefinedName.Kind.TYPE, named.name()))
                .isPresent())
        .findFirst();
  }

  private Problem problem(TypeSyntax.Named named) {
    var prefix = named.qualifier();
    boolean imported =
        prefix.isEmpty()
            || scope.links().stream().anyMatch(one -> one.syntax().prefix().equals(prefix.get()));
    return imported
        ? new TypeProblem.UnknownType(
            named.written(),
            nearest.computeIfAbsent(named.written(), _ -> nearest(named)),
            modules(named.name()))
        : new TypeProblem.UnknownPrefix(
            named.written(), prefix.orElseThrow(), modules(named.name()));
  }

  /// Names that can be written here: first those of the same type in another module.
  private List<String> nearest(TypeSyntax.Named named) {
    var types = visible();
    var found = new LinkedHashSet<>(types.byName().getOrDefault(named.name(), List.of()));
    found.addAll(spelling.near(named.written(), types::all));
    return found.stream().limit(MOST).toList();
  }

  private synchronized VisibleTypes visible() {
    if (visible.isEmpty()) {
      var written = scope.types().stream().map(ModuleScope.Visible::written).toList();
      var byName =
          written.stream()
              .collect(Collectors.groupingBy(one -> one.substring(one.indexOf('\'') + 1)));
      visible = Optional.of(new VisibleTypes(new NearestNames(written), byName));
    }
    return visible.get();
  }

  /// Modules that could be imported for a public type of that name and are not.
  private List<String> modules(String name) {
    if (!Name.isPublic(name)) {
      return List.of();
    }
    var owner = scope.id().owner();
    var found = new ArrayList<String>();
    offering(owner, name, "", found);
    live.graph()
        .find(owner)
        .ifPresent(linked ->
            linked
                .dependencies()
                .forEach((key, dependency) ->
                    read(dependency).ifPresent(id -> offering(id, name, key, found))));
    scope.links().forEach(one -> found.remove(one.syntax().written()));
    found.remove(scope.module().name());
    return found.stream().limit(MOST).toList();
  }

  /// @param key the package's name in the importing one; empty for that itself
  private void offering(PackageId owner, String name, String key, List<String> found) {
    live.graph().find(owner).stream()
        .flatMap(linked -> linked.pen().modules().stream())
        .filter(module -> module.kind() == ModuleKind.ORDINARY)
        .filter(module -> key.isEmpty() || module.isPublic())
        .filter(
            module -> live.defines(new ModuleId(owner, module.path()), DefinedName.Kind.TYPE, name))
        .forEach(module -> found.add(key + module.name()));
  }

  private static Optional<PackageId> read(Dependency dependency) {
    return dependency instanceof Dependency.Read(_, var id) ? Optional.of(id) : Optional.empty();
  }
}
