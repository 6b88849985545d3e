package nib.app.editor;

import java.util.Optional;
import java.util.function.Function;
import nib.engine.text.Span;

/// What edits the shown text by key, each undone as one step.
public final class EditCommands {

  private final EditorViewModel editor;

  EditCommands(EditorViewModel editor) {
    this.editor = editor;
  }

  public void enter() {
    run(Indenter::enter);
  }

  /// Types a closing bracket; false where it is to be typed like anything else.
  boolean close(String bracket) {
    return indenter().flatMap(indenter -> indenter.close(bracket)).map(editor::apply).isPresent();
  }

  public void indent() {
    run(Indenter::indent);
  }

  public void outdent() {
    run(Indenter::outdent);
  }

  public void comment() {
    run(Indenter::comment);
  }

  public void moveUp() {
    mover().flatMap(LineMover::up).ifPresent(editor::apply);
  }

  public void moveDown() {
    mover().flatMap(LineMover::down).ifPresent(editor::apply);
  }

  public void copyDown() {
    mover().map(LineMover::copied).ifPresent(editor::apply);
  }

  public void undo() {
    restep(Buffer::undo);
  }

  public void redo() {
    restep(Buffer::redo);
  }

  /// The bracket at the caret, and its partner.
  Optional<Brackets.Pair> brackets() {
    return editor.shown().flatMap(buffer -> brackets(buffer).touching(buffer.selected().caret()));
  }

  /// Goes to the bracket that the one at the caret belongs to, or out to the one that is open here.
  public void jump() {
    editor
        .shown()
        .ifPresent(buffer -> {
          int caret = buffer.selected().caret();
          var pair = brackets();
          var to =
              pair.isPresent()
                  ? pair.get()
                      .partner()
                      .map(partner ->
                          pair.get().at().end() == caret ? partner.end() : partner.start())
                  : brackets(buffer).openAt(caret).map(Span::end);
          to.ifPresent(offset -> editor.lead(offset, offset));
        });
  }

  private static Brackets brackets(Buffer buffer) {
    return new Brackets(buffer.tokens(), buffer.text());
  }

  private void run(Function<Indenter, Change> command) {
    indenter().map(command).ifPresent(editor::apply);
  }

  private Optional<Indenter> indenter() {
    return editor
        .shown()
        .filter(Buffer::editable)
        .map(buffer -> new Indenter(buffer.text(), buffer.tokens(), buffer.selected()));
  }

  private Optional<LineMover> mover() {
    return editor
        .shown()
        .filter(Buffer::editable)
        .map(buffer -> new LineMover(buffer.text(), buffer.selected()));
  }

  private void restep(Function<Buffer, Optional<Change>> step) {
    editor
        .shown()
        .filter(Buffer::editable)
        .ifPresent(
            buffer -> step.apply(buffer).ifPresent(change -> editor.changed(buffer, change)));
  }
}
