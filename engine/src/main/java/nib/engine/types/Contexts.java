package nib.engine.types;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import nib.engine.packages.Dependency;
import nib.engine.packages.ModuleId;
import nib.engine.packages.ModuleKind;
import nib.engine.packages.PackageGraph;

/// What a main module gets from the system packages that its package depends on: the record
/// `context`, which has a field for each (`lib/hir-mir/src/main_function.rs`).
///
/// @param parts in the order of their keys
record Contexts(List<Part> parts) {

  /// The type that a system package gives its field.
  static final String TYPE = "Context";

  /// The function that makes the field's value.
  static final String FUNCTION = "UnsafeNew";

  static final String RECORD = "context";

  /// A direct dependency.
  ///
  /// @param key its name in `pen.json`
  /// @param module its top module `Context`; empty where nobody could read the package, which may
  ///   be no system package then
  /// @param face empty where that module is missing
  record Part(String key, Optional<ModuleId> module, Optional<ModuleInterface> face) {

    Type type() {
      return face.flatMap(one -> one.type(TYPE))
          .map(Sized::type)
          .orElseGet(() ->
              new Type.Unknown(key + "'" + TYPE, "package `%s` does not give it".formatted(key)));
    }
  }

  /// The `Context` modules that a module gets its context from, by their dependencies' keys; those
  /// that could not be read are empty. Only the main module of a package that is built itself does:
  /// within a dependency `main.pen` is a module like any other.
  static TreeMap<String, Optional<ModuleId>> modules(PackageGraph graph, ModuleId module) {
    var found = new TreeMap<String, Optional<ModuleId>>();
    if (module.kind() != ModuleKind.MAIN) {
      return found;
    }
    graph
        .find(module.owner())
        .ifPresent(linked ->
            linked
                .dependencies()
                .forEach((key, dependency) -> {
                  switch (dependency) {
                    case Dependency.Read(_, var id) -> {
                      if (graph
                          .find(id)
                          .filter(one -> one.pen().manifest().kind().equals("system"))
                          .isPresent()) {
                        found.put(key, Optional.of(new ModuleId(id, TYPE + ".pen")));
                      }
                    }
                    case Dependency.Git _, Dependency.Unavailable _ ->
                        found.put(key, Optional.empty());
                  }
                }));
    return found;
  }

  /// The interfaces that the record's fields come from.
  List<ModuleInterface> faces() {
    return parts.stream().flatMap(one -> one.face().stream()).toList();
  }
}
