package nib.app.editor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import nib.app.Background;
import nib.app.editor.ModuleFile.Found;
import nib.app.editor.ModuleFile.Outcome;
import nib.engine.diagnostic.Failure;

/// Between the editor's texts and their files: saving, and what to do where both changed. Neither
/// an unsaved text nor a file is ever overwritten before a person chose.
public final class SavingViewModel {

  /// What has to be said about the shown text and its file.
  public sealed interface Notice {

    /// Both the text and the file changed.
    ///
    /// @param saving whether a person wanted to save and has not
    record Changed(String name, boolean saving) implements Notice {}

    /// The file is not there any more.
    record Gone(String name, boolean saving) implements Notice {}

    record NotSaved(Failure why) implements Notice {}
  }

  /// What the editor does for its saving.
  interface Host {

    /// Shows what changed about a buffer beside its text.
    void refresh(Buffer buffer);

    /// Shows what a change did to a buffer's text.
    void changed(Buffer buffer, Change change);

    /// Shows the buffer, for a person has to decide about it.
    void bring(Buffer buffer);

    /// Shows something else, for the buffer is gone.
    void gone(Buffer buffer);

    Optional<Buffer> shown();
  }

  private final Background background;
  private final Buffers buffers;
  private final Host host;
  private final ReadOnlyObjectWrapper<Optional<Notice>> notice =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<LineDiff.Row>> difference =
      new ReadOnlyObjectWrapper<>(List.of());
  private final Map<Buffer, Failure> failures = new HashMap<>();
  private final Set<Buffer> wanted = new HashSet<>();
  private final Deque<Buffer> again = new ArrayDeque<>();
  private Runnable onEnd = () -> {};

  SavingViewModel(Background background, Buffers buffers, Host host) {
    this.background = background;
    this.buffers = buffers;
    this.host = host;
  }

  public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /// The lines of the file and of the text, while somebody looks at their difference.
  ReadOnlyObjectProperty<List<LineDiff.Row>> differenceProperty() {
    return difference.getReadOnlyProperty();
  }

  /// Hears of every save that ended, however it did.
  void onEnd(Runnable listener) {
    onEnd = listener;
  }

  /// Saves the shown text.
  public void save() {
    host.shown().ifPresent(this::save);
  }

  public void saveAll() {
    buffers.unsaved().forEach(this::save);
  }

  /// Saving goes over what somebody else wrote; until then the text stays unsaved.
  public void keepMine() {
    host.shown()
        .filter(buffer -> buffer.conflict().isPresent())
        .ifPresent(buffer -> {
          buffer.nowSaved(
              switch (buffer.conflict().orElseThrow()) {
                case Conflict.Changed(var onDisk) -> Optional.of(onDisk);
                case Conflict.Gone _ -> Optional.empty();
              });
          buffer.dispute(Optional.empty());
          boolean save = wanted.remove(buffer);
          settle(buffer);
          if (save) {
            save(buffer);
          }
        });
  }

  /// Gives the unsaved text up for the file's; that can be undone like any edit.
  public void takeTheirs() {
    host.shown()
        .ifPresent(buffer ->
            buffer
                .conflict()
                .ifPresent(conflict -> {
                  switch (conflict) {
                    case Conflict.Changed(var onDisk) -> adopt(buffer, onDisk);
                    case Conflict.Gone _ -> letGo(buffer);
                  }
                }));
  }

  /// Shows what file and text differ in, or no longer.
  public void compare() {
    difference.set(
        difference.get().isEmpty()
            ? host.shown().stream()
                .flatMap(buffer ->
                    buffer.conflict().stream()
                        .flatMap(conflict ->
                            conflict instanceof Conflict.Changed(var onDisk)
                                ? LineDiff.rows(LineEnds.shown(onDisk), buffer.text()).stream()
                                : List.<LineDiff.Row>of().stream()))
                .toList()
            : List.of());
  }

  /// A person has read why something was not saved.
  public void dismiss() {
    host.shown().ifPresent(failures::remove);
    refresh();
  }

  /// Gives an unsaved text up for what its file holds, as far as that is known.
  void giveUp(Buffer buffer) {
    switch (buffer.conflict()) {
      case Optional<Conflict> conflict
          when conflict.isPresent() && conflict.get() instanceof Conflict.Changed(var onDisk) ->
          adopt(buffer, onDisk);
      case Optional<Conflict> _ ->
          buffer
              .saved()
              .ifPresentOrElse(saved -> adopt(buffer, saved), () -> buffers.forget(buffer));
    }
  }

  /// Why a text is still not saved, in a sentence.
  Optional<String> trouble(Buffer buffer) {
    return Optional.ofNullable(failures.get(buffer))
        .map(Failure::what)
        .or(() -> buffer.conflict().map(_ -> buffer.name() + " on the disk is not what it was"));
  }

