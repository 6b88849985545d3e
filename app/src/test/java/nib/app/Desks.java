package nib.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import nib.engine.Workbench;

/// Desks for tests without a toolkit: everything happens at once.
final class Desks {

  /// A person who thinks better of it.
  static final FilePicker NOBODY = new Picker(_ -> Optional.empty());

  private Desks() {}

  static Desk over(Workbench workbench) {
    return over(workbench, NOBODY);
  }

  static Desk over(Workbench workbench, FilePicker picker) {
    var background = Background.direct();
    var settings = new Settings(workbench, background);
    settings.load();
    return new Desk(workbench, background, settings, picker);
  }

  /// A person who opens nothing, and saves where `to` says.
  record Picker(Function<FilePicker.Saving, Optional<Path>> to) implements FilePicker {
    @Override
    public Optional<Path> folder(String title) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> file() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(Saving wish) {
      return to.apply(wish);
    }
  }
}
