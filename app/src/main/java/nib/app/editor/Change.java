package nib.app.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a command makes of a text, undone as one step.
///
/// @param edits the later in the text the earlier here, so that none moves another
/// @param anchor where the selection begins afterwards
/// @param caret where it ends, and where the caret stands
record Change(List<Edit> edits, int anchor, int caret) {

  /// More edits than these become one that spans them: showing each by itself would take longer
  /// than showing the text between them again.
  private static final int MOST = 64;

  Change {
    edits = List.copyOf(edits);
  }

  /// Makes a change of edits that do not touch each other, each in the offsets of `text`. The
  /// selection moves with them.
  static Change of(String text, List<Edit> edits, int anchor, int caret) {
    var ordered = new ArrayList<>(edits);
    ordered.sort(Comparator.comparingInt(Edit::at).reversed());
    int newAnchor = anchor;
    int newCaret = caret;
    for (var edit : ordered) {
      newAnchor = edit.moved(newAnchor);
      newCaret = edit.moved(newCaret);
    }
    return new Change(few(text, ordered), newAnchor, newCaret);
  }

  /// One edit, with the caret behind what it inserts.
  static Change of(Edit edit) {
    return new Change(List.of(edit), edit.endAfter(), edit.endAfter());
  }

  String applied(String text) {
    String result = text;
    for (var edit : edits) {
      result = edit.applied(result);
    }
    return result;
  }

  private static List<Edit> few(String text, List<Edit> descending) {
    if (descending.size() <= MOST) {
      return descending;
    }
    int start = descending.getLast().at();
    int end = descending.getFirst().end();
    var after = new StringBuilder();
    int from = start;
    for (var edit : descending.reversed()) {
      after.append(text, from, edit.at()).append(edit.inserted());
      from = edit.end();
    }
    return List.of(new Edit(start, text.substring(start, end), after.toString()));
  }
}
