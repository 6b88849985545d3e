package nib.app.project;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nib.app.project.Project.Showing;
import nib.engine.OpenedPackage;
import nib.engine.build.BuildRun;
import nib.engine.target.Target;

/// What the window is about: one of the open packages, a lone file, or the welcome page.
final class Focus {

  private final Places places;
  private final Selection selection = new Selection();
  private final Archives archives;
  private final Checks checks;
  private final ReadOnlyObjectWrapper<Showing> showing =
      new ReadOnlyObjectWrapper<>(Showing.WELCOME);
  private final ReadOnlyObjectWrapper<Optional<OpenedPackage>> opened =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Path>> file =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Target> target;

  /// @param host the target of a package for which nobody chose one
  Focus(Places places, Archives archives, Checks checks, Target host) {
    this.places = places;
    this.archives = archives;
    this.checks = checks;
    this.target = new ReadOnlyObjectWrapper<>(host);
  }

  Selection selection() {
    return selection;
  }

  ReadOnlyObjectProperty<Showing> showingProperty() {
    return showing.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<OpenedPackage>> openedProperty() {
    return opened.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
    return file.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Target> targetProperty() {
    return target.getReadOnlyProperty();
  }

  /// Turns to an open package, where a person left it.
  void enter(Workplace place) {
    leave();
    places.turnTo(Optional.of(place));
    target.set(place.target());
    archives.files().setAll(place.archives());
    checks.show();
    opened.set(Optional.of(place.view()));
    showing.set(Showing.PACKAGE);
    selection.goOn(place.view(), place.spot().filter(this::stands));
    if (place.stale()) {
      checks.check();
    }
  }

  /// What was looked at only, and came to be a module of an open package, is no place to go on.
  private boolean stands(Selection.Spot spot) {
    return spot.guest().flatMap(guest -> places.holding(guest.source().file())).isEmpty();
  }

  void enter(Path lone) {
    leave();
    file.set(Optional.of(lone));
    archives.files().setAll(lone);
    showing.set(Showing.FILE);
  }

  void welcome() {
    leave();
    showing.set(Showing.WELCOME);
  }

  /// Leaves what the window is about; nothing is current then.
  void leave() {
    places.current().ifPresent(place -> place.leave(selection.spot()));
    places.turnTo(Optional.empty());
    selection.clear();
    archives.files().clear();
    checks.show();
    opened.set(Optional.empty());
    file.set(Optional.empty());
  }

  /// Takes in a fresh reading of what is open. Nothing moves, and what is selected stays so.
  void refresh(Reading reading) {
    var before = opened.get();
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
  }

  void built(BuildRun run) {
    places
        .at(run.packageRoot())
        .filter(place -> place.built(run) && places.isCurrent(place))
        .ifPresent(this::takeArchives);
  }

  void choose(Target chosen) {
    if (!chosen.equals(target.get())) {
      target.set(chosen);
      places.current().ifPresent(place -> place.choose(chosen));
      places.current().ifPresent(this::takeArchives);
    }
  }

  private void takeArchives(Workplace place) {
    archives.files().setAll(place.archives());
    checks.check();
  }
}
