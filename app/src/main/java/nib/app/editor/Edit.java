package nib.app.editor;

import java.util.List;
import java.util.Optional;
import nib.engine.text.Difference;
import nib.engine.text.Span;

/// One replacement in a text: what stood at an offset, and what stands there instead.
record Edit(int at, String removed, String inserted) {

  /// The least replacement that makes one text of the other; none where they are the same.
  static List<Edit> between(String before, String after) {
    var other = Difference.between(before, after);
    return other.isEmpty()
        ? List.of()
        : List.of(
            new Edit(
                other.start(),
                before.substring(other.start(), other.end()),
                after.substring(other.start(), other.endAfter())));
  }

  /// Where the removed text ended.
  int end() {
    return at + removed.length();
  }

  /// Where the inserted text ends.
  int endAfter() {
    return at + inserted.length();
  }

  /// How far everything behind it moves.
  int shift() {
    return inserted.length() - removed.length();
  }

  Edit undone() {
    return new Edit(at, /* removed= */ inserted, /* inserted= */ removed);
  }

  String applied(String text) {
    return new StringBuilder(Math.max(0, text.length() + shift()))
        .append(text, 0, at)
        .append(inserted)
        .append(text, end(), text.length())
        .toString();
  }

  /// Where an offset is afterwards. What stood inside the removed text stays as near as it can.
  int moved(int offset) {
    if (offset <= at) {
      return offset;
    }
    return offset >= end() ? offset + shift() : Math.min(offset, endAfter());
  }

  /// Where a stretch of text is afterwards; empty when nothing of it is left. Text that is inserted
  /// at its edges does not belong to it.
  Optional<Span> moved(Span span) {
    int start = span.start();
    if (start >= end()) {
      start += shift();
    } else if (start >= at) {
      start = endAfter();
    }
    int end = span.end();
    if (end >= end() && end > at) {
      end += shift();
    } else if (end > at) {
      end = at;
    }
    return start < end ? Optional.of(new Span(start, end)) : Optional.empty();
  }
}
