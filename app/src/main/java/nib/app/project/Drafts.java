package nib.app.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import nib.engine.text.SourceText;

/// The texts that a person has changed and not saved, by their files. They stand in the place of
/// the files wherever a package is read.
public final class Drafts {

  private final ObservableMap<Path, SourceText> texts = FXCollections.observableHashMap();

  /// Changes are heard on the UI thread.
  public ObservableMap<Path, SourceText> texts() {
    return texts;
  }

  public void put(SourceText text) {
    texts.put(text.file(), text);
  }

  /// The file is what counts again: it was saved, or the changes were given up.
  public void discard(Path file) {
    texts.remove(file);
  }

  public Optional<SourceText> of(Path file) {
    return Optional.ofNullable(texts.get(file));
  }

  public List<SourceText> all() {
    return List.copyOf(texts.values());
  }
}
