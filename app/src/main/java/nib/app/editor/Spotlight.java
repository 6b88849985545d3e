package nib.app.editor;

import java.util.Optional;
import nib.app.editor.Annotations.Declared;
import nib.app.project.Selection;
import nib.engine.text.Span;

/// What of a text a person's attention is led to: the selected declaration, or the line of a place
/// outside of it. The place moves along with edits; its line of once may be another by now.
final class Spotlight {

  private final Selection selection;
  private Optional<Integer> place = Optional.empty();

  Spotlight(Selection selection) {
    this.selection = selection;
  }

  /// Turns to the place that a person was led to, where it is in this text.
  void turn(Optional<Buffer> shown) {
    place =
        shown.flatMap(buffer ->
            selection
                .placeProperty()
                .get()
                .filter(location -> buffer.file().equals(location.file()))
                .map(buffer::offset));
  }

  void moved(Edit edit) {
    place = place.map(edit::moved);
  }

  /// A person moved the caret: on another line, they are no longer where they were led to.
  void left(Buffer buffer) {
    int caret = buffer.selected().caret();
    place =
        place.filter(at ->
            buffer.text().substring(Math.min(at, caret), Math.max(at, caret)).indexOf('\n') < 0);
  }

  Optional<Span> on(Buffer buffer) {
    var declared = selection.entry().flatMap(entry -> span(buffer, entry.id()));
    return place
        .filter(at -> declared.filter(span -> span.contains(at)).isEmpty())
        .map(at -> new Span(at, at + 1))
        .or(() -> declared);
  }

  private static Optional<Span> span(Buffer buffer, String entry) {
    return buffer.annotations().declarations().stream()
        .filter(declared -> declared.entry().equals(entry))
        .map(Declared::span)
        .findFirst();
  }
}
