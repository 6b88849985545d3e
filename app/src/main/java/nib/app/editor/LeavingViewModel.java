package nib.app.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The question before something that would lose unsaved texts, and what a person answers.
public final class LeavingViewModel {

  /// The question.
  ///
  /// @param names what is not saved
  /// @param trouble why it could not be saved, after somebody tried
  public record Leaving(List<String> names, Optional<String> trouble) {
    public Leaving {
      names = List.copyOf(names);
    }
  }

  private final Buffers buffers;
  private final SavingViewModel saving;
  private final ReadOnlyObjectWrapper<Optional<Leaving>> asked =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Runnable leave = () -> {};
  private Predicate<Path> lost = _ -> true;
  private boolean bySaving;

  LeavingViewModel(Buffers buffers, SavingViewModel saving) {
    this.buffers = buffers;
    this.saving = saving;
    saving.onEnd(this::leaveIfSaved);
  }

  public ReadOnlyObjectProperty<Optional<Leaving>> askedProperty() {
    return asked.getReadOnlyProperty();
  }

  /// Does something that would lose unsaved texts: at once where there are none, otherwise after a
  /// person has answered.
  ///
  /// @param lost tells the files whose texts would be lost
  public void leave(Predicate<Path> lost, Runnable go) {
    leave = go;
    this.lost = lost;
    bySaving = false;
    ask(Optional.empty());
  }

  public void leaveSaved() {
    bySaving = true;
    atStake().forEach(saving::save);
    leaveIfSaved();
  }

  public void leaveUnsaved() {
    atStake().forEach(saving::giveUp);
    ask(Optional.empty());
  }

  public void stay() {
    bySaving = false;
    asked.set(Optional.empty());
  }

  private List<Buffer> atStake() {
    return buffers.unsaved().stream().filter(buffer -> lost.test(buffer.file())).toList();
  }

  private void ask(Optional<String> trouble) {
    var names = atStake().stream().map(Buffer::name).toList();
    if (names.isEmpty()) {
      asked.set(Optional.empty());
      bySaving = false;
      leave.run();
    } else {
      asked.set(Optional.of(new Leaving(names, trouble)));
    }
  }

  private void leaveIfSaved() {
    if (bySaving && atStake().stream().noneMatch(Buffer::saving)) {
      bySaving = false;
      ask(atStake().stream().findFirst().flatMap(saving::trouble));
    }
  }
}
