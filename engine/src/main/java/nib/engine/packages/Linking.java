package nib.engine.packages;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nib.engine.diagnostic.Diagnostic;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;
import nib.engine.diagnostic.PackageProblem;
import nib.engine.diagnostic.ProblemText;
import nib.engine.diagnostic.Related;
import nib.engine.diagnostic.Severity;

/// One load: packages are read depth first, so that each comes behind what it depends on.
final class Linking {

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /// A package whose dependencies are being read, and how far that has come.
  private static final class Visit {

    private final PackageId id;
    private final ReadFolder folder;

    /// The folder of the opened package that it is read for.
    private final Path main;

    private final Iterator<Map.Entry<String, String>> left;
    private final Map<String, Dependency> dependencies = new LinkedHashMap<>();
    private final List<Diagnostic> diagnostics;
    private String key = "";
    private boolean environmentSaid;

    Visit(PackageId id, ReadFolder folder, Path main) {
      this.id = id;
      this.folder = folder;
      this.main = main;
      this.left = folder.manifest().dependencies().entrySet().iterator();
      this.diagnostics = new ArrayList<>(folder.diagnostics());
    }

    String name() {
      return String.valueOf(folder.realRoot().getFileName());
    }

    void report(Severity severity, PackageProblem problem, List<Related> related) {
      var places = folder.manifest().places();
      var span = places.dependency(key);
      diagnostics.add(
          new Diagnostic(severity, problem, places.source().locate(span), span, related));
    }

    /// Where the entry stands that is being read.
    Related place() {
      var places = folder.manifest().places();
      var span = places.dependency(key);
      return new Related(Related.Role.DECLARED_HERE, places.source().locate(span), span);
    }
  }

  private final Edits edits;
  private final ModuleMemory memory;
  private final Supplier<Optional<Path>> penRoot;

  /// The folders of the packages to open, by their real paths, as they were asked for.
  private final Map<Path, Path> openedRoots = new LinkedHashMap<>();

  private final Map<Path, ReadFolder> folders = new HashMap<>();
  private final Map<Path, String> urls = new HashMap<>();
  private final Map<PackageId, LinkedPackage> done = new LinkedHashMap<>();
  private final Deque<Visit> visits = new ArrayDeque<>();
  private final Set<Path> visited = new LinkedHashSet<>();

  Linking(Edits edits, ModuleMemory memory, Supplier<Optional<Path>> penRoot) {
    this.edits = edits;
    this.memory = memory;
    this.penRoot = penRoot;
  }

  PackageGraph link(List<Path> paths) throws FailureException {
    for (var path : paths) {
      var root = PackageReader.root(path);
      openedRoots.putIfAbsent(ReadFolder.real(root), root);
    }
    var finder = new DependencyFinder(penRoot, List.copyOf(openedRoots.values()));
    var opened = new ArrayList<PackageId>();
    for (var root : openedRoots.values()) {
      var folder = folder(root);
      var id = new PackageId(PackageUrl.of(folder.realRoot()).text(), true);
      opened.add(id);
      enter(id, folder, root);
      while (!visits.isEmpty()) {
        step(visits.element(), finder);
      }
    }
    return new PackageGraph(opened, done);
  }

  private ReadFolder folder(Path folder) throws FailureException {
    var real = ReadFolder.real(folder);
    var before = Optional.ofNullable(folders.get(real));
    if (before.isPresent()) {
      return before.get();
    }
    // A package that is open is shown under the path it was opened by.
    var root = openedRoots.getOrDefault(real, folder);
    var read = ReadFolder.read(root, openedRoots.containsKey(real), edits, memory);
    folders.put(real, read);
    return read;
  }

  private void enter(PackageId id, ReadFolder folder, Path main) {
    visits.push(new Visit(id, folder, main));
    visited.add(folder.realRoot());
  }

