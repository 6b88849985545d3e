package nib.app.project;

import java.nio.file.Path;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import nib.app.Background;
import nib.engine.Workbench;

/// What was opened before, the newest first.
final class Recents {

  private final Workbench workbench;
  private final Background background;
  private final Messages messages;
  private final ObservableList<Path> paths = FXCollections.observableArrayList();

  Recents(Workbench workbench, Background background, Messages messages) {
    this.workbench = workbench;
    this.background = background;
    this.messages = messages;
  }

  ObservableList<Path> paths() {
    return paths;
  }

  void read() {
    background.quietly(workbench::recent, paths::setAll, messages::say);
  }

  void forget() {
    background.quietly(
        () -> {
          workbench.forgetRecent();
          return workbench.recent();
        },
        paths::setAll,
        messages::say);
  }
}
