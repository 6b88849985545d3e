package nib.app.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import nib.app.Background;
import nib.engine.Cursor;
import nib.engine.Entry;
import nib.engine.OpenedPackage;
import nib.engine.OpenedPackage.ModuleView;
import nib.engine.Workbench;
import nib.engine.build.BuildRun;
import nib.engine.diagnosis.CheckReport;
import nib.engine.diagnosis.EntryVerdict;
import nib.engine.diagnostic.Failure;
import nib.engine.target.Target;
import nib.engine.text.Location;
import nib.engine.text.SourceText;

/// What is open, and everything known about it: the packages, and of the current one its target,
/// the last build for each target, the verdicts. Panes watch it; they change it only through its
/// verbs.
///
/// All open packages are read together, with the unsaved texts in the place of their files, again
/// whenever one of them changes. The window is about one of them, the current one.
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
  private final Drafts drafts = new Drafts();
  private final Places places = new Places(drafts);
  private final Messages messages;
  private final Recents recents;
  private final Guests guests;
  private final Unsaved unsaved;
  private final Checks checks;
  private final Archives archives;
  private final Live live;

  private final ReadOnlyObjectWrapper<Showing> showing =
      new ReadOnlyObjectWrapper<>(Showing.WELCOME);
  private final ReadOnlyObjectWrapper<Optional<OpenedPackage>> opened =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Path>> file =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Target> target;
  private final ReadOnlyObjectWrapper<Map<Path, SourceText>> disk =
      new ReadOnlyObjectWrapper<>(Map.of());
  private Optional<Failure> unreadable = Optional.empty();
  private long opening;

  public Project(Workbench workbench, Background background) {
    this.workbench = workbench;
    this.background = background;
    this.messages = new Messages(background);
    this.recents = new Recents(workbench, background, messages);
    this.guests = new Guests(background, selection, messages);
    this.unsaved = new Unsaved(drafts, messages);
    this.checks = new Checks(workbench, background, places, messages);
    this.archives = new Archives(background, messages, this::check);
    this.live =
        new Live(workbench, background, () -> places.request(Optional.empty()), this::showAgain);
    this.target = new ReadOnlyObjectWrapper<>(workbench.host());
    live.onFailure(messages::say);
    drafts.texts().addListener((InvalidationListener) _ -> live.edited());
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

  /// Every open package, in the order they were opened. One that was read again is replaced in its
  /// place.
  public ObservableList<OpenedPackage> packages() {
    return places.views();
  }

  /// The current package.
  public ReadOnlyObjectProperty<Optional<OpenedPackage>> openedProperty() {
    return opened.getReadOnlyProperty();
  }

  public Optional<OpenedPackage> opened() {
    return opened.get();
  }

  /// The module that is shown, of the current package.
  public Optional<ModuleView> module() {
    return selection
        .moduleProperty()
        .get()
        .flatMap(path ->
            opened().stream()
                .flatMap(view -> view.modules().stream())
                .filter(module -> module.path().equals(path))
                .findFirst());
  }

  /// What the files of the unsaved texts hold, as last read; a file that is gone is not in it.
  public ReadOnlyObjectProperty<Map<Path, SourceText>> diskProperty() {
    return disk.getReadOnlyProperty();
  }

  /// A module's text on the disk, as last read; empty where the file is gone or was never read.
  public Optional<SourceText> onDisk(Path module) {
    if (drafts.of(module).isPresent()) {
      return Optional.ofNullable(disk.get().get(module));
    }
    return packages().stream()
        .flatMap(view -> view.modules().stream())
        .map(ModuleView::source)
        .filter(source -> source.file().equals(module))
        .findFirst();
  }

  /// A place in a text, among all that is open, for questions to the workbench.
  public Cursor cursor(Path text, int offset) {
    return new Cursor(places.roots(), drafts.all(), text, offset);
  }

  /// The archive or object file that is open on its own.
  public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
    return file.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Target> targetProperty() {
    return target.getReadOnlyProperty();
  }

  /// The chosen target of an open package.
  public Target target(Path root) {
    return places.at(root).map(Workplace::target).orElseGet(target::get);
  }

  public ReadOnlyObjectProperty<Optional<CheckReport>> reportProperty() {
    return checks.reportProperty();
  }

  /// The last check of an open package.
  public Optional<CheckReport> report(OpenedPackage view) {
    return places.at(view.root()).flatMap(Workplace::report);
  }

  /// The last thing that could not be done and has no pane of its own to say so.
  public ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
    return messages.failureProperty();
  }

  /// The archives of the last successful build for the chosen target, or the lone open file.
  public ObservableList<Path> archives() {
    return archives.files();
  }

  public ObservableList<Path> recents() {
    return recents.paths();
  }

  public Optional<EntryVerdict> verdict(Entry entry) {
    return reportProperty().get().stream()
        .flatMap(checked -> checked.verdicts().stream())
        .filter(verdict -> verdict.entry().equals(entry.id()))
        .findFirst();
  }

  public Optional<Entry> entry(String id) {
    return opened().flatMap(view -> Workplace.entry(view, id));
  }

  /// Opens a package by its folder or a file in it, in the place of the current one, or an archive
  /// or object file by itself. A package with unsaved texts stays open beside. What was asked for
  /// last is what opens, however long the one before it takes.
  public void open(Path path) {
    open(List.of(path));
  }

  /// The same for several packages, which open together. The first becomes the current one.
  public void open(List<Path> paths) {
    open(paths, places.current().filter(place -> unsaved.below(place.root()).isEmpty()));
  }

  /// Opens packages beside those that are open. The first becomes the current one.
  public void openBeside(List<Path> paths) {
    open(paths, Optional.empty());
  }

  private void open(List<Path> paths, Optional<Workplace> left) {
    long asked = ++opening;
    var wanted = paths.stream().map(path -> path.toAbsolutePath().normalize()).toList();
    var request = places.request(left);
    background.run(
        "Opening " + wanted.getFirst().getFileName(),
        () -> Opening.read(workbench, request, wanted),
        answer -> {
          if (asked == opening) {
            show(answer, left);
          }
        },
        failure -> {
          if (asked == opening) {
            say(failure);
          }
        });
  }

  /// Makes an open package the current one, where a person left it.
  public void switchTo(Path root) {
    places.at(root).filter(place -> !places.isCurrent(place)).ifPresent(this::enter);
  }

  /// Makes the open package so many after the current one the current one, round and round.
  public void step(int by) {
    places.step(by).ifPresent(place -> switchTo(place.root()));
  }

  /// Leads to a place in any open package, or in a package that one of them depends on. The latter
  /// is shown read only.
  public void go(Location to) {
    for (var place : places.inOrder()) {
      var module =
          place.view().modules().stream()
              .filter(one -> one.source().file().equals(to.file()))
              .findFirst();
      if (module.isPresent()) {
        switchTo(place.root());
        selection.show(module.get().path(), to);
        return;
      }
    }
    guests.visit(to, places.inOrder().stream().map(Workplace::view).toList());
  }

  /// Selects a function of a dependency: its declaration and its text are shown.
  public void select(DependencyEntry chosen) {
    selection.select(chosen);
    go(chosen.entry().location());
  }

  /// Reads the packages and the archives again, or the lone file, where something else changed
  /// them.
  public void reread() {
    live.now();
    archives.look();
  }

  /// Looks every now and then whether files changed, as long as somebody can see it.
  public void watch(BooleanSupplier shown) {
    live.watch(shown, archives::look);
  }

  /// Looks whether files changed, and reads them again when they did.
  public void look() {
    live.look(archives::look);
  }

  /// Holds the border against the archives of the chosen target.
  public void check() {
    checks.check();
  }

  /// Takes in a build that ended: its archives, then their verdicts.
  public void built(BuildRun run) {
    background.expectUi();
    if (run.succeeded()) {
      places
          .at(run.packageRoot())
          .filter(place -> place.built(run) && places.isCurrent(place))
          .ifPresent(this::takeArchives);
    }
  }

  /// Chooses the target that is built and checked for.
  public void choose(Target chosen) {
    background.expectUi();
    if (!chosen.equals(target.get())) {
      target.set(chosen);
      places.current().ifPresent(place -> place.choose(chosen));
      places.current().ifPresent(this::takeArchives);
    }
  }

  private void takeArchives(Workplace place) {
    archives.files().setAll(place.archives());
    check();
  }

  /// Closes what the window is about; the package beside it comes forward, or the welcome page. A
  /// package with unsaved texts says so first, and closes when asked again.
  public void close() {
    if (showing.get() == Showing.PACKAGE) {
      places.current().ifPresent(place -> close(place.root()));
    } else {
      opening++;
      places.step(1).ifPresentOrElse(this::enter, this::welcome);
    }
  }

  /// Closes an open package.
  public void close(Path root) {
    opening++;
    var lost = unsaved.below(root);
    if (unsaved.mayGo(lost)) {
      places.at(root).ifPresent(this::remove);
      unsaved.discard(lost);
      live.now();
    }
  }

  private void remove(Workplace place) {
    boolean shown = places.isCurrent(place);
    if (shown) {
      leave();
    }
    var beside = places.remove(place);
    if (shown) {
      beside.ifPresentOrElse(this::enter, this::welcome);
    }
  }

  /// Goes to the welcome page; packages stay open.
  public void welcome() {
    opening++;
    leave();
    messages.turn();
    showing.set(Showing.WELCOME);
    recents.read();
  }

  /// Whether the window may go: there is nothing unsaved, or a person was told and asks again.
  public boolean mayEnd() {
    return unsaved.mayGo(drafts.all());
  }

  public void readRecents() {
    recents.read();
  }

  public void forgetRecents() {
    recents.forget();
  }

  /// Shows why something could not be done.
  public void say(Failure sentence) {
    messages.say(sentence);
  }

  /// Shows something that stays true whatever is opened; it goes when a person has read it.
  public void warn(Failure sentence) {
    messages.warn(sentence);
  }

  public void clearFailure() {
    messages.clear();
  }

  private void show(Opening answer, Optional<Workplace> left) {
    messages.turn();
    switch (answer) {
      case Opening.OfPackages(var reading, var asked) -> {
        leave();
        places.take(reading, left, target.get());
        live.overtaken(reading.stamps());
        disk.set(reading.disk());
        asked.stream().findFirst().flatMap(places::at).ifPresent(this::enter);
      }
      case Opening.OfFile(var path) -> {
        leave();
        file.set(Optional.of(path));
        archives.files().setAll(List.of(path));
        showing.set(Showing.FILE);
      }
    }
    recents.read();
  }

  private void enter(Workplace place) {
    leave();
    places.turnTo(Optional.of(place));
    target.set(place.target());
    archives.files().setAll(place.archives());
    checks.show();
    opened.set(Optional.of(place.view()));
    showing.set(Showing.PACKAGE);
    selection.goOn(place.view(), place.spot());
    if (place.stale()) {
      check();
    }
  }

  /// Leaves what the window is about; nothing is current then.
  private void leave() {
    places.current().ifPresent(place -> place.leave(selection.spot()));
    places.turnTo(Optional.empty());
    selection.clear();
    archives.files().clear();
    checks.show();
    opened.set(Optional.empty());
    file.set(Optional.empty());
  }

  /// Shows a fresh reading of what is open, in place: nothing moves, and who is selected stays so.
  private void showAgain(Reading reading) {
    disk.set(reading.disk());
    var before = opened();
    var selected = selection.entry();
    places.take(reading, Optional.empty(), target.get());
    places
        .current()
        .ifPresent(place -> {
          checks.show();
          opened.set(Optional.of(place.view()));
          selection.refresh(
              selected.flatMap(old -> before.flatMap(view -> place.successor(old, view))));
          selection.refresh(place.view());
          checks.checkQuietly();
        });
    guests.reread();
    unreadable.ifPresent(messages::takeBack);
    unreadable = reading.failures().values().stream().findFirst();
    unreadable.ifPresent(messages::say);
  }
}
