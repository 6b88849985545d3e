package nib.app.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import nib.app.Background;
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
  private final Drafts drafts = new Drafts();
  private final Places places = new Places(drafts);
  private final Messages messages;
  private final Recents recents;
  private final Guests guests;
  private final Checks checks;
  private final Archives archives;
  private final Focus focus;
  private final Live live;

  private final List<Consumer<Map<Path, SourceText>>> onDisk = new ArrayList<>();
  private Optional<Failure> unreadable = Optional.empty();
  private long opening;

  public Project(Workbench workbench, Background background) {
    this.workbench = workbench;
    this.background = background;
    this.messages = new Messages(background);
    this.recents = new Recents(workbench, background, messages);
    this.checks = new Checks(workbench, background, places, messages);
    this.archives = new Archives(background, messages, this::check);
    this.focus = new Focus(places, archives, checks, workbench.host());
    this.guests = new Guests(workbench, background, focus.selection(), messages);
    this.live =
        new Live(workbench, background, () -> places.request(Optional.empty()), this::showAgain);
    live.onFailure(messages::say);
    drafts.texts().addListener((InvalidationListener) _ -> live.edited());
  }

  public Selection selection() {
    return focus.selection();
  }

  /// The unsaved texts of all open packages.
  public Drafts drafts() {
    return drafts;
  }

  public ReadOnlyObjectProperty<Showing> showingProperty() {
    return focus.showingProperty();
  }

  /// Every open package, in the order they were opened. One that was read again is replaced in its
  /// place.
  public ObservableList<OpenedPackage> packages() {
    return places.views();
  }

  /// The current package.
  public ReadOnlyObjectProperty<Optional<OpenedPackage>> openedProperty() {
    return focus.openedProperty();
  }

  public Optional<OpenedPackage> opened() {
    return openedProperty().get();
  }

  /// What the window is about, in a word: the current package's name, or the lone file's.
  public Optional<String> title() {
    return opened()
        .map(OpenedPackage::name)
        .or(() -> fileProperty().get().map(file -> String.valueOf(file.getFileName())));
  }

  /// The module that is shown, of the current package.
  public Optional<ModuleView> module() {
    return selection()
        .moduleProperty()
        .get()
        .flatMap(path ->
            opened().stream()
                .flatMap(view -> view.modules().stream())
                .filter(module -> module.path().equals(path))
                .findFirst());
  }

  /// Hears what the files of the unsaved texts hold, each time they are read, also where that is
  /// what it was; a file that is gone is not in it.
  public void onDisk(Consumer<Map<Path, SourceText>> listener) {
    onDisk.add(listener);
  }

  /// A module's text as it was read last; empty for a file that is no module of an open package.
  public Optional<SourceText> text(Path file) {
    return places.holding(file).map(found -> found.module().source());
  }

  /// The archive or object file that is open on its own.
  public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
    return focus.fileProperty();
  }

  public ReadOnlyObjectProperty<Target> targetProperty() {
    return focus.targetProperty();
  }

  /// The chosen target of an open package.
  public Target target(Path root) {
    return places.at(root).map(Workplace::target).orElseGet(targetProperty()::get);
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
    return checks.verdict(entry);
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
    open(paths, places.current().filter(place -> unsaved(place).isEmpty()));
  }

  /// Whether a file belongs to the package in a folder, and not to an open one that lies in it.
  public boolean isOf(Path root, Path file) {
    return places.isOf(root, file);
  }

  private List<SourceText> unsaved(Workplace place) {
    return drafts.all().stream().filter(text -> isOf(place.root(), text.file())).toList();
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
    places
        .at(root)
        .filter(place -> !places.isCurrent(place))
        .ifPresent(place -> {
          focus.enter(place);
          guests.reread();
        });
  }

  /// Makes the open package so many after the current one the current one, round and round.
  public void step(int by) {
    places.step(by).ifPresent(place -> switchTo(place.root()));
  }

  /// Shows the module of a file, whichever open package has it; nothing where none does.
  public void show(Path file) {
    places
        .holding(file)
        .ifPresent(found -> {
          switchTo(found.place().root());
          selection().show(found.module().path());
        });
  }

  /// Leads to a place in any open package, or in a package that one of them depends on. The latter
  /// is shown read only.
  public void go(Location to) {
    if (!goHome(to)) {
      guests.visit(to, places.inOrder().stream().map(Workplace::view).toList(), this::goHome);
    }
  }

  /// Leads to a place of an open package's module; false where no open package has it.
  private boolean goHome(Location to) {
    var found = places.holding(to.file());
    found.ifPresent(home -> {
      switchTo(home.place().root());
      selection().show(home.module().path(), to);
    });
    return found.isPresent();
  }

  /// Selects a function of a dependency: its declaration and its text are shown.
  public void select(DependencyEntry chosen) {
    selection().select(chosen);
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
      focus.built(run);
    }
  }

  /// Chooses the target that is built and checked for.
  public void choose(Target chosen) {
    background.expectUi();
    focus.choose(chosen);
  }

  /// Closes what the window is about; the package beside it comes forward, or the welcome page.
  /// Unsaved texts of the package are given up: whoever closes it has asked before.
  public void close() {
    opening++;
    places
        .current()
        .ifPresentOrElse(
            this::close, () -> places.step(1).ifPresentOrElse(focus::enter, this::welcome));
  }

  private void close(Workplace current) {
    focus.leave();
    var lost = unsaved(current);
    places.remove(current).ifPresentOrElse(focus::enter, this::welcome);
    lost.forEach(text -> drafts.discard(text.file()));
    live.now();
  }

  /// Goes to the welcome page; packages stay open.
  public void welcome() {
    opening++;
    messages.turn();
    focus.welcome();
    recents.read();
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

  /// Takes back a sentence that matters no more, unless another was said since.
  public void takeBack(Failure sentence) {
    messages.takeBack(sentence);
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
        focus.leave();
        places.take(reading, left, targetProperty().get());
        live.overtaken(reading);
        tell(reading.disk());
        asked.stream().findFirst().flatMap(places::at).ifPresent(focus::enter);
      }
      case Opening.OfFile(var path) -> focus.enter(path);
    }
    recents.read();
  }

  private void tell(Map<Path, SourceText> now) {
    onDisk.forEach(listener -> listener.accept(now));
  }

  private void showAgain(Reading reading) {
    tell(reading.disk());
    focus.refresh(reading);
    guests.reread();
    unreadable.ifPresent(messages::takeBack);
    unreadable = reading.failures().values().stream().findFirst();
    unreadable.ifPresent(messages::say);
  }
}