  /// Looks what a buffer's file holds now.
  void look(Buffer buffer) {
    if (buffer.saving()) {
      return;
    }
    int writes = buffer.writes();
    background.quietly(
        () -> ModuleFile.read(buffer.file()),
        found -> {
          if (writes == buffer.writes()) {
            saw(buffer, found);
          }
        },
        failure -> fail(buffer, failure));
  }

  /// Says of the shown buffer what has to be said.
  void refresh() {
    notice.set(host.shown().flatMap(this::noticeOf));
    if (notice.get().filter(Notice.Changed.class::isInstance).isEmpty()) {
      difference.set(List.of());
    }
  }

  private Optional<Notice> noticeOf(Buffer buffer) {
    boolean saving = wanted.contains(buffer);
    return buffer
        .conflict()
        .<Notice>map(conflict ->
            switch (conflict) {
              case Conflict.Changed _ -> new Notice.Changed(buffer.name(), saving);
              case Conflict.Gone _ -> new Notice.Gone(buffer.name(), saving);
            })
        .or(() -> Optional.ofNullable(failures.get(buffer)).map(Notice.NotSaved::new));
  }

  void save(Buffer buffer) {
    if (buffer.saving()) {
      again.add(buffer);
    } else if (buffer.conflict().isPresent()) {
      refuse(buffer);
    } else if (buffer.unsaved()) {
      write(buffer);
    }
  }

  private void write(Buffer buffer) {
    String text = buffer.fileText();
    var expected = buffer.saved();
    failures.remove(buffer);
    buffer.saving(true);
    background.run(
        "Saving " + buffer.name(),
        () -> ModuleFile.save(buffer.file(), expected, text),
        outcome -> {
          buffer.saving(false);
          switch (outcome) {
            case Outcome.Written _ -> {
              buffer.nowSaved(Optional.of(text));
              settle(buffer);
            }
            case Outcome.Different(var found) -> {
              saw(buffer, found);
              if (buffer.conflict().isPresent()) {
                refuse(buffer);
              }
            }
          }
          goOn(buffer);
        },
        failure -> {
          buffer.saving(false);
          fail(buffer, failure);
          goOn(buffer);
        });
  }

  private void goOn(Buffer buffer) {
    if (again.remove(buffer)) {
      again.removeIf(buffer::equals);
      save(buffer);
    }
    onEnd.run();
  }

  /// A save that has to wait for a person's choice.
  private void refuse(Buffer buffer) {
    wanted.add(buffer);
    host.bring(buffer);
    refresh();
  }

  private void fail(Buffer buffer, Failure why) {
    failures.put(buffer, why);
    host.bring(buffer);
    refresh();
  }

  private void saw(Buffer buffer, Found found) {
    switch (found) {
      case Found.Text(var onDisk) -> {
        if (buffer.saved().filter(onDisk::equals).isPresent()) {
          dispute(buffer, Optional.empty());
        } else if (!buffer.unsaved()) {
          adopt(buffer, onDisk);
        } else if (buffer.fileText().equals(onDisk)) {
          buffer.nowSaved(Optional.of(onDisk));
          dispute(buffer, Optional.empty());
        } else {
          dispute(buffer, Optional.of(new Conflict.Changed(onDisk)));
        }
      }
      case Found.Gone _ -> {
        if (buffer.saved().isPresent()) {
          dispute(buffer, Optional.of(new Conflict.Gone()));
        }
      }
      case Found.Unreadable(var why) ->
          fail(
              buffer,
              new Failure(
                  "%s on the disk cannot be read: %s".formatted(buffer.name(), why),
                  "the text stays here; it is not saved over that"));
    }
  }

  private void dispute(Buffer buffer, Optional<Conflict> conflict) {
    boolean other = !buffer.conflict().equals(conflict);
    buffer.dispute(conflict);
    if (conflict.isEmpty()) {
      wanted.remove(buffer);
    }
    if (other) {
      difference.set(List.of());
    }
    settle(buffer);
  }

  private void adopt(Buffer buffer, String onDisk) {
    var change = buffer.adopt(onDisk);
    buffer.dispute(Optional.empty());
    wanted.remove(buffer);
    failures.remove(buffer);
    buffers.publish(buffer);
    host.changed(buffer, change);
    refresh();
  }

  private void letGo(Buffer buffer) {
    buffers.forget(buffer);
    wanted.remove(buffer);
    failures.remove(buffer);
    host.gone(buffer);
    refresh();
  }

  private void settle(Buffer buffer) {
    buffers.publish(buffer);
    host.refresh(buffer);
    refresh();
  }
}
