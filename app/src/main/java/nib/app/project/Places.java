package nib.app.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import nib.engine.OpenedPackage;
import nib.engine.OpenedPackage.ModuleView;
import nib.engine.target.Target;

/// The open packages in the order they were opened, and the one the window is about.
final class Places {

  private final Drafts drafts;
  private final List<Workplace> all = new ArrayList<>();
  private final ObservableList<OpenedPackage> views = FXCollections.observableArrayList();
  private Optional<Workplace> current = Optional.empty();

  Places(Drafts drafts) {
    this.drafts = drafts;
  }

  ObservableList<OpenedPackage> views() {
    return views;
  }

  Optional<Workplace> current() {
    return current;
  }

  boolean isCurrent(Workplace place) {
    return current.filter(place::equals).isPresent();
  }

  void turnTo(Optional<Workplace> place) {
    current = place;
  }

  List<Path> roots() {
    return all.stream().map(Workplace::root).toList();
  }

  Optional<Workplace> at(Path root) {
    return all.stream().filter(place -> place.root().equals(root)).findFirst();
  }

  /// A module among all that is open.
  record Found(Workplace place, ModuleView module) {}

  /// The module of a file, in the current package if it has it.
  Optional<Found> holding(Path file) {
    return inOrder().stream()
        .flatMap(place -> place.view().modules().stream().map(module -> new Found(place, module)))
        .filter(found -> found.module().source().file().equals(file))
        .findFirst();
  }

  /// Whether a file belongs to the package in a folder: to no open package that lies deeper.
  boolean isOf(Path root, Path file) {
    return Homes.closest(all.stream().map(Workplace::root), file).filter(root::equals).isPresent();
  }

  /// The current one first.
  List<Workplace> inOrder() {
    return Stream.concat(current.stream(), all.stream()).distinct().toList();
  }

  /// So many after the current one, round and round.
  Optional<Workplace> step(int by) {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    int at = current.map(all::indexOf).orElse(by > 0 ? -1 : 0);
    return Optional.of(all.get(Math.floorMod(at + by, all.size())));
  }

  /// What reading all of them starts from, with `left` out.
  Reading.Request request(Optional<Workplace> left) {
    var kept = all.stream().filter(place -> left.filter(place::equals).isEmpty()).toList();
    return new Reading.Request(
        kept.stream().map(Workplace::root).toList(),
        drafts.all(),
        Reading.folders(kept.stream().map(Workplace::view).toList()),
        true);
  }

  /// Takes in fresh readings of what is open; new packages come to the end, or to where `left` was,
  /// which goes unless it was read as well.
  void take(Reading reading, Optional<Workplace> left, Target target) {
    int at = left.map(all::indexOf).filter(index -> index >= 0).orElse(all.size());
    for (var view : reading.views()) {
      var known = at(view.root());
      if (known.isPresent()) {
        known.get().take(view, drafts);
        int index = all.indexOf(known.get());
        views.set(index, known.get().view());
      } else {
        all.add(at, new Workplace(view, target));
        views.add(at, view);
        at++;
      }
    }
    left.filter(gone -> reading.views().stream().noneMatch(view -> view.root().equals(gone.root())))
        .ifPresent(this::remove);
  }

  /// Takes a package out.
  ///
  /// @return the one beside it
  Optional<Workplace> remove(Workplace place) {
    int at = all.indexOf(place);
    if (at < 0) {
      return Optional.empty();
    }
    all.remove(at);
    views.remove(at);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(Math.min(at, all.size() - 1)));
  }
}
