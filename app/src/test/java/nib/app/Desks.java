package nib.app;

import java.nio.file.Path;
import java.util.Optional;
import nib.engine.Workbench;

/// Desks for tests without a toolkit: everything happens at once.
final class Desks {

  private Desks() {}

  static Desk over(Workbench workbench) {
    var background = Background.direct();
    var settings = new Settings(workbench, background);
    settings.load();
    return new Desk(workbench, background, settings, new NoPicker());
  }

  /// A person who thinks better of it.
  record NoPicker() implements FilePicker {
    @Override
    public Optional<Path> folder(String title) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> file() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(String title, String name) {
      return Optional.empty();
    }
  }
}
