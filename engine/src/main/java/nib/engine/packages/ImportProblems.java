package nib.engine.packages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.PackageProblem;
import nib.engine.diagnostic.Severity;
import nib.engine.syntax.ModuleSyntax.Import;
import nib.engine.syntax.ModuleSyntax.Name;
import nib.engine.text.NearestNames;
import nib.engine.text.Span;
import nib.engine.text.Spelling;

/// What is wrong with imports: nothing is there, or what is there may not be imported
/// (`lib/app/src/module_dependency_resolver.rs`).
///
/// Where a package, a file or a component of a path is broken and said to be so elsewhere, its
/// imports are passed over in silence.
final class ImportProblems {

  private final PackageGraph graph;
  private final Map<ModuleId, List<Diagnostic>> problems = new LinkedHashMap<>();

  /// By package, and only of those that something was not found in.
  private final Map<PackageId, NearestNames> names = new HashMap<>();

  private final Spelling spelling = new Spelling();

  private ImportProblems(PackageGraph graph) {
    this.graph = graph;
  }

  static Map<ModuleId, List<Diagnostic>> of(PackageGraph graph) {
    var check = new ImportProblems(graph);
    for (var linked : graph.packages().values()) {
      for (var module : linked.pen().modules()) {
        var id = new ModuleId(linked.id(), module.path());
        module.syntax().imports().forEach(one -> check.check(id, module, one));
      }
      ModuleCycles.find(linked).forEach((id, found) -> found.forEach(one -> check.add(id, one)));
    }
    check.problems.replaceAll((_, found) ->
        found.stream().sorted(Comparator.comparingInt(one -> one.span().start())).toList());
    return check.problems;
  }

  private void check(ModuleId from, PenModule module, Import one) {
    problem(from, one)
        .ifPresent(problem -> {
          Span span =
              problem instanceof PackageProblem.UnknownPackage
                  ? one.packageName().map(Name::span).orElseGet(one::target)
                  : one.target();
          add(from, new Diagnostic(Severity.ERROR, problem, module.source().locate(span), span));
        });
  }

  private void add(ModuleId id, Diagnostic diagnostic) {
    problems.computeIfAbsent(id, _ -> new ArrayList<>()).add(diagnostic);
  }

  private Optional<PackageProblem> problem(ModuleId from, Import one) {
    if (brokenSyntax(one)) {
      return Optional.empty();
    }
    var target = graph.imported(from, one);
    if (target.isPresent()) {
      if (target.get().equals(from)) {
        return Optional.of(new PackageProblem.ModuleImportsItself());
      }
      return target.get().kind() == ModuleKind.MAIN
          ? Optional.of(new PackageProblem.MainModuleImported())
          : Optional.empty();
    }
    var importing = graph.find(from.owner());
    if (importing.isEmpty()) {
      return Optional.empty();
    }
    if (one.packageName().isEmpty()) {
      return unknownModule(importing.get(), one);
    }
    return external(importing.get(), one, one.packageName().get().text());
  }

  /// Whether the parser has said what is wrong: a component is missing, or a private one of another
  /// package.
  private static boolean brokenSyntax(Import one) {
    return one.path().stream()
        .map(Name::text)
        .anyMatch(
            name -> name.isEmpty() || (one.packageName().isPresent() && !Name.isPublic(name)));
  }

  private Optional<PackageProblem> external(LinkedPackage importing, Import one, String key) {
    var manifest = importing.pen().manifest();
    var dependency = Optional.ofNullable(importing.dependencies().get(key));
    if (dependency.isPresent()) {
      return dependency.get() instanceof Dependency.Read(_, var id)
          ? graph.find(id).flatMap(linked -> unknownModule(linked, one))
          : Optional.empty();
    }
    // A manifest whose dependencies are wrong has been told so.
    return key.isEmpty()
            || manifest.places().dependencies().isEmpty()
            || manifest.places().keys().containsKey(key)
        ? Optional.empty()
        : Optional.of(
            new PackageProblem.UnknownPackage(
                key, spelling.near(key, manifest.dependencies().keySet())));
  }

  private Optional<PackageProblem> unknownModule(LinkedPackage owner, Import one) {
    String path = PackageGraph.path(one);
    if (owner.pen().isUnreadable(path)) {
      return Optional.empty();
    }
    var pen = owner.pen();
    String test = path.substring(0, path.length() - ".pen".length()) + ".test.pen";
    if (pen.at(test).isPresent()) {
      return Optional.of(new PackageProblem.TestModuleImported(one.written(), test));
    }
    var near =
        spelling.near(
            one.inside(),
            () -> names.computeIfAbsent(owner.id(), _ -> new NearestNames(importable(owner))));
    String key = one.packageName().map(Name::text).orElse("");
    return Optional.of(
        new PackageProblem.UnknownModule(
            one.written(), near.stream().map(name -> key + name).toList()));
  }

  /// The modules that may be meant, as an import writes them behind the package's name.
  private static List<String> importable(LinkedPackage owner) {
    return owner.pen().modules().stream()
        .map(module -> new ModuleId(owner.id(), module.path()))
        .filter(id -> id.kind() == ModuleKind.ORDINARY)
        .map(ModuleId::name)
        .toList();
  }
}
