package nib.engine.types;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.PackageProblem;
import nib.engine.diagnostic.Problem;
import nib.engine.diagnostic.Severity;
import nib.engine.diagnostic.TypeProblem;
import nib.engine.packages.ModuleId;
import nib.engine.packages.PackageId;
import nib.engine.packages.PenModule;
import nib.engine.packages.PenPackage;
import nib.engine.syntax.ModuleSyntax.Import;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.syntax.ModuleSyntax.TypeDefinition;
import nib.engine.syntax.TypeSyntax;
import nib.engine.types.Type.Primitive;

/// Resolves types within one package.
///
/// A name refers, in this order, to a type of its module, to one that an import brings in without a
/// prefix, and to a built-in one (`lib/hir/src/analysis/built_in_type_transformer.rs`). What other
/// packages define stays [Type.Unknown], which is no error: only this package is read.
public final class TypeResolver {

  private final PenPackage pen;
  private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();
  private final Map<String, Map<String, TypeDefinition>> definitions = new LinkedHashMap<>();

  public TypeResolver(PenPackage pen) {
    this.pen = pen;
    for (var module : pen.modules()) {
      var named = new LinkedHashMap<String, TypeDefinition>();
      module.syntax().types().forEach(type -> named.putIfAbsent(type.name().text(), type));
      definitions.put(module.path(), named);
    }
  }

  /// What was wrong with the types resolved so far, each problem once.
  public List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  public Type resolve(PenModule module, TypeSyntax type) {
    return resolve(new Place(module, List.of()), type);
  }

  /// Where a type stands: in which module, and inside which aliases.
  private record Place(PenModule module, List<TypeDefinition> aliases) {
    Place inside(TypeDefinition alias, PenModule definedIn) {
      var all = new ArrayList<>(aliases);
      all.add(alias);
      return new Place(definedIn, all);
    }
  }

  private Type resolve(Place place, TypeSyntax type) {
    return switch (type) {
      case TypeSyntax.Function(var parameters, var result, _) ->
          new Type.Function(
              parameters.stream().map(one -> resolve(place, one)).toList(), resolve(place, result));
      case TypeSyntax.ListOf(var element, _) -> new Type.ListOf(resolve(place, element));
      case TypeSyntax.MapOf(var key, var value, _) ->
          new Type.MapOf(resolve(place, key), resolve(place, value));
      case TypeSyntax.Union(var members, _) ->
          TypeRelations.union(members.stream().map(one -> resolve(place, one)).toList());
      case TypeSyntax.Named named -> named(place, named);
      case TypeSyntax.Missing _ -> new Type.Unknown("?", "the type is missing");
    };
  }

  private Type named(Place place, TypeSyntax.Named named) {
    return named.qualifier().isPresent()
        ? qualified(place, named, named.qualifier().get())
        : unqualified(place, named);
  }

  private Type unqualified(Place place, TypeSyntax.Named named) {
    var own = definition(place.module(), named.name());
    if (own.isPresent()) {
      return defined(place, place.module(), own.get());
    }
    for (var one : place.module().syntax().imports()) {
      if (one.names().stream().map(Name::text).anyMatch(named.name()::equals)) {
        return imported(place, one, named);
      }
    }
    return Primitive.named(named.name()).orElseGet(() -> unknown(place, named));
  }

  private Type qualified(Place place, TypeSyntax.Named named, String prefix) {
    var imports =
        place.module().syntax().imports().stream()
            .filter(one -> one.prefix().equals(prefix))
            .filter(one -> one.names().stream().map(Name::text).noneMatch(named.name()::equals))
            .toList();
    // Several imports may share a prefix; the one that has the name is meant.
    for (var one : imports) {
      boolean has =
          one.packageName().isEmpty()
              && pen.module(one.written())
                  .flatMap(module -> definition(module, named.name()))
                  .isPresent();
      if (has) {
        return imported(place, one, named);
      }
    }
    return imports.stream()
        .filter(one -> one.packageName().isPresent() || pen.module(one.written()).isEmpty())
        .findFirst()
        .map(one -> imported(place, one, named))
        .orElseGet(() -> unknown(place, named));
  }

  private Type imported(Place place, Import from, TypeSyntax.Named named) {
    if (from.packageName().isPresent()) {
      return new Type.Unknown(
          named.written(), "package `%s` is not read".formatted(from.packageName().get().text()));
    }
    var module = pen.module(from.written());
    if (module.isEmpty()) {
      report(place, new PackageProblem.UnknownModule(from.written()), from.span());
      return new Type.Unknown(named.written(), "its module is missing");
    }
    var found = definition(module.get(), named.name());
    if (found.isEmpty()) {
      return unknown(place, named);
    }
    if (!isPublic(named.name())) {
      report(place, new TypeProblem.PrivateType(named.name(), from.written()), named.span());
    }
    return defined(place, module.get(), found.get());
  }

  private Type defined(Place place, PenModule module, TypeDefinition definition) {
    return switch (definition) {
      case TypeDefinition.Fields(var name, var fields, _) ->
          new Type.RecordOf(id(module), name.text(), fields.isEmpty());
      case TypeDefinition.Alias(var name, var type, _) -> {
        if (place.aliases().contains(definition)) {
          report(
              new Place(module, List.of()),
              new TypeProblem.RecursiveAlias(name.text()),
              name.span());
          yield new Type.Unknown(name.text(), "its definition is circular");
        }
        yield resolve(place.inside(definition, module), type);
      }
    };
  }

  private ModuleId id(PenModule module) {
    return new ModuleId(new PackageId(pen.root().toUri().toString(), true), module.path());
  }

  private Optional<TypeDefinition> definition(PenModule module, String name) {
    return Optional.ofNullable(definitions.getOrDefault(module.path(), Map.of()).get(name));
  }

  private Type unknown(Place place, TypeSyntax.Named named) {
    report(place, new TypeProblem.UnknownType(named.written()), named.span());
    return new Type.Unknown(named.written(), "it is not defined");
  }

  /// A name is public when it begins with a capital ASCII letter (`lib/ast/src/analysis.rs`).
  private static boolean isPublic(String name) {
    return !name.isEmpty() && name.charAt(0) >= 'A' && name.charAt(0) <= 'Z';
  }

  private void report(Place place, Problem problem, nib.engine.text.Span span) {
    diagnostics.add(
        new Diagnostic(Severity.ERROR, problem, place.module().source().locate(span), span));
  }
}
