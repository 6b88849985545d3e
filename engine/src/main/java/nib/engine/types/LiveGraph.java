package nib.engine.types;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nib.engine.packages.ModuleId;
import nib.engine.packages.PackageGraph;
import nib.engine.packages.PenModule;
import nib.engine.syntax.ModuleSyntax.Import;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.syntax.ModuleSyntax.TypeDefinition;
import nib.engine.text.Location;
import nib.engine.text.Site;
import nib.engine.text.Span;

/// The newest graph of a line of [Definitions]. All its scopes share it, those that were kept from
/// earlier ones too, and look up here what moves without meaning anything else: where definitions
/// stand, and which names may have been meant.
final class LiveGraph {

  private volatile Newest newest = new Newest(new PackageGraph(List.of(), Map.of()));

  /// A graph with its modules by name, and the places in them, as they are asked for.
  private static final class Newest {

    private final PackageGraph graph;
    private final Map<ModuleId, PenModule> modules = new LinkedHashMap<>();
    private final Map<ModuleId, Map<DefinedName, Name>> names = new ConcurrentHashMap<>();

    Newest(PackageGraph graph) {
      this.graph = graph;
      graph
          .packages()
          .forEach((id, linked) ->
              linked
                  .pen()
                  .modules()
                  .forEach(module -> modules.put(new ModuleId(id, module.path()), module)));
    }
  }

  /// What a definition is known by within its module.
  ///
  /// @param field empty for the type itself, and for values
  record DefinedName(Kind kind, String name, String field) {
    enum Kind {
      TYPE,
      FUNCTION,
      FOREIGN_IMPORT
    }
  }

  /// The place of a definition in the newest text.
  record Place(LiveGraph live, ModuleId module, DefinedName name) implements Anchor {
    @Override
    public Site site() {
      return live.site(module, name);
    }
  }

  void update(PackageGraph graph) {
    newest = new Newest(graph);
  }

  PackageGraph graph() {
    return newest.graph;
  }

  Map<ModuleId, PenModule> modules() {
    return newest.modules;
  }

  Optional<PenModule> module(ModuleId id) {
    return Optional.ofNullable(newest.modules.get(id));
  }

  /// The module that an import leads to.
  Optional<ModuleId> target(ModuleId importer, Import imported) {
    return newest.graph.imported(importer, imported);
  }

  Anchor type(ModuleId module, String name) {
    return new Place(this, module, new DefinedName(DefinedName.Kind.TYPE, name, ""));
  }

  Anchor field(ModuleId module, String record, String field) {
    return new Place(this, module, new DefinedName(DefinedName.Kind.TYPE, record, field));
  }

  Anchor place(ModuleId module, DefinedName.Kind kind, String name) {
    return new Place(this, module, new DefinedName(kind, name, ""));
  }

  boolean defines(ModuleId module, DefinedName.Kind kind, String name) {
    return names(newest, module).containsKey(new DefinedName(kind, name, ""));
  }

  /// The place of a name; the module's beginning where it has gone.
  private Site site(ModuleId id, DefinedName wanted) {
    var now = newest;
    var module = now.modules.get(id);
    if (module == null) {
      return new Site(new Location(Path.of(id.path()), 1, 1), new Span(0, 0));
    }
    var name = names(now, id).get(wanted);
    var span = name == null ? new Span(0, 0) : name.span();
    return new Site(module.source().locate(span), span);
  }

  private static Map<DefinedName, Name> names(Newest now, ModuleId id) {
    return now.names.computeIfAbsent(
        id,
        _ -> {
          var module = now.modules.get(id);
          return module == null ? Map.of() : names(module);
        });
  }

  /// Of several definitions of one name the first counts.
  private static Map<DefinedName, Name> names(PenModule module) {
    var names = new HashMap<DefinedName, Name>();
    for (var type : module.syntax().types()) {
      String text = type.name().text();
      names.putIfAbsent(new DefinedName(DefinedName.Kind.TYPE, text, ""), type.name());
      if (type instanceof TypeDefinition.Fields(_, var fields, _)) {
        for (var field : fields) {
          names.putIfAbsent(
              new DefinedName(DefinedName.Kind.TYPE, text, field.name().text()), field.name());
        }
      }
    }
    for (var function : module.syntax().functions()) {
      names.putIfAbsent(
          new DefinedName(DefinedName.Kind.FUNCTION, function.name().text(), ""), function.name());
    }
    for (var one : module.syntax().foreignImports()) {
      names.putIfAbsent(
          new DefinedName(DefinedName.Kind.FOREIGN_IMPORT, one.name().text(), ""), one.name());
    }
    return names;
  }
}
