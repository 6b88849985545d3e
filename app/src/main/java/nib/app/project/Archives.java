package nib.app.project;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import nib.app.Background;

/// The archives at hand, and whether something made them anew.
final class Archives {

  private final Background background;
  private final Messages messages;
  private final Runnable renewed;
  private final ObservableList<Path> files = FXCollections.observableArrayList();
  private Stamps stamps = Stamps.NONE;

  /// @param renewed runs after the list was told that its files are other ones now
  Archives(Background background, Messages messages, Runnable renewed) {
    this.background = background;
    this.messages = messages;
    this.renewed = renewed;
    files.addListener((InvalidationListener) _ -> stamp());
  }

  ObservableList<Path> files() {
    return files;
  }

  /// Looks whether one of them changed.
  void look() {
    var now = List.copyOf(files);
    if (!now.isEmpty()) {
      background.quietly(() -> Stamps.of(now), found -> compare(now, found), messages::say);
    }
  }

  private void compare(List<Path> looked, Stamps found) {
    if (looked.equals(files) && !found.equals(stamps)) {
      files.setAll(looked);
      renewed.run();
    }
  }

  private void stamp() {
    var now = List.copyOf(files);
    background.quietly(
        () -> Stamps.of(now),
        found -> {
          if (now.equals(files)) {
            stamps = found;
          }
        },
        messages::say);
  }
}
