package nib.app.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import nib.app.Background;
import nib.engine.Entry;
import nib.engine.OpenedPackage;
import nib.engine.Workbench;
import nib.engine.build.BuildRun;
import nib.engine.diagnosis.CheckReport;
import nib.engine.diagnosis.EntryVerdict;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;
import nib.engine.target.Target;

/// What is open, and everything known about it: the package, its target, the last build for each
/// target, the verdicts. Panes watch it; they change it only through its verbs.
public final class Project {

  /// What the window is about.
  public enum Showing {
    WELCOME,
    PACKAGE,
    FILE
  }

  private final Workbench workbench;
  private final Background background;
  private final Selection selection = new Selection();
  private final Map<String, BuildRun> runs = new HashMap<>();
  private final Drafts drafts = new Drafts();

  private final ReadOnlyObjectWrapper<Showing> showing =
      new ReadOnlyObjectWrapper<>(Showing.WELCOME);
  private final ReadOnlyObjectWrapper<Optional<OpenedPackage>> opened =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Path>> file =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Target> target;
  private final ReadOnlyObjectWrapper<Optional<CheckReport>> report =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Failure>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObservableList<Path> archives = FXCollections.observableArrayList();
  private final ObservableList<Path> recents = FXCollections.observableArrayList();
  private boolean lasting;
  private Stamps stamps = Stamps.NONE;
  private long opening;
  private long checking;

  public Project(Workbench workbench, Background background) {
    this.workbench = workbench;
    this.background = background;
    this.target = new ReadOnlyObjectWrapper<>(workbench.host());
    archives.addListener((InvalidationListener) _ -> stamp());
  }

  public Selection selection() {
    return selection;
  }

  /// The unsaved texts of all open packages.
  public Drafts drafts() {
    return drafts;
  }

