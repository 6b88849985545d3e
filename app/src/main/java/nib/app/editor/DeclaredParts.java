package nib.app.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.app.project.DependencyEntry;
import nib.app.project.Pointing;
import nib.app.project.Selection;
import nib.engine.abi.Spelled;
import nib.engine.abi.Spelled.Piece;
import nib.engine.text.Span;

/// The parts of the selected function's call where Pen declares them: which stretches of the shown
/// text are about those that are pointed at, and what a person points at in it.
final class DeclaredParts {

  private final EditorViewModel editor;
  private final Selection selection;
  private final List<Runnable> onGo = new ArrayList<>();

  DeclaredParts(EditorViewModel editor, Selection selection) {
    this.editor = editor;
    this.selection = selection;
    selection.pointing().onLead(this::lead);
  }

  /// The stretches to be marked.
  List<Span> lit() {
    var parts = selection.pointing().litProperty().get();
    return pieces().stream().filter(piece -> piece.isAbout(parts)).map(Piece::span).toList();
  }

  void onLit(Runnable listener) {
    selection.pointing().litProperty().addListener((_, _, _) -> listener.run());
  }

  /// Hears that the keyboard is wanted in the text.
  void onGo(Runnable listener) {
    onGo.add(listener);
  }

  /// The pointer is on a character, or on none.
  void hover(Optional<Integer> offset) {
    selection.pointing().hover(offset.map(at -> Spelled.at(pieces(), at)).orElse(List.of()));
  }

  /// The caret was put somewhere by a person.
  void caret(int offset) {
    selection.pointing().choose(Spelled.at(pieces(), offset));
  }

  private List<Piece> pieces() {
    return editor.shown().map(this::pieces).orElse(List.of());
  }

  private List<Piece> pieces(Buffer buffer) {
    return selection
        .entry()
        .map(entry ->
            buffer.annotations().declarations().stream()
                .filter(declared -> declared.entry().equals(entry.id()))
                .flatMap(declared -> declared.pieces().stream())
                .toList())
        .or(() ->
            selection
                .dependencyProperty()
                .get()
                .map(DependencyEntry::entry)
                .filter(entry -> entry.location().file().equals(buffer.file()))
                .map(entry -> Annotator.pieces(buffer, entry)))
        .orElse(List.of());
  }

  /// Selects where the first of the parts is declared, with the caret in it.
  private void lead(Pointing.Lead to) {
    to.parts().stream()
        .flatMap(part ->
            pieces().stream().filter(piece -> piece.about().contains(part)).map(Piece::span))
        .findFirst()
        .ifPresent(span -> {
          editor.lead(span.end(), span.start());
          if (to.go()) {
            onGo.forEach(Runnable::run);
          }
        });
  }
}