  private void step(Visit visit, DependencyFinder finder) {
    if (!visit.left.hasNext()) {
      visits.pop();
      visited.remove(visit.folder.realRoot());
      finish(visit);
      return;
    }
    var entry = visit.left.next();
    String url = entry.getValue();
    visit.key = entry.getKey();
    if (!IDENTIFIER.matcher(visit.key).matches()) {
      visit.report(Severity.WARNING, new PackageProblem.UnimportablePackage(visit.key), List.of());
    }
    var dependency =
        switch (finder.find(url, visit.folder.realRoot(), visit.main)) {
          case DependencyFinder.Found.Folder found -> folder(visit, url, found);
          case DependencyFinder.Found.Git(var command) -> {
            var problem = new PackageProblem.UnfetchedPackage(visit.key, command);
            visit.report(Severity.WARNING, problem, List.of());
            yield new Dependency.Git(url, command);
          }
          case DependencyFinder.Found.Nowhere(var why, boolean environment) ->
              nowhere(visit, url, why, environment);
        };
    visit.dependencies.put(visit.key, dependency);
  }

  private Dependency nowhere(Visit visit, String url, Failure why, boolean environment) {
    // One missing Pen is one message, however many of its packages are wanted.
    if (!environment || !visit.environmentSaid) {
      visit.report(
          environment ? Severity.WARNING : Severity.ERROR,
          new PackageProblem.UnavailablePackage(visit.key, why),
          List.of());
    }
    visit.environmentSaid |= environment;
    return new Dependency.Unavailable(url, why);
  }

  private Dependency folder(Visit visit, String url, DependencyFinder.Found.Folder found) {
    ReadFolder folder;
    try {
      folder = folder(found.folder());
    } catch (FailureException e) {
      return nowhere(visit, url, e.failure(), false);
    }
    if (visited.contains(folder.realRoot())) {
      return cycle(visit, url, folder);
    }
    quirks(visit, url, found, folder);
    var id = new PackageId(found.url(), false);
    if (!done.containsKey(id)) {
      enter(id, folder, visit.main);
    }
    return new Dependency.Read(url, id);
  }

  private Dependency cycle(Visit visit, String url, ReadFolder folder) {
    var around = new ArrayList<Visit>();
    var oldestFirst = visits.descendingIterator();
    while (oldestFirst.hasNext()) {
      var one = oldestFirst.next();
      if (!around.isEmpty() || one.folder.realRoot().equals(folder.realRoot())) {
        around.add(one);
      }
    }
    var names = new ArrayList<>(around.stream().map(Visit::name).toList());
    names.add(names.getFirst());
    var problem = new PackageProblem.PackageCycle(names);
    // Said of the opened package, if it is one of them.
    var speaker = around.getFirst().id.main() ? around.getFirst() : visit;
    var others = around.stream().filter(one -> one != speaker).map(Visit::place).toList();
    speaker.report(Severity.ERROR, problem, others);
    return new Dependency.Unavailable(
        url, new Failure(ProblemText.message(problem), ProblemText.cure(problem)));
  }

  private void quirks(
      Visit visit, String url, DependencyFinder.Found.Folder found, ReadFolder folder) {
    if (!visit.id.main() && PackageUrl.relative(url)) {
      var problem = new PackageProblem.TransitiveRelativeDependency(url, found.folder().toString());
      visit.report(Severity.WARNING, problem, List.of());
    } else if (found.encoded().isPresent()) {
      visit.report(Severity.WARNING, found.encoded().get(), List.of());
    }
    var other = Optional.ofNullable(urls.putIfAbsent(folder.realRoot(), found.url()));
    if (other.isPresent() && !other.get().equals(found.url())) {
      visit.report(
          Severity.WARNING,
          new PackageProblem.SameFolderTwice(found.url(), other.get()),
          List.of());
    }
  }

  private void finish(Visit visit) {
    var folder = visit.folder;
    boolean main = visit.id.main();
    var modules =
        main
            ? folder.modules()
            : folder.modules().stream().filter(one -> one.kind() != ModuleKind.TEST).toList();
    var pen = new PenPackage(folder.root(), folder.manifest(), modules, visit.diagnostics);
    var linked = new LinkedPackage(visit.id, pen, visit.dependencies);
    if (main) {
      var all = new ArrayList<>(visit.diagnostics);
      all.addAll(MainModuleRules.check(linked, done));
      pen = new PenPackage(folder.root(), folder.manifest(), modules, all);
      linked = new LinkedPackage(visit.id, pen, visit.dependencies);
    }
    done.put(visit.id, linked);
  }
}
