package nib.app.editor;

import java.nio.file.Path;
import java.util.Optional;
import nib.app.editor.EditHistory.Selected;
import nib.app.editor.EditHistory.Step;
import nib.engine.text.Location;
import nib.engine.text.SourceText;
import nib.engine.text.Span;

/// One text in the editor: as it is now and as the file has it, what can be undone, and where a
/// person was in it. Offsets are of the shown text, whose lines all end in `\n`.
final class Buffer {

  private final Path file;
  private final String name;
  private final boolean editable;
  private final EditHistory history = new EditHistory();
  private LineEnds ends;
  private Optional<String> saved;
  private String text;
  private TokenTable tokens;
  private Selected selected = new Selected(0, 0);
  private int top;
  private Annotations annotations = Annotations.NONE;
  private Optional<Conflict> conflict = Optional.empty();
  private boolean saving;
  private int writes;

  /// A text as read from its file.
  ///
  /// @param name what people call it: the module's path in its package
  Buffer(String name, SourceText source, boolean editable) {
    this.file = source.file();
    this.name = name;
    this.editable = editable;
    this.saved = Optional.of(source.text());
    this.ends = LineEnds.of(source.text());
    this.text = LineEnds.shown(source.text());
    this.tokens = TokenTable.of(text);
  }

  Path file() {
    return file;
  }

  String name() {
    return name;
  }

  boolean editable() {
    return editable;
  }

  String text() {
    return text;
  }

  TokenTable tokens() {
    return tokens;
  }

  /// The text as it would be written.
  String fileText() {
    return ends.restored(text);
  }

  /// What the file holds, as far as known; empty where there is none.
  Optional<String> saved() {
    return saved;
  }

  boolean unsaved() {
    return saved.filter(fileText()::equals).isEmpty();
  }

  /// The file is known to hold this now, whatever is shown.
  void nowSaved(Optional<String> onDisk) {
    saved = onDisk;
    history.rest();
  }

  Selected selected() {
    return selected;
  }

  Span selection() {
    return new Span(
        Math.min(selected.anchor(), selected.caret()),
        Math.max(selected.anchor(), selected.caret()));
  }

  void select(Selected now) {
    // A caret that stands where typing left it has not gone anywhere.
    if (now.caret() != selected.caret()) {
      history.rest();
    }
    selected = now;
  }

  /// The first line that was in view when the text was left.
  int top() {
    return top;
  }

  void leaveAt(int line) {
    top = line;
  }

  Annotations annotations() {
    return annotations;
  }

  void annotate(Annotations fresh) {
    annotations = fresh;
  }

  Optional<Conflict> conflict() {
    return conflict;
  }

  void dispute(Optional<Conflict> with) {
    conflict = with;
  }

  boolean saving() {
    return saving;
  }

  /// Reads of the file that began before the last write say nothing any more.
  int writes() {
    return writes;
  }

  void saving(boolean now) {
    saving = now;
    writes++;
  }

  /// A person typed.
  void type(Edit edit) {
    var before = selected;
    take(edit);
    selected = new Selected(edit.endAfter(), edit.endAfter());
    history.addTyped(edit, before, selected);
  }

  /// A command was given.
  void apply(Change change) {
    var before = selected;
    show(change);
    history.add(new Step(change.edits(), before, selected));
  }

  Optional<Change> undo() {
    var change = history.undo();
    change.ifPresent(this::show);
    return change;
  }

  Optional<Change> redo() {
    var change = history.redo();
    change.ifPresent(this::show);
    return change;
  }

  /// Takes in what the file holds now, as a step that can be undone.
  Change adopt(String onDisk) {
    var edits = LineDiff.edits(text, LineEnds.shown(onDisk));
    var change = Change.of(text, edits, selected.anchor(), selected.caret());
    if (!edits.isEmpty()) {
      apply(change);
    }
    ends = LineEnds.of(onDisk);
    saved = Optional.of(onDisk);
    return change;
  }

  /// Where a location of the file's text is; the nearest place where the text has no such line.
  int offset(Location location) {
    return toShown(Lines.offset(fileText(), location.line() - 1, location.column() - 1));
  }

  int toShown(int fileOffset) {
    return Math.clamp(ends.toShown(text, fileOffset), 0, text.length());
  }

  Span toShown(Span span) {
    return new Span(toShown(span.start()), toShown(span.end()));
  }

  int toFile(int offset) {
    return ends.toFile(text, offset);
  }

  private void show(Change change) {
    change.edits().forEach(this::take);
    selected = new Selected(change.anchor(), change.caret());
  }

  private void take(Edit edit) {
    ends.edited(text, edit);
    text = edit.applied(text);
    tokens.edited(text, edit);
    annotations = annotations.moved(edit);
  }
}
