package nib.app.editor;

import java.util.List;
import java.util.Optional;
import nib.app.editor.EditHistory.Selected;

/// Moves and copies the selected lines as a whole.
final class LineMover {

  private final String text;
  private final Selected selected;
  private final int start;
  private final int end;

  LineMover(String text, Selected selected) {
    this.text = text;
    this.selected = selected;
    int first = Math.min(selected.anchor(), selected.caret());
    int last = Math.max(selected.anchor(), selected.caret());
    start = Lines.start(text, first);
    end = Lines.end(text, last > first && last == Lines.start(text, last) ? last - 1 : last);
  }

  /// Empty at the text's start.
  Optional<Change> up() {
    if (start == 0) {
      return Optional.empty();
    }
    int above = Lines.start(text, start - 1);
    String moved = text.substring(start, end);
    String passed = text.substring(above, start - 1);
    return Optional.of(changed(above, end, moved + "\n" + passed, above - start));
  }

  /// Empty at the text's end.
  Optional<Change> down() {
    if (end == text.length()) {
      return Optional.empty();
    }
    int below = Lines.end(text, end + 1);
    String moved = text.substring(start, end);
    String passed = text.substring(end + 1, below);
    return Optional.of(changed(start, below, passed + "\n" + moved, passed.length() + 1));
  }

  /// Copies the lines under themselves; the copy is selected.
  Change copied() {
    String copy = "\n" + text.substring(start, end);
    return new Change(
        List.of(new Edit(end, "", copy)),
        selected.anchor() + copy.length(),
        selected.caret() + copy.length());
  }

  private Change changed(int from, int to, String by, int shift) {
    return new Change(
        List.of(new Edit(from, text.substring(from, to), by)),
        selected.anchor() + shift,
        Math.min(selected.caret() + shift, text.length()));
  }
}
