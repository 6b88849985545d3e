package nib.app.project;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nib.engine.DependencyView;
import nib.engine.Entry;
import nib.engine.OpenedPackage;
import nib.engine.OpenedPackage.ModuleView;
import nib.engine.diagnosis.SymbolPlace;
import nib.engine.packages.ModuleKind;
import nib.engine.text.Location;

/// What is selected, everywhere at once. Panes write to it and follow it, and none knows another.
///
/// What is shown in the middle is a module of the current package or a [Guest], never both.
public final class Selection {

  private final ReadOnlyObjectWrapper<Optional<Entry>> entry =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<DependencyEntry>> dependency =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<DependencyView>> ofPackage =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<String>> module =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Guest>> guest =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Location>> place =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<SymbolPlace>> symbol =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  private final Pointing pointing = new Pointing();
  private Consumer<Runnable> steps = Runnable::run;

  public Selection() {
    entry.addListener((_, before, now) -> turned(before, now));
    dependency.addListener((_, before, now) ->
        turned(before.map(DependencyEntry::entry), now.map(DependencyEntry::entry)));
  }

  /// What is pointed at of one function says nothing of another.
  private void turned(Optional<Entry> before, Optional<Entry> now) {
    if (!before.map(Entry::id).equals(now.map(Entry::id))) {
      pointing.clear();
    }
  }

  /// The parts of the selected function's call that a person points at.
  public Pointing pointing() {
    return pointing;
  }

  /// The selected function, the package's own or a dependency's.
  public Optional<Entry> function() {
    return entry().or(() -> dependency.get().map(DependencyEntry::entry));
  }

  /// Where a person was in a package, to go on there.
  ///
  /// @param entry the selected entry's id
  /// @param guest the text that was shown in the place of a module
  record Spot(
      Optional<String> entry,
      Optional<String> module,
      Optional<Location> place,
      Optional<Guest> guest,
      Optional<DependencyEntry> dependency) {}

  public ReadOnlyObjectProperty<Optional<Entry>> entryProperty() {
    return entry.getReadOnlyProperty();
  }

  public Optional<Entry> entry() {
    return entry.get();
  }

  /// The selected function of a dependency; then no entry of the package itself is selected.
  public ReadOnlyObjectProperty<Optional<DependencyEntry>> dependencyProperty() {
    return dependency.getReadOnlyProperty();
  }

  /// The selected dependency itself, to read about it; the text that is shown stays.
  public ReadOnlyObjectProperty<Optional<DependencyView>> ofPackageProperty() {
    return ofPackage.getReadOnlyProperty();
  }

  /// The path of the module whose text is shown, relative to the package.
  public ReadOnlyObjectProperty<Optional<String>> moduleProperty() {
    return module.getReadOnlyProperty();
  }

  /// The text that is shown in the place of a module, read only.
  public ReadOnlyObjectProperty<Optional<Guest>> guestProperty() {
    return guest.getReadOnlyProperty();
  }

  /// The line a person was led to, where that is not just the entry's own. It stays what it was
  /// while texts are edited and read again: only a person's step moves it.
  public ReadOnlyObjectProperty<Optional<Location>> placeProperty() {
    return place.getReadOnlyProperty();
  }

  /// The symbol a person was led to.
  public ReadOnlyObjectProperty<Optional<SymbolPlace>> symbolProperty() {
    return symbol.getReadOnlyProperty();
  }

  /// Leads to a symbol, again if need be.
  public void lead(SymbolPlace to) {
    symbol.set(Optional.empty());
    symbol.set(Optional.of(to));
  }

  /// Has every step to another place taken by `way`, which sees where a person is before it and
  /// after it.
  public void stepBy(Consumer<Runnable> way) {
    steps = way;
  }

  /// Selects an entry: its module is shown, at its line.
  public void select(Entry selected) {
    steps.accept(() -> {
      place.set(Optional.empty());
      leaveDependencies();
      entry.set(Optional.of(selected));
      module.set(Optional.of(selected.module()));
      place.set(Optional.of(selected.location()));
    });
  }

  /// Shows a module; an entry of another module is no longer selected.
  public void show(String path) {
    steps.accept(() -> turnTo(path));
  }

  /// Shows a place of a module.
  public void show(String path, Location location) {
    steps.accept(() -> {
      turnTo(path);
      place.set(Optional.of(location));
    });
  }

