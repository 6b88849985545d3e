package nib.app.assist;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import nib.engine.text.SourceText;

/// The places a person was led away from, and the way back to them and forward again.
///
/// A jump of a few lines is no jump. Places move along with edits of their text, and those whose
/// file has gone are passed over.
public final class HistoryViewModel {

  private static final int MOST = 100;

  private final Supplier<Optional<Place>> here;
  private final Predicate<Path> there;
  private final Consumer<Place> lead;
  private final Deque<Place> behind = new ArrayDeque<>();
  private final Deque<Place> ahead = new ArrayDeque<>();
  private final Map<Path, String> texts = new HashMap<>();
  private final ReadOnlyBooleanWrapper back = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper forward = new ReadOnlyBooleanWrapper();
  private boolean leaping;

  /// A file that is on its way: it has to be read before it shows, and then nothing is to be
  /// remembered.
  private Optional<Path> awaited = Optional.empty();

  /// Remembers places.
  ///
  /// @param here where the caret stands now
  /// @param there whether a file can still be shown
  /// @param lead shows a place
  HistoryViewModel(Supplier<Optional<Place>> here, Predicate<Path> there, Consumer<Place> lead) {
    this.here = here;
    this.there = there;
    this.lead = lead;
  }

  public ReadOnlyBooleanProperty backProperty() {
    return back.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty forwardProperty() {
    return forward.getReadOnlyProperty();
  }

  /// Leads somewhere, and remembers where that was from. Of leaps within each other the outermost
  /// counts.
  public void jump(Runnable elsewhere) {
    if (leaping) {
      elsewhere.run();
      return;
    }
    var from = here.get();
    leap(elsewhere);
    var to = here.get();
    boolean known = awaited.isPresent() && awaited.equals(to.map(Place::file));
    awaited = Optional.empty();
    if (!known) {
      from.filter(place -> to.filter(place::near).isEmpty()).ifPresent(this::remember);
    }
  }

  public void back() {
    go(behind, ahead);
  }

  public void forward() {
    go(ahead, behind);
  }

  /// The packages were read again: places move with what stands around them.
  void refresh(List<SourceText> fresh) {
    for (var text : fresh) {
      var before = texts.put(text.file(), text.text());
      if (before != null && !before.equals(text.text())) {
        var shift = Shift.between(before, text.text());
        move(behind, text, shift);
        move(ahead, text, shift);
      }
    }
    texts.keySet().retainAll(fresh.stream().map(SourceText::file).collect(Collectors.toSet()));
    behind.removeIf(place -> !there.test(place.file()));
    ahead.removeIf(place -> !there.test(place.file()));
    tell();
  }

  private void remember(Place from) {
    behind.push(from);
    if (behind.size() > MOST) {
      behind.removeLast();
    }
    ahead.clear();
    tell();
  }

  private void go(Deque<Place> from, Deque<Place> to) {
    var now = here.get();
    Optional<Place> next = Optional.empty();
    while (next.isEmpty() && !from.isEmpty()) {
      next = Optional.of(from.pop()).filter(place -> worth(place, now));
    }
    next.ifPresent(place -> {
      now.ifPresent(to::push);
      leap(() -> lead.accept(place));
      awaited = Optional.of(place.file()).filter(file -> !showing(file));
    });
    tell();
  }

  private boolean showing(Path file) {
    return here.get().filter(place -> place.file().equals(file)).isPresent();
  }

  private void leap(Runnable elsewhere) {
    leaping = true;
    try {
      elsewhere.run();
    } finally {
      leaping = false;
    }
  }

  private boolean worth(Place place, Optional<Place> now) {
    return there.test(place.file()) && now.filter(place::near).isEmpty();
  }

  private static void move(Deque<Place> places, SourceText text, Shift shift) {
    var moved = new ArrayList<Place>();
    for (var place : places) {
      moved.add(
          place.file().equals(text.file())
              ? Place.of(text.file(), text.text(), shift.of(place.offset()))
              : place);
    }
    places.clear();
    places.addAll(moved);
  }

  private void tell() {
    back.set(!behind.isEmpty());
    forward.set(!ahead.isEmpty());
  }
}
