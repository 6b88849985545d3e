package nib.app.project;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nib.app.Background;
import nib.engine.diagnostic.Failure;

/// The last thing that could not be done and has no pane of its own to say so.
final class Messages {

  private final Background background;
  private final ReadOnlyObjectWrapper<Optional<Failure>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// Whether it stays when something else is opened.
  private boolean lasting;

  Messages(Background background) {
    this.background = background;
  }

  ReadOnlyObjectProperty<Optional<Failure>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  void say(Failure sentence) {
    background.expectUi();
    lasting = false;
    failure.set(Optional.of(sentence));
  }

  void warn(Failure sentence) {
    say(sentence);
    lasting = true;
  }

  void clear() {
    lasting = false;
    failure.set(Optional.empty());
  }

  /// Another thing is opened: what was said about the one before is over.
  void turn() {
    if (!lasting) {
      clear();
    }
  }

  /// Takes back a sentence that is no longer true, unless another was said since.
  void takeBack(Failure sentence) {
    if (failure.get().filter(sentence::equals).isPresent()) {
      clear();
    }
  }
}
