package nib.engine.foreign;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nib.engine.diagnostic.BorderProblem;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.Related;
import nib.engine.diagnostic.Severity;
import nib.engine.packages.Dependency;
import nib.engine.packages.ModuleId;
import nib.engine.packages.PackageGraph;
import nib.engine.packages.PackageId;
import nib.engine.text.Location;
import nib.engine.types.Type;
import nib.engine.types.TypeRelations;
import nib.engine.types.TypeTexts;

/// Finds symbols that are declared with different types or conventions. A program has one function
/// of a name, whoever declares it: within what is linked together that is an error, between
/// packages that are merely open at once a warning.
///
/// A package that is reached by two ways is one folder: its records are the same ones here.
final class Conflicts {

  private final PackageGraph graph;
  private final Map<PackageId, List<ForeignFunction>> functions;
  private final Map<ModuleId, ModuleId> folders = new HashMap<>();
  private final Set<Location> said = new HashSet<>();

  Conflicts(PackageGraph graph, Map<PackageId, List<ForeignFunction>> functions) {
    this.graph = graph;
    this.functions = functions;
  }

  /// What is wrong, by the opened package that it is said of.
  Map<PackageId, List<Diagnostic>> find() {
    var all = new LinkedHashMap<PackageId, List<Diagnostic>>();
    for (var opened : graph.opened()) {
      var found = all.computeIfAbsent(opened, _ -> new ArrayList<>());
      compare(linkedWith(opened), new HashMap<>(), Severity.ERROR, found);
    }
    Map<String, ForeignFunction> first = new HashMap<>();
    for (var opened : graph.opened()) {
      var found = all.computeIfAbsent(opened, _ -> new ArrayList<>());
      compare(linkedWith(opened), first, Severity.WARNING, found);
    }
    return all;
  }

  /// The package and all that it depends on, what is depended on first.
  private List<PackageId> linkedWith(PackageId opened) {
    var reached = new HashSet<PackageId>();
    var waiting = new ArrayDeque<PackageId>(List.of(opened));
    while (!waiting.isEmpty()) {
      var id = waiting.remove();
      if (reached.add(id)) {
        graph.find(id).stream()
            .flatMap(linked -> linked.dependencies().values().stream())
            .forEach(dependency -> {
              if (dependency instanceof Dependency.Read(_, var read)) {
                waiting.add(read);
              }
            });
      }
    }
    return graph.packages().keySet().stream().filter(reached::contains).toList();
  }

  /// @param first the first declaration of each symbol so far
  private void compare(
      List<PackageId> packages,
      Map<String, ForeignFunction> first,
      Severity severity,
      List<Diagnostic> found) {
    for (var id : packages) {
      for (var one : functions.getOrDefault(id, List.of())) {
        var other = first.putIfAbsent(one.name(), one);
        if (other != null && differ(one, other) && said.add(one.location())) {
          found.add(conflict(one, other, severity));
        }
      }
    }
  }

  private boolean differ(ForeignFunction one, ForeignFunction other) {
    return !one.declaredIn().equals(other.declaredIn())
        && !one.location().equals(other.location())
        && one.type().unknown().isEmpty()
        && other.type().unknown().isEmpty()
        && (one.convention() != other.convention()
            || !byFolder(one.type()).equals(byFolder(other.type())));
  }

  private Diagnostic conflict(ForeignFunction one, ForeignFunction other, Severity severity) {
    // Records and aliases of one name can be different ones.
    boolean told = one.written().equals(other.written()) && one.convention() == other.convention();
    var types =
        told ? TypeTexts.of(one.type(), other.type()) : List.of(one.written(), other.written());
    return new Diagnostic(
        severity,
        new BorderProblem.DeclaredDifferently(
            one.name(),
            shown(one, types.getFirst()),
            shown(other, types.getLast()),
            where(other, one)),
        one.location(),
        one.span(),
        List.of(new Related(Related.Role.DECLARED_HERE, other.location(), other.span())));
  }

  private static String shown(ForeignFunction one, String type) {
    return one.convention() == Convention.C ? "\"c\" " + type : type;
  }

  /// Within another package, with that package's folder.
  private String where(ForeignFunction declared, ForeignFunction seenFrom) {
    var there = declared.location();
    String module = "%s:%d:%d".formatted(declared.module(), there.line(), there.column());
    var folder = folder(declared.declaredIn().owner());
    return folder.equals(folder(seenFrom.declaredIn().owner()))
        ? module
        : folder.getFileName() + "/" + module;
  }

  private Path folder(PackageId id) {
    return graph.find(id).map(linked -> linked.pen().root()).orElse(Path.of(""));
  }

  /// The type with its records named by the folders of their packages.
  private Type byFolder(Type type) {
    return switch (type) {
      case Type.Primitive _, Type.Unknown _ -> type;
      case Type.ListOf(var element) -> new Type.ListOf(byFolder(element));
      case Type.MapOf(var key, var value) -> new Type.MapOf(byFolder(key), byFolder(value));
      case Type.Function(var parameters, var result) ->
          new Type.Function(parameters.stream().map(this::byFolder).toList(), byFolder(result));
      case Type.Union(var members) ->
          TypeRelations.union(members.stream().map(this::byFolder).toList());
      case Type.RecordOf(var module, var name, var empty) ->
          new Type.RecordOf(folders.computeIfAbsent(module, this::byFolder), name, empty);
    };
  }

  private ModuleId byFolder(ModuleId module) {
    var owner = new PackageId(folder(module.owner()).toUri().toString(), true);
    return new ModuleId(owner, module.path());
  }
}
