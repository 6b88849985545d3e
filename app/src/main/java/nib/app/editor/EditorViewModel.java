package nib.app.editor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import nib.app.Background;
import nib.app.editor.EditHistory.Selected;
import nib.app.project.Guest;
import nib.app.project.Project;
import nib.engine.OpenedPackage.ModuleView;
import nib.engine.text.Location;
import nib.engine.text.SourceText;
import nib.engine.text.Span;

/// The text that is shown and edited: what is marked in it, where a person is in it, and every
/// command that changes it. Its words are the model's; a view mirrors them.
public final class EditorViewModel {

  /// What the view draws, all at once.
  ///
  /// @param file the shown file; empty where nothing is open
  /// @param name what people call it
  /// @param text with lines that end in `\n`, whatever the file has
  /// @param unsaved whether the file holds something else
  public record Page(
      Optional<Path> file,
      String name,
      String text,
      boolean editable,
      boolean unsaved,
      Annotations annotations) {
    static final Page EMPTY = new Page(Optional.empty(), "", "", false, false, Annotations.NONE);
  }

  /// Where the view is to go: what it selects and brings into view.
  ///
  /// @param number tells one from any other
  public record Leading(long number, int anchor, int caret) {}

  private final Project project;
  private final Buffers buffers;
  private final SavingViewModel saving;
  private final LeavingViewModel leaving;
  private final FindViewModel find;
  private final EditCommands commands;
  private final Annotator annotator;
  private final Spotlight spotlight;
  private final DeclaredParts parts;
  private final List<Consumer<List<Edit>>> onEdits = new ArrayList<>();
  private final List<BooleanSupplier> onEscape = new ArrayList<>();
  private final List<Runnable> onExplain = new ArrayList<>();
  private final BooleanProperty focused = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.EMPTY);
  private final ReadOnlyObjectWrapper<Optional<Span>> lit =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Leading> leading =
      new ReadOnlyObjectWrapper<>(new Leading(0, 0, 0));
  private Optional<Buffer> shown = Optional.empty();
  private boolean choosing;

  public EditorViewModel(Project project, Background background) {
    this.project = project;
    var selection = project.selection();
    this.buffers = new Buffers(project.drafts());
    this.saving = new SavingViewModel(background, buffers, new Showing());
    this.leaving = new LeavingViewModel(buffers, saving);
    this.find = new FindViewModel(background, this);
    this.commands = new EditCommands(this);
    this.annotator = new Annotator(project);
    this.spotlight = new Spotlight(selection);
    this.parts = new DeclaredParts(this, selection);
    project.openedProperty().addListener((_, _, _) -> show());
    project.onDisk(this::compare);
    project.reportProperty().addListener((_, _, _) -> show());
    selection.moduleProperty().addListener((_, _, _) -> show());
    selection.guestProperty().addListener((_, _, _) -> show());
    selection.entryProperty().addListener((_, _, _) -> light());
    selection.placeProperty().addListener((_, _, place) -> turn(place));
    show();
  }

  public ReadOnlyObjectProperty<Page> pageProperty() {
    return page.getReadOnlyProperty();
  }

  /// The selected declaration, or the line a person was led to.
  public ReadOnlyObjectProperty<Optional<Span>> litProperty() {
    return lit.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Leading> leadingProperty() {
    return leading.getReadOnlyProperty();
  }

  public SavingViewModel saving() {
    return saving;
  }

  public LeavingViewModel leaving() {
    return leaving;
  }

  public FindViewModel find() {
    return find;
  }

  /// What edits the shown text by key.
  public EditCommands commands() {
    return commands;
  }

  DeclaredParts parts() {
    return parts;
  }

  /// Hears edits that were made here and not typed, before the page has them.
  void onEdits(Consumer<List<Edit>> listener) {
    onEdits.add(listener);
  }

  /// Whether the keyboard is with the text or what belongs to it; the view says so.
  public BooleanProperty focusedProperty() {
    return focused;
  }

  /// Closes what stands over the text or beside it; false where nothing does.
  public boolean escape() {
    return onEscape.stream().anyMatch(BooleanSupplier::getAsBoolean);
  }

  void onEscape(BooleanSupplier closes) {
    onEscape.add(closes);
  }

  /// Says what is known of the place at the caret.
  public void explain() {
    onExplain.forEach(Runnable::run);
  }

  void onExplain(Runnable explains) {
    onExplain.add(explains);
  }

  Optional<Buffer> shown() {
    return shown;
  }

  /// A person changed the text by hand.
  void typed(Edit edit) {
    shown.ifPresent(buffer -> {
      buffer.type(edit);
      edited(buffer, List.of(edit));
    });
  }

  /// A person moved the caret or selected something.
  void select(int anchor, int caret) {
    shown
        .filter(buffer -> !buffer.selected().equals(new Selected(anchor, caret)))
        .ifPresent(buffer -> {
          buffer.select(new Selected(anchor, caret));
          spotlight.left(buffer);
          light();
          choose(caret);
          parts.caret(caret);
        });
  }

  /// The declaration at an offset is selected, as by a click.
  public void choose(int offset) {
    shown.stream()
        .flatMap(buffer -> buffer.annotations().declarations().stream())
        .filter(declared -> declared.span().contains(offset))
        .findFirst()
        .flatMap(declared -> project.entry(declared.entry()))
        .filter(entry -> project.selection().entry().filter(entry::equals).isEmpty())
        .ifPresent(entry -> {
          choosing = true;
          project.selection().select(entry);
          choosing = false;
        });
  }

  boolean apply(Change change) {
    var buffer = shown.filter(Buffer::editable);
    buffer
        .filter(_ -> !change.edits().isEmpty())
        .ifPresent(to -> {
          to.apply(change);
          changed(to, change);
        });
    return buffer.isPresent();
  }

  /// Selects in the shown text and brings it into view.
  void lead(int anchor, int caret) {
    shown.ifPresent(buffer -> {
      int length = buffer.text().length();
      var to = new Selected(Math.clamp(anchor, 0, length), Math.clamp(caret, 0, length));
      buffer.select(to);
      go(to);
      choose(to.caret());
    });
  }

  /// Shows a place of an open package's module.
  ///
  /// @param fileOffset into the file's text
  void lead(Path file, int fileOffset) {
    if (shown.filter(buffer -> buffer.file().equals(file)).isEmpty()) {
      project.show(file);
    }
    shown
        .filter(buffer -> buffer.file().equals(file))
        .ifPresent(buffer -> {
          int offset = buffer.toShown(fileOffset);
          lead(offset, offset);
        });
  }

  /// Shows a location, in whatever text it is.
  void lead(Location to) {
    project.go(to);
  }

  /// Shows a change that the buffer has already taken in.
  void changed(Buffer buffer, Change change) {
    if (isShown(buffer)) {
      onEdits.forEach(listener -> listener.accept(change.edits()));
      edited(buffer, change.edits());
      go(buffer.selected());
    } else {
      buffers.publish(buffer);
    }
  }

  private void edited(Buffer buffer, List<Edit> edits) {
    buffers.publish(buffer);
    edits.forEach(spotlight::moved);
    light();
    refresh(buffer);
    find.edited(edits);
  }

  private void go(Selected to) {
    leading.set(new Leading(leading.get().number() + 1, to.anchor(), to.caret()));
  }

  private boolean isShown(Buffer buffer) {
    return shown.filter(buffer::equals).isPresent();
  }

  private void refresh(Buffer buffer) {
    if (isShown(buffer)) {
      page.set(
          new Page(
              Optional.of(buffer.file()),
              buffer.name(),
              buffer.text(),
              buffer.editable(),
              buffer.unsaved(),
              buffer.annotations()));
    }
  }

  /// The files of unsaved texts were read again: those that are not what they were are looked at.
  private void compare(Map<Path, SourceText> disk) {
    for (var buffer : buffers.unsaved()) {
      var there = Optional.ofNullable(disk.get(buffer.file())).map(SourceText::text);
      if (!there.equals(buffer.saved())) {
        saving.look(buffer);
      }
    }
  }

  private void show() {
    var module = project.module();
    var guest = project.selection().guestProperty().get();
    var before = shown;
    shown =
        module
            .map(view -> buffers.open(view.path(), view.source(), true))
            .or(() -> guest.map(text -> buffers.open(text.name(), text.source(), false)))
            .or(this::withoutModule);
    var now = shown;
    now.ifPresent(buffer -> {
      if (module.isPresent()) {
        freshen(buffer, module.get());
      } else if (guest.isPresent()) {
        freshen(buffer, guest.get());
      } else {
        saving.look(buffer);
      }
    });
    now.ifPresentOrElse(this::refresh, () -> page.set(Page.EMPTY));
    if (!before.equals(now)) {
      spotlight.turn(now);
      saving.refresh();
      find.shown();
    }
    light();
  }

  /// The buffer of a module that the package has no more; its text may be the last there is.
  private Optional<Buffer> withoutModule() {
    return project
        .opened()
        .flatMap(view ->
            project.selection().moduleProperty().get().map(path -> view.root().resolve(path)))
        .flatMap(buffers::of);
  }

  /// Takes in what was found out about a text. What was found out about another text than the one
  /// that stands here now says nothing: the next answer will.
  private void freshen(Buffer buffer, ModuleView module) {
    if (module.source().text().equals(buffer.fileText())) {
      buffer.annotate(annotator.of(buffer, module));
    } else if (!buffer.unsaved()) {
      saving.look(buffer);
    }
  }

  /// A text that is only looked at is always the file's.
  private void freshen(Buffer buffer, Guest guest) {
    if (!guest.source().text().equals(buffer.fileText())) {
      changed(buffer, buffer.adopt(guest.source().text()));
    }
    buffer.annotate(annotator.of(buffer));
  }

  private void light() {
    lit.set(shown.flatMap(spotlight::on));
  }

  private void turn(Optional<Location> place) {
    spotlight.turn(shown);
    light();
    place.filter(_ -> !choosing).ifPresent(this::follow);
  }

  private void follow(Location place) {
    shown
        .filter(buffer -> buffer.file().equals(place.file()))
        .ifPresent(buffer -> {
          int at =
              project
                  .selection()
                  .entry()
                  .filter(entry -> entry.location().equals(place))
                  .flatMap(_ -> lit.get().map(Span::start))
                  .orElseGet(() -> buffer.offset(place));
          buffer.select(new Selected(at, at));
          go(buffer.selected());
        });
  }

  private final class Showing implements SavingViewModel.Host {

    @Override
    public void refresh(Buffer buffer) {
      EditorViewModel.this.refresh(buffer);
    }

    @Override
    public void changed(Buffer buffer, Change change) {
      EditorViewModel.this.changed(buffer, change);
    }

    @Override
    public void bring(Buffer buffer) {
      if (!isShown(buffer)) {
        lead(buffer.file(), buffer.toFile(buffer.selected().caret()));
      }
    }

    @Override
    public void gone(Buffer buffer) {
      project
          .opened()
          .flatMap(view -> view.modules().stream().findFirst())
          .map(ModuleView::path)
          .filter(path -> !path.equals(buffer.name()))
          .ifPresentOrElse(project.selection()::show, EditorViewModel.this::show);
    }

    @Override
    public Optional<Buffer> shown() {
      return shown;
    }
  }
}