  /// Selects a dependency.
  public void select(DependencyView selected) {
    entry.set(Optional.empty());
    dependency.set(Optional.empty());
    ofPackage.set(Optional.of(selected));
  }

  /// Selects a dependency's function; its text is shown once it is read.
  void select(DependencyEntry selected) {
    entry.set(Optional.empty());
    ofPackage.set(Optional.empty());
    dependency.set(Optional.of(selected));
  }

  /// Shows a text that is no module of the package.
  void visit(Guest shown, Location at) {
    if (dependency.get().filter(of -> of.entry().location().equals(at)).isEmpty()) {
      dependency.set(Optional.empty());
    }
    visit(shown, Optional.of(at));
  }

  private void visit(Guest shown, Optional<Location> at) {
    steps.accept(() -> {
      place.set(Optional.empty());
      entry.set(Optional.empty());
      ofPackage.set(Optional.empty());
      module.set(Optional.empty());
      guest.set(Optional.of(shown));
      place.set(at);
    });
  }

  Spot spot() {
    return new Spot(
        entry().map(Entry::id), module.get(), place.get(), guest.get(), dependency.get());
  }

  /// Goes where a person was in a package; where that is gone, and at first, to its first entry.
  void goOn(OpenedPackage view, Optional<Spot> at) {
    var visited = at.flatMap(Spot::guest);
    if (visited.isPresent()) {
      dependency.set(at.flatMap(Spot::dependency));
      visit(visited.get(), at.flatMap(Spot::place));
      refresh(view);
      return;
    }
    var path =
        at.flatMap(Spot::module)
            .filter(
                wanted -> view.modules().stream().anyMatch(module -> module.path().equals(wanted)));
    if (path.isEmpty()) {
      start(view);
      return;
    }
    at.flatMap(Spot::entry).flatMap(id -> Workplace.entry(view, id)).ifPresent(this::select);
    at.flatMap(Spot::place).ifPresentOrElse(line -> show(path.get(), line), () -> show(path.get()));
  }

  private void start(OpenedPackage view) {
    view.entries().stream()
        .findFirst()
        .ifPresentOrElse(
            this::select, () -> opening(view).ifPresent(module -> show(module.path())));
  }

  /// The module that a package without a border opens with: where an application begins.
  private static Optional<ModuleView> opening(OpenedPackage view) {
    return view.modules().stream()
        .filter(module -> module.kind() == ModuleKind.MAIN)
        .findFirst()
        .or(() -> view.modules().stream().findFirst());
  }

  void clear() {
    symbol.set(Optional.empty());
    place.set(Optional.empty());
    entry.set(Optional.empty());
    module.set(Optional.empty());
    leaveDependencies();
  }

  /// Puts a fresh reading of the same entry in the place of the old one, without moving anything.
  void refresh(Optional<Entry> fresh) {
    entry.set(fresh);
  }

  /// The same for dependencies.
  void refresh(OpenedPackage view) {
    ofPackage.set(
        ofPackage
            .get()
            .flatMap(old ->
                view.dependencies().stream()
                    .filter(one -> one.url().equals(old.url()))
                    .findFirst()));
    dependency.set(dependency.get().flatMap(old -> fresh(old, view)));
  }

  private static Optional<DependencyEntry> fresh(DependencyEntry old, OpenedPackage view) {
    return view.dependencies().stream()
        .filter(one -> one.name().equals(old.name()))
        .flatMap(one ->
            one.state() instanceof DependencyView.State.Read(var root, var entries)
                ? entries.stream()
                    .filter(entry -> entry.id().equals(old.entry().id()))
                    .map(entry -> new DependencyEntry(one.name(), root, entry))
                : Stream.empty())
        .findFirst();
  }

  /// The same for a text that was read again.
  void refresh(Guest fresh) {
    guest.set(Optional.of(fresh));
  }

  private void turnTo(String path) {
    leaveDependencies();
    if (entry().filter(selected -> selected.module().equals(path)).isEmpty()) {
      entry.set(Optional.empty());
    }
    place.set(Optional.empty());
    module.set(Optional.of(path));
  }

  private void leaveDependencies() {
    dependency.set(Optional.empty());
    ofPackage.set(Optional.empty());
    guest.set(Optional.empty());
  }
}
