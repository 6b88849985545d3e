package nib.app.editor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import nib.app.Background;
import nib.app.editor.Annotations.Declared;
import nib.app.editor.Annotations.Problem;
import nib.app.editor.EditHistory.Selected;
import nib.app.project.Guest;
import nib.app.project.Project;
import nib.engine.Entry;
import nib.engine.OpenedPackage.ModuleView;
import nib.engine.diagnosis.EntryVerdict;
import nib.engine.diagnosis.Finding;
import nib.engine.diagnosis.Verdict;
import nib.engine.diagnostic.Diagnostic;
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
  private final FindViewModel find;
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
    this.buffers = new Buffers(project.drafts());
    this.saving = new SavingViewModel(background, buffers, new Showing());
    this.find = new FindViewModel(background, this);
    project.openedProperty().addListener((_, _, _) -> show());
    project.diskProperty().addListener((_, _, disk) -> compare(disk));
    project.reportProperty().addListener((_, _, _) -> show());
    project.selection().moduleProperty().addListener((_, _, _) -> show());
    project.selection().guestProperty().addListener((_, _, _) -> show());
    project.selection().entryProperty().addListener((_, _, _) -> light());
    project
        .selection()
        .placeProperty()
        .addListener((_, _, place) -> {
          light();
          place.ifPresent(this::follow);
        });
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

  public FindViewModel find() {
    return find;
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
          choose(caret);
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

  public void enter() {
    command(Indenter::enter);
  }

  /// Types a closing bracket; false where it is to be typed like anything else.
  boolean close(String bracket) {
    return indenter().flatMap(indenter -> indenter.close(bracket)).map(this::apply).isPresent();
  }

  public void indent() {
    command(Indenter::indent);
  }

  public void outdent() {
    command(Indenter::outdent);
  }

  public void comment() {
    command(Indenter::comment);
  }

  public void moveUp() {
    mover().flatMap(LineMover::up).ifPresent(this::apply);
  }

  public void moveDown() {
    mover().flatMap(LineMover::down).ifPresent(this::apply);
  }

  public void copyDown() {
    mover().map(LineMover::copied).ifPresent(this::apply);
  }

  public void undo() {
    restep(Buffer::undo);
  }

  public void redo() {
    restep(Buffer::redo);
  }

  /// The bracket at the caret, and its partner.
  Optional<Brackets.Pair> brackets() {
    return shown.flatMap(buffer ->
        new Brackets(buffer.tokens(), buffer.text()).touching(buffer.selected().caret()));
  }

  /// Goes to the bracket that the one at the caret belongs to, or out to the one that is open here.
  public void jump() {
    shown.ifPresent(buffer -> {
      int caret = buffer.selected().caret();
      var pair = brackets();
      pair.flatMap(Brackets.Pair::partner)
          .map(partner ->
              pair.get().at().end() == caret ? partner.end() : partner.start())
          .or(() ->
              pair.isPresent()
                  ? Optional.empty()
                  : new Brackets(buffer.tokens(), buffer.text()).openAt(caret).map(Span::end))
          .ifPresent(to -> lead(to, to));
    });
  }

  /// Replaces part of the shown text, in its own offsets.
  void replace(Span span, String by) {
    shown.ifPresent(buffer -> {
      int start = Math.clamp(span.start(), 0, buffer.text().length());
      int end = Math.clamp(span.end(), start, buffer.text().length());
      apply(
          Change.of(new Edit(start, buffer.text().substring(start, end), LineEnds.shown(by))));
    });
  }

  boolean apply(Change change) {
    var buffer = shown.filter(Buffer::editable);
    buffer.filter(_ -> !change.edits().isEmpty()).ifPresent(to -> {
      to.apply(change);
      changed(to, change);
    });
    return buffer.isPresent();
  }

  /// Selects in the shown text and brings it into view.
  void lead(int anchor, int caret) {
    shown.ifPresent(buffer -> {
      buffer.select(new Selected(anchor, caret));
      leading.set(new Leading(leading.get().number() + 1, anchor, caret));
      choose(caret);
    });
  }

  /// Shows a place of an open package's module.
  ///
  /// @param fileOffset into the file's text
  void lead(Path file, int fileOffset) {
    if (shown.filter(buffer -> buffer.file().equals(file)).isEmpty()) {
      for (var view : project.packages()) {
        view.modules().stream()
            .filter(module -> module.source().file().equals(file))
            .findFirst()
            .ifPresent(module -> {
              project.switchTo(view.root());
              project.selection().show(module.path());
            });
      }
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

  /// What is wrong at an offset of the shown text.
  List<Problem> problemsAt(int offset) {
    return shown.map(buffer -> buffer.annotations().problemsAt(offset)).orElse(List.of());
  }

  private void command(Function<Indenter, Change> command) {
    indenter().map(command).ifPresent(this::apply);
  }

  private Optional<Indenter> indenter() {
    return shown.filter(Buffer::editable)
        .map(buffer -> new Indenter(buffer.text(), buffer.tokens(), buffer.selected()));
  }

  private Optional<LineMover> mover() {
    return shown.filter(Buffer::editable)
        .map(buffer -> new LineMover(buffer.text(), buffer.selected()));
  }

  private void restep(Function<Buffer, Optional<Change>> step) {
    shown.ifPresent(buffer -> step.apply(buffer).ifPresent(change -> changed(buffer, change)));
  }

  /// Shows a change that the buffer has already taken in.
  private void changed(Buffer buffer, Change change) {
    if (isShown(buffer)) {
      onEdits.forEach(listener -> listener.accept(change.edits()));
      edited(buffer, change.edits());
      leading.set(new Leading(leading.get().number() + 1, change.anchor(), change.caret()));
    } else {
      buffers.publish(buffer);
    }
  }

  private void edited(Buffer buffer, List<Edit> edits) {
    buffers.publish(buffer);
    for (var edit : edits) {
      lit.set(lit.get().flatMap(edit::moved));
    }
    refresh(buffer);
    find.edited(edits);
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
      buffer.annotate(new Annotations(declarations(buffer, module), problems(buffer, module)));
    } else if (!buffer.unsaved()) {
      saving.look(buffer);
    }
  }

  /// A text that is only looked at is always the file's.
  private void freshen(Buffer buffer, Guest guest) {
    if (!guest.source().text().equals(buffer.fileText())) {
      changed(buffer, buffer.adopt(guest.source().text()));
    }
  }

  private List<Declared> declarations(Buffer buffer, ModuleView module) {
    return project.opened().stream()
        .flatMap(view -> view.entries().stream())
        .filter(entry -> entry.module().equals(module.path()))
        .map(entry ->
            new Declared(
                buffer.toShown(entry.span()),
                entry.id(),
                entry.symbol(),
                project.verdict(entry).map(EntryVerdict::verdict).orElse(Verdict.NOT_BUILT)))
        .toList();
  }

  private List<Problem> problems(Buffer buffer, ModuleView module) {
    BiFunction<Diagnostic, Span, Problem> problem =
        (diagnostic, span) ->
            new Problem(
                visible(buffer, buffer.toShown(span)),
                diagnostic.severity(),
                diagnostic.message(),
                diagnostic.cure(),
                diagnostic.related());
    var written =
        project.opened().stream()
            .flatMap(view -> view.diagnostics().stream())
            .filter(found -> found.location().file().equals(module.source().file()))
            .map(found -> problem.apply(found, found.span()));
    var checked =
        project.reportProperty().get().stream()
            .flatMap(report -> report.findings().stream())
            .filter(found -> found.diagnostic().location().file().equals(module.source().file()))
            .map(found -> problem.apply(found.diagnostic(), span(found)));
    return Stream.concat(written, checked).toList();
  }

  /// A check may be of an older text than the one that was read last; its entry says where the
  /// declaration stands now.
  private Span span(Finding finding) {
    return project.entry(finding.entry()).map(Entry::span).orElse(finding.diagnostic().span());
  }

  /// What is missing has no text of its own: the character before it, or the one behind it, shows.
  private static Span visible(Buffer buffer, Span span) {
    if (span.end() > span.start()) {
      return span;
    }
    int length = buffer.text().length();
    if (span.start() < length && buffer.text().charAt(span.start()) != '\n') {
      return new Span(span.start(), span.start() + 1);
    }
    return new Span(Math.max(0, span.start() - 1), Math.min(length, Math.max(1, span.start())));
  }

  private void light() {
    var entry =
        project.selection().entry().flatMap(selected ->
            shown.flatMap(buffer ->
                buffer.annotations().declarations().stream()
                    .filter(declared -> declared.entry().equals(selected.id()))
                    .map(Declared::span)
                    .findFirst()));
    var place =
        project.selection().placeProperty().get().flatMap(location ->
            shown
                .filter(buffer -> buffer.file().equals(location.file()))
                .map(buffer -> buffer.offset(location)));
    lit.set(
        place
            .filter(at -> entry.filter(span -> span.contains(at)).isEmpty())
            .map(at -> new Span(at, at + 1))
            .or(() -> entry));
  }

  private void follow(Location place) {
    if (!choosing) {
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
            leading.set(new Leading(leading.get().number() + 1, at, at));
          });
    }
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
