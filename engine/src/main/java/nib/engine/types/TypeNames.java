package nib.engine.types;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.engine.packages.ModuleId;
import nib.engine.packages.PenModule;
import nib.engine.syntax.ModuleSyntax.TypeDefinition;
import nib.engine.types.Type.Primitive;

/// What the names of types refer to in a module: without a prefix to its own types, to those that
/// an import lists, in the main module to `context`, and to the language's own, in this order; with
/// a prefix to what the imports of that prefix do not list. Of two imports that bring one name the
/// later counts (`lib/ast-hir/src/import.rs`).
final class TypeNames {

  /// What a name refers to.
  sealed interface Referent {

    record Own(TypeDefinition definition) implements Referent {}

    record Imported(ModuleId module, Sized type) implements Referent {}

    record Context(Type.RecordOf type) implements Referent {}

    record BuiltIn(Primitive type) implements Referent {}

    /// An import may bring it, and cannot be followed.
    record Unresolved(Linked from) implements Referent {}

    record Missing() implements Referent {}
  }

  private final Map<String, TypeDefinition> own = new LinkedHashMap<>();
  private final List<Linked> links;
  private final Optional<Type.RecordOf> context;

  TypeNames(PenModule module, List<Linked> links, Optional<Type.RecordOf> context) {
    module.syntax().types().forEach(type -> own.putIfAbsent(type.name().text(), type));
    this.links = links.reversed();
    this.context = context;
  }

  /// The module's own types in the order of the source; of several of one name the first.
  Map<String, TypeDefinition> own() {
    return own;
  }

  /// The main module's `context`, unless the module defines another type of that name.
  Optional<Type.RecordOf> context() {
    return context.filter(type -> !own.containsKey(type.name()));
  }

  Referent find(Optional<String> qualifier, String name) {
    return qualifier.isPresent() ? qualified(qualifier.get(), name) : unqualified(name);
  }

  private Referent unqualified(String name) {
    var definition = own.get(name);
    if (definition != null) {
      return new Referent.Own(definition);
    }
    var imported =
        imported(name, links.stream().filter(one -> one.listed().contains(name)).toList());
    if (imported.isPresent()) {
      return imported.get();
    }
    if (context.isPresent() && context.get().name().equals(name)) {
      return new Referent.Context(context.get());
    }
    return Primitive.named(name)
        .<Referent>map(Referent.BuiltIn::new)
        .orElseGet(Referent.Missing::new);
  }

  private Referent qualified(String prefix, String name) {
    var from =
        links.stream()
            .filter(one -> one.syntax().prefix().equals(prefix))
            .filter(one -> !one.listed().contains(name))
            .toList();
    return imported(name, from).orElseGet(Referent.Missing::new);
  }

  private static Optional<Referent> imported(String name, List<Linked> from) {
    for (var one : from) {
      var type = one.face().flatMap(face -> face.type(name));
      if (type.isPresent()) {
        return Optional.of(new Referent.Imported(one.face().orElseThrow().id(), type.get()));
      }
    }
    return from.stream().filter(Linked::unclear).findFirst().map(Referent.Unresolved::new);
  }
}
