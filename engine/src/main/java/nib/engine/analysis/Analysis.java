package nib.engine.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nib.engine.checking.CheckedModule;
import nib.engine.checking.Meaning;
import nib.engine.checking.ModuleChecker;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.packages.LinkedPackage;
import nib.engine.packages.ModuleId;
import nib.engine.packages.PackageGraph;
import nib.engine.packages.PackageId;
import nib.engine.packages.PenModule;
import nib.engine.syntax.ModuleSyntax.Import;
import nib.engine.types.Definitions;
import nib.engine.types.ModuleScope;

/// What is known about the open packages at one moment.
///
/// Bodies are checked when somebody asks about them: those of a dependency only where a person
/// looks into it.
public final class Analysis {

  private final PackageGraph graph;
  private final Definitions definitions;
  private final Map<ModuleId, List<Diagnostic>> imports;
  private final Map<ModuleId, CheckedModule> checked = new ConcurrentHashMap<>();

  Analysis(PackageGraph graph, Definitions definitions, Optional<Analysis> previous) {
    this.graph = graph;
    this.definitions = definitions;
    this.imports = graph.importProblems();
    previous.ifPresent(this::takeOver);
  }

  /// What was found out about a module is true for as long as its scope is the same. A problem that
  /// names a place in another file is found anew: the place may have moved.
  private void takeOver(Analysis previous) {
    previous.checked.forEach((id, module) -> {
      if (graph.find(id).isPresent()
          && definitions.scope(id).equals(module.scope())
          && module.diagnostics().stream().allMatch(Analysis::staysInItsFile)) {
        checked.put(id, module);
      }
    });
  }

  private static boolean staysInItsFile(Diagnostic one) {
    return one.related().stream()
        .allMatch(related -> related.location().file().equals(one.location().file()));
  }

  public PackageGraph graph() {
    return graph;
  }

  public Definitions definitions() {
    return definitions;
  }

  /// A module of the graph with its bodies checked.
  public Optional<CheckedModule> find(ModuleId id) {
    return graph
        .find(id)
        .map(_ -> checked.computeIfAbsent(id, one -> ModuleChecker.check(definitions.scope(one))));
  }

  /// What names mean in a module; its bodies are not checked for that.
  public Optional<ModuleScope> scope(ModuleId id) {
    return graph.find(id).map(_ -> definitions.scope(id));
  }

  /// The module of a file. A package that is open and is another one's dependency too has each
  /// module twice; it is the open package's then.
  public Optional<ModuleId> module(Path file) {
    return graph.packages().values().stream()
        .sorted(Comparator.comparing((LinkedPackage one) -> !one.id().main()))
        .flatMap(one ->
            one.pen().modules().stream()
                .filter(module -> module.source().file().equals(file))
                .map(module -> id(one, module)))
        .findFirst();
  }

  /// The module of a file with its bodies checked.
  public Optional<CheckedModule> at(Path file) {
    return module(file).flatMap(this::find);
  }

  /// What names mean in the module that an import names.
  public Optional<ModuleScope> imported(ModuleId from, Import syntax) {
    return graph.imported(from, syntax).flatMap(this::scope);
  }

  /// All modules of some packages.
  public List<CheckedModule> modules(Set<PackageId> packages) {
    return packages.stream()
        .flatMap(id -> graph.find(id).stream())
        .flatMap(one -> one.pen().modules().stream().map(module -> id(one, module)))
        .flatMap(id -> find(id).stream())
        .toList();
  }

  /// The foreign imports that a module's bodies refer to.
  public Set<String> foreignImportsUsed(ModuleId id) {
    return find(id).stream()
        .flatMap(module -> module.typing().meanings())
        .flatMap(meaning ->
            meaning instanceof Meaning.Global(var definition) && definition.module().equals(id)
                ? Stream.of(definition.name())
                : Stream.empty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Everything that is wrong with an open package: with itself, and with what it depends on, as
  /// far as that does not compile.
  public List<Diagnostic> allDiagnostics(PackageId opened) {
    var all = new ArrayList<>(diagnostics(opened));
    graph.find(opened).ifPresent(one -> all.addAll(0, BrokenDependencies.of(this, one)));
    return all;
  }

  /// Everything that is wrong with a package and its modules, in the order of files and places.
  public List<Diagnostic> diagnostics(PackageId id) {
    var all = new ArrayList<Diagnostic>();
    graph
        .find(id)
        .ifPresent(one -> {
          all.addAll(one.pen().diagnostics());
          one.pen().modules().forEach(module -> all.addAll(of(id(one, module), module)));
        });
    return all;
  }

  private List<Diagnostic> of(ModuleId id, PenModule module) {
    var own = new ArrayList<>(module.diagnostics());
    own.addAll(imports.getOrDefault(id, List.of()));
    own.addAll(definitions.diagnostics(id));
    find(id).ifPresent(one -> own.addAll(one.diagnostics()));
    own.sort(Comparator.comparingInt(one -> one.span().start()));
    return own;
  }

  private static ModuleId id(LinkedPackage owner, PenModule module) {
    return new ModuleId(owner.id(), module.path());
  }
}
