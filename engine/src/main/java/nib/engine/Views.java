package nib.engine;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nib.engine.analysis.Analysis;
import nib.engine.assist.Outline;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.foreign.Border;
import nib.engine.foreign.ForeignFunction;
import nib.engine.packages.Dependency;
import nib.engine.packages.LinkedPackage;
import nib.engine.packages.ModuleId;
import nib.engine.packages.PackageId;
import nib.engine.packages.PenModule;

/// Makes what people see of the open packages.
final class Views {

  private final Analysis analysis;
  private final Border border;
  private final Map<ModuleId, Set<String>> used = new HashMap<>();

  private Views(Analysis analysis) {
    this.analysis = analysis;
    this.border = Border.of(analysis.graph(), analysis.definitions(), this::uses);
  }

  static List<OpenedPackage> of(Analysis analysis) {
    var views = new Views(analysis);
    return analysis.graph().opened().stream()
        .flatMap(id -> analysis.graph().find(id).stream())
        .map(views::view)
        .toList();
  }

  /// A package's border.
  static List<ForeignFunction> border(Analysis analysis, PackageId id) {
    return new Views(analysis).border.functions(id);
  }

  /// Whether a dependency uses its imports is its own business: its bodies are not checked.
  private boolean uses(ModuleId module, String name) {
    return !module.owner().main()
        || used.computeIfAbsent(module, analysis::foreignImportsUsed).contains(name);
  }

  private OpenedPackage view(LinkedPackage linked) {
    var pen = linked.pen();
    var diagnostics = new ArrayList<Diagnostic>(analysis.allDiagnostics(linked.id()));
    diagnostics.addAll(border.diagnostics(linked.id()));
    return new OpenedPackage(
        pen.root(),
        String.valueOf(pen.root().getFileName()),
        pen.manifest().kind(),
        pen.modules().stream().map(Views::view).toList(),
        entries(linked.id()),
        dependencies(linked),
        diagnostics);
  }

  private static OpenedPackage.ModuleView view(PenModule module) {
    return new OpenedPackage.ModuleView(
        module.path(), module.kind(), module.source(), Outline.of(module));
  }

  private List<Entry> entries(PackageId id) {
    return Entries.of(border.functions(id));
  }

  /// Its own in the order of `pen.json`, then theirs, each once.
  private List<DependencyView> dependencies(LinkedPackage linked) {
    var views = new LinkedHashMap<String, DependencyView>();
    var seen = new HashSet<PackageId>();
    var rest = new ArrayDeque<LinkedPackage>();
    rest.add(linked);
    while (!rest.isEmpty()) {
      rest.remove()
          .dependencies()
          .forEach((name, dependency) -> {
            switch (dependency) {
              case Dependency.Read(var url, var id) -> {
                if (seen.add(id)) {
                  var found = analysis.graph().find(id);
                  found.ifPresent(one -> {
                    views.put(id.url(), read(name, url, one));
                    rest.add(one);
                  });
                }
              }
              case Dependency.Git(var url, var command) ->
                  views.putIfAbsent(
                      url, new DependencyView(name, url, new DependencyView.State.Git(command)));
              case Dependency.Unavailable(var url, var why) ->
                  views.putIfAbsent(
                      url,
                      new DependencyView(name, url, new DependencyView.State.Unavailable(why)));
            }
          });
    }
    return List.copyOf(views.values());
  }

  private DependencyView read(String name, String url, LinkedPackage linked) {
    return new DependencyView(
        name, url, new DependencyView.State.Read(linked.pen().root(), entries(linked.id())));
  }

  /// The package in a folder; the first opened one where none is.
  static PackageId in(Analysis analysis, Path root) {
    return analysis.graph().packages().values().stream()
        .filter(linked -> linked.pen().root().equals(root))
        .map(LinkedPackage::id)
        .findFirst()
        .orElseGet(() -> analysis.graph().opened().getFirst());
  }

  /// The package in a folder, among those that were opened.
  static Optional<PackageId> opened(Analysis analysis, Path root) {
    return analysis.graph().opened().stream()
        .filter(id ->
            analysis.graph().find(id).filter(one -> one.pen().root().equals(root)).isPresent())
        .findFirst();
  }
}
