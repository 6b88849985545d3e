package nib.engine.assist;

import java.util.ArrayList;
import java.util.List;
import nib.engine.packages.PenModule;
import nib.engine.text.Span;

/// The comments that belong to definitions: those on the lines directly above.
final class Comments {

  private Comments() {}

  /// The text of the comment above a definition, without the signs; empty where there is none.
  ///
  /// @param start where the definition starts
  static String above(PenModule module, int start) {
    String text = module.source().text();
    var lines = new ArrayList<String>();
    int below = start;
    for (int i = OneLine.firstFrom(module.comments(), start) - 1; i >= 0; i--) {
      var comment = module.comments().get(i);
      if (!isDirectlyAbove(text, comment.span(), below)) {
        break;
      }
      lines.addFirst(words(comment.text()));
      below = comment.span().start();
    }
    return String.join("\n", trimmed(lines));
  }

  private static boolean isDirectlyAbove(String text, Span comment, int below) {
    String between = text.substring(comment.end(), below);
    boolean alone =
        text.substring(text.lastIndexOf('\n', comment.start()) + 1, comment.start()).isBlank();
    return alone && between.isBlank() && between.indexOf('\n') == between.lastIndexOf('\n');
  }

  private static String words(String comment) {
    String text = comment.substring(1).stripTrailing();
    return text.startsWith(" ") ? text.substring(1) : text;
  }

  private static List<String> trimmed(List<String> lines) {
    int from = 0;
    int to = lines.size();
    while (from < to && lines.get(from).isBlank()) {
      from++;
    }
    while (to > from && lines.get(to - 1).isBlank()) {
      to--;
    }
    return lines.subList(from, to);
  }
}