  public ReadOnlyObjectProperty<Showing> showingProperty() {
    return showing.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<OpenedPackage>> openedProperty() {
    return opened.getReadOnlyProperty();
  }

  public Optional<OpenedPackage> opened() {
    return opened.get();
  }

  /// The archive or object file that is open on its own.
  public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
    return file.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Target> targetProperty() {
    return target.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<CheckReport>> reportProperty() {
    return report.getReadOnlyProperty();
  }

  /// The last thing that could not be done and has no pane of its own to say so.
  public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /// The archives of the last successful build for the chosen target, or the lone open file.
  public ObservableList<Path> archives() {
    return archives;
  }

  public ObservableList<Path> recents() {
    return recents;
  }

  public Optional<EntryVerdict> verdict(Entry entry) {
    return report.get().stream()
        .flatMap(checked -> checked.verdicts().stream())
        .filter(verdict -> verdict.entry().equals(entry.id()))
        .findFirst();
  }

  public Optional<Entry> entry(String id) {
    return opened().stream()
        .flatMap(view -> view.entries().stream())
        .filter(entry -> entry.id().equals(id))
        .findFirst();
  }

  /// Opens a package by its folder or a file in it, or an archive or object file by itself. What
  /// was asked for last is what opens, however long the one before it takes.
  public void open(Path path) {
    long asked = ++opening;
    background.run(
        "Opening " + path.getFileName(),
        () -> read(workbench, path.toAbsolutePath().normalize()),
        reading -> {
          if (asked == opening) {
            show(reading);
          }
        },
        failure -> {
          if (asked == opening) {
            say(failure);
          }
        });
  }

  /// Reads the package and its archives again, or the lone file, where something else changed them.
  public void reread() {
    opened()
        .ifPresentOrElse(
            view ->
                background.quietly(
                    () -> workbench.open(view.root()),
                    fresh -> {
                      showAgain(fresh);
                      rereadArchives();
                    },
                    failure -> {
                      if (isOpen(view)) {
                        say(failure);
                      }
                    }),
            this::rereadArchives);
  }

  private void rereadArchives() {
    var files = List.copyOf(archives);
    if (!files.isEmpty()) {
      background.quietly(() -> Stamps.of(files), now -> reread(files, now), this::say);
    }
  }

  private void reread(List<Path> files, Stamps now) {
    if (files.equals(archives) && !now.equals(stamps)) {
      archives.setAll(files);
      check();
    }
  }

  private void stamp() {
    var files = List.copyOf(archives);
    background.quietly(
        () -> Stamps.of(files),
        now -> {
          if (files.equals(archives)) {
            stamps = now;
          }
        },
        this::say);
  }

  /// Holds the border against the archives of the chosen target.
  public void check() {
    opened()
        .ifPresent(view -> {
          var chosen = target.get();
          var against = List.copyOf(archives);
          long asked = ++checking;
          background.run(
              "Checking " + view.name(),
              () -> workbench.check(view, chosen, against),
              checked -> {
                if (asked == checking) {
                  report.set(Optional.of(checked));
                }
              },
              failure -> {
                if (asked == checking) {
                  say(failure);
                }
              });
        });
  }

  /// Takes in a build that ended: its archives, then their verdicts.
  public void built(BuildRun run) {
    background.expectUi();
    if (!run.succeeded()) {
      return;
    }
    runs.put(run.target().triple(), run);
    if (run.target().equals(target.get())) {
      archives.setAll(run.archives());
      check();
    }
  }

  /// Chooses the target that is built and checked for.
  public void choose(Target chosen) {
    background.expectUi();
    if (chosen.equals(target.get())) {
      return;
    }
    target.set(chosen);
    if (opened().isPresent()) {
      archives.setAll(archivesOf(chosen));
      check();
    }
  }

  /// Goes back to the welcome page.
  public void close() {
    opening++;
    forget();
    if (!lasting) {
      clearFailure();
    }
    showing.set(Showing.WELCOME);
    readRecents();
  }

  public void readRecents() {
    background.quietly(workbench::recent, recents::setAll, this::say);
  }

  public void forgetRecents() {
    background.quietly(
        () -> {
          workbench.forgetRecent();
          return workbench.recent();
        },
        recents::setAll,
        this::say);
  }

  /// Shows why something could not be done.
  public void say(Failure sentence) {
    background.expectUi();
    lasting = false;
    failure.set(Optional.of(sentence));
  }

  /// Shows something that stays true whatever is opened; it goes when a person has read it.
  public void warn(Failure sentence) {
    say(sentence);
    lasting = true;
  }

  public void clearFailure() {
    lasting = false;
    failure.set(Optional.empty());
  }

  private sealed interface Reading {
    record OfPackage(OpenedPackage view) implements Reading {}

    record OfFile(Path file) implements Reading {}
  }

  private static Reading read(Workbench workbench, Path path) throws FailureException {
    if (!Files.exists(path)) {
      throw new FailureException("%s is not there".formatted(path), "choose another path");
    }
    String name = String.valueOf(path.getFileName());
    if (Files.isDirectory(path) || name.equals("pen.json") || name.endsWith(".pen")) {
      var view = workbench.open(path);
      workbench.rememberRecent(view.root());
      return new Reading.OfPackage(view);
    }
    var library = workbench.library(path);
    workbench.rememberRecent(library.file());
    return new Reading.OfFile(path);
  }

  private void show(Reading reading) {
    forget();
    if (!lasting) {
      clearFailure();
    }
    switch (reading) {
      case Reading.OfPackage(var view) -> {
        opened.set(Optional.of(view));
        showing.set(Showing.PACKAGE);
        view.entries().stream().findFirst().ifPresentOrElse(selection::select, () -> first(view));
        check();
      }
      case Reading.OfFile(var path) -> {
        file.set(Optional.of(path));
        archives.setAll(List.of(path));
        showing.set(Showing.FILE);
      }
    }
    readRecents();
  }

  private void first(OpenedPackage view) {
    view.modules().stream().findFirst().ifPresent(module -> selection.show(module.path()));
  }

  private void showAgain(OpenedPackage view) {
    if (!isOpen(view) || opened().map(Project::texts).filter(texts(view)::equals).isPresent()) {
      return;
    }
    var selected = selection.entry().map(Entry::id);
    opened.set(Optional.of(view));
    selection.refresh(selected.flatMap(this::entry));
    check();
  }

  private boolean isOpen(OpenedPackage view) {
    return opened().map(OpenedPackage::root).filter(view.root()::equals).isPresent();
  }

  private static Map<String, String> texts(OpenedPackage view) {
    var texts = new HashMap<String, String>();
    view.modules().forEach(module -> texts.put(module.path(), module.source().text()));
    view.diagnostics().forEach(d -> texts.put(d.location() + d.message(), ""));
    return texts;
  }

  private void forget() {
    checking++;
    selection.clear();
    runs.clear();
    archives.clear();
    report.set(Optional.empty());
    opened.set(Optional.empty());
    file.set(Optional.empty());
  }

  private List<Path> archivesOf(Target chosen) {
    return Optional.ofNullable(runs.get(chosen.triple())).map(BuildRun::archives).orElse(List.of());
  }
}
