package nib.app.border;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import nib.app.project.Project;
import nib.app.table.InPlace;
import nib.engine.Entry;
import nib.engine.OpenedPackage;
import nib.engine.diagnosis.EntryVerdict;
import nib.engine.diagnosis.Verdict;
import nib.engine.foreign.Direction;
import nib.engine.packages.ModuleKind;
import nib.engine.text.SourceText;

/// The border as lines: imports, exports, dependencies, modules, archives.
public final class BorderViewModel {

  private final Project project;
  private final Consumer<Path> openArchive;
  private final DependencyLines dependencies = new DependencyLines();
  private final ObservableList<BorderItem> items = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<BorderItem>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  private boolean updating;

  /// Watches the project.
  ///
  /// @param openArchive shows an archive's symbols
  public BorderViewModel(Project project, Consumer<Path> openArchive) {
    this.project = project;
    this.openArchive = openArchive;
    InvalidationListener refresh = _ -> list();
    project.openedProperty().addListener((_, _, _) -> list());
    project.reportProperty().addListener((_, _, _) -> list());
    project.archives().addListener(refresh);
    project.selection().entryProperty().addListener((_, _, _) -> follow());
    project.selection().moduleProperty().addListener((_, _, _) -> follow());
    project.selection().dependencyProperty().addListener((_, _, _) -> follow());
    project.selection().ofPackageProperty().addListener((_, _, _) -> follow());
    project.drafts().texts().addListener(this::draftChanged);
    list();
  }

  public ObservableList<BorderItem> items() {
    return items;
  }

  /// The line of what is selected everywhere.
  public ReadOnlyObjectProperty<Optional<BorderItem>> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /// Whether the list is just brought up to date: what then moves in it nobody chose.
  public boolean updating() {
    return updating;
  }

  /// A person chose a line.
  public void choose(BorderItem item) {
    var selection = project.selection();
    switch (item) {
      case BorderItem.OfEntry(var entry, _) -> {
        if (selection.entry().filter(entry::equals).isEmpty()) {
          selection.select(entry);
        }
      }
      case BorderItem.OfModule(var path, _, _, _) -> {
        if (selected.get().filter(line -> is(line, path)).isEmpty()) {
          selection.show(path);
        }
      }
      case BorderItem.OfDependency(var dependency, _, _) -> selection.select(dependency);
      case BorderItem.OfDependencyEntry(var entry) -> {
        if (selection.dependencyProperty().get().filter(entry::equals).isEmpty()) {
          project.select(entry);
        }
      }
      case BorderItem.OfArchive _, BorderItem.Heading _, BorderItem.Nothing _ -> {}
    }
  }

  /// A person wants to see more of a line: Enter or a double click.
  public void open(BorderItem item) {
    switch (item) {
      case BorderItem.OfArchive(var file) -> openArchive.accept(file);
      case BorderItem.OfDependency dependency -> toggle(dependency);
      case BorderItem.OfEntry _,
          BorderItem.OfModule _,
          BorderItem.OfDependencyEntry _,
          BorderItem.Heading _,
          BorderItem.Nothing _ -> {}
    }
  }

  /// Shows a dependency's own lines, or folds them away.
  public void toggle(BorderItem.OfDependency line) {
    project.opened().ifPresent(view -> dependencies.toggle(view, line.dependency()));
    list();
  }

  /// Only whether a text is saved shows here, not what is typed in it.
  private void draftChanged(MapChangeListener.Change<? extends Path, ? extends SourceText> change) {
    if (change.wasAdded() != change.wasRemoved()) {
      list();
    }
  }

  private static boolean is(BorderItem line, String path) {
    return line instanceof BorderItem.OfModule module && module.path().equals(path);
  }

  private void list() {
    updating = true;
    InPlace.update(items, project.opened().map(this::itemsOf).orElse(List.of()));
    follow();
    updating = false;
  }

  private List<BorderItem> itemsOf(OpenedPackage view) {
    var lines = new ArrayList<BorderItem>();
    part(lines, "Imports", entries(view, Direction.IMPORT), "no foreign imports");
    var exports = entries(view, Direction.EXPORT);
    if (!exports.isEmpty()) {
      part(lines, "Exports", exports, "");
    }
    if (!view.dependencies().isEmpty()) {
      lines.add(new BorderItem.Heading("Dependencies", view.dependencies().size()));
      lines.addAll(dependencies.of(view));
    }
    part(lines, "Modules", modules(view, kind -> kind != ModuleKind.TEST), "no modules");
    var tests = modules(view, kind -> kind == ModuleKind.TEST);
    if (!tests.isEmpty()) {
      part(lines, "Tests", tests, "");
    }
    part(
        lines,
        "Archives",
        project.archives().stream().<BorderItem>map(BorderItem.OfArchive::new).toList(),
        "build to make one");
    return lines;
  }

  private static void part(
      List<BorderItem> lines, String words, List<BorderItem> items, String nothing) {
    lines.add(new BorderItem.Heading(words, items.size()));
    if (items.isEmpty()) {
      lines.add(new BorderItem.Nothing(nothing));
    }
    lines.addAll(items);
  }

  private List<BorderItem> entries(OpenedPackage view, Direction direction) {
    return view.entries().stream()
        .filter(entry -> entry.direction() == direction)
        .<BorderItem>map(entry -> new BorderItem.OfEntry(entry, verdict(entry)))
        .toList();
  }

  private Verdict verdict(Entry entry) {
    return project.verdict(entry).map(EntryVerdict::verdict).orElse(Verdict.NOT_BUILT);
  }

  private List<BorderItem> modules(OpenedPackage view, Predicate<ModuleKind> wanted) {
    var problems =
        view.diagnostics().stream()
            .collect(Collectors.groupingBy(one -> one.location().file(), Collectors.counting()));
    return view.modules().stream()
        .filter(module -> wanted.test(module.kind()))
        .<BorderItem>map(module -> {
          var file = module.source().file();
          return new BorderItem.OfModule(
              module.path(),
              module.kind(),
              problems.getOrDefault(file, 0L).intValue(),
              project.drafts().of(file).isPresent());
        })
        .toList();
  }

  private void follow() {
    var selection = project.selection();
    var entry = selection.entry().map(Entry::id);
    var module = selection.moduleProperty().get();
    var dependency = selection.ofPackageProperty().get();
    var dependencyEntry = selection.dependencyProperty().get();
    boolean elsewhere = dependency.isPresent() || dependencyEntry.isPresent();
    selected.set(
        items.stream()
            .filter(item ->
                switch (item) {
                  case BorderItem.OfEntry(var listed, _) -> entry.equals(Optional.of(listed.id()));
                  case BorderItem.OfModule(var path, _, _, _) ->
                      entry.isEmpty() && !elsewhere && module.equals(Optional.of(path));
                  case BorderItem.OfDependency(var listed, _, _) ->
                      dependency.filter(one -> one.url().equals(listed.url())).isPresent();
                  case BorderItem.OfDependencyEntry(var listed) ->
                      dependencyEntry.equals(Optional.of(listed));
                  case BorderItem.OfArchive _, BorderItem.Heading _, BorderItem.Nothing _ -> false;
                })
            .findFirst());
  }
}
