package nib.app.project;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nib.app.Background;
import nib.engine.Workbench;
import nib.engine.diagnosis.CheckReport;
import nib.engine.diagnostic.Failure;

/// Borders held against archives, and the newest answer for the current package.
final class Checks {

  private final Workbench workbench;
  private final Background background;
  private final Places places;
  private final Messages messages;
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

  /// Shows what is known about the current package.
  void show() {
    report.set(places.current().flatMap(Workplace::report));
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
