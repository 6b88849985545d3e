package nib.app.project;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nib.app.Background;
import nib.engine.Entry;
import nib.engine.Workbench;
import nib.engine.diagnosis.CheckReport;
import nib.engine.diagnosis.EntryVerdict;
import nib.engine.diagnostic.Failure;

/// Borders held against archives, and the newest answer for the current package.
final class Checks {

  private final Workbench workbench;
  private final Background background;
  private final Places places;
  private final Messages messages;
  private Map<String, EntryVerdict> verdicts = Map.of();
  private final ReadOnlyObjectWrapper<Optional<CheckReport>> report =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  Checks(Workbench workbench, Background background, Places places, Messages messages) {
    this.workbench = workbench;
    this.background = background;
    this.places = places;
    this.messages = messages;
  }

  ReadOnlyObjectProperty<Optional<CheckReport>> reportProperty() {
    return report.getReadOnlyProperty();
  }

  Optional<EntryVerdict> verdict(Entry entry) {
    return Optional.ofNullable(verdicts.get(entry.id()));
  }

  /// Shows what is known about the current package.
  void show() {
    var known = places.current().flatMap(Workplace::report);
    verdicts = known.map(Checks::byEntry).orElse(Map.of());
    report.set(known);
  }

  private static Map<String, EntryVerdict> byEntry(CheckReport report) {
    var verdicts = new HashMap<String, EntryVerdict>();
    report.verdicts().forEach(verdict -> verdicts.putIfAbsent(verdict.entry(), verdict));
    return verdicts;
  }

  /// Checks the current package.
  void check() {
    places
        .current()
        .ifPresent(place -> {
          long asked = place.check();
          background.run(
              "Checking " + place.view().name(),
              place.question(workbench),
              answer -> took(place, asked, answer),
              failure -> failed(place, asked, failure));
        });
  }

  /// The same for what is typed, about which nobody is told; nothing where the border is as it was.
  void checkQuietly() {
    places
        .current()
        .filter(Workplace::stale)
        .ifPresent(place -> {
          long asked = place.check();
          background.quietly(
              place.question(workbench),
              answer -> took(place, asked, answer),
              failure -> failed(place, asked, failure));
        });
  }

  private void took(Workplace place, long asked, CheckReport answer) {
    if (place.checked(asked, answer) && places.isCurrent(place)) {
      show();
    }
  }

  private void failed(Workplace place, long asked, Failure failure) {
    if (place.newest(asked) && places.isCurrent(place)) {
      messages.say(failure);
    }
  }
}
