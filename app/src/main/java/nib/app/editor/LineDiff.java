package nib.app.editor;

import java.util.ArrayList;
import java.util.List;
import nib.engine.text.LineChange;

/// What two texts differ in, by lines, for people to see and as edits.
final class LineDiff {

  /// A line of both texts, or of one.
  ///
  /// @param before its number in the first text, from one; 0 where it is not there
  /// @param after the same in the second
  record Row(Kind kind, String line, int before, int after) {}

  /// Which text a line belongs to.
  enum Kind {
    SAME,
    REMOVED,
    ADDED
  }

  private final List<String> before;
  private final List<String> after;

  private LineDiff(String before, String after) {
    this.before = lines(before);
    this.after = lines(after);
  }

  /// Every line of both texts in order.
  static List<Row> rows(String before, String after) {
    var diff = new LineDiff(before, after);
    var rows = new ArrayList<Row>();
    int from = 0;
    for (var change : LineChange.between(diff.before, diff.after)) {
      diff.same(rows, from, change.start(), change.startAfter() - change.start());
      for (int at = change.start(); at < change.end(); at++) {
        rows.add(new Row(Kind.REMOVED, shown(diff.before.get(at)), at + 1, 0));
      }
      for (int at = change.startAfter(); at < change.endAfter(); at++) {
        rows.add(new Row(Kind.ADDED, shown(diff.after.get(at)), 0, at + 1));
      }
      from = change.end();
    }
    diff.same(rows, from, diff.before.size(), diff.after.size() - diff.before.size());
    return rows;
  }

  /// The edits that make one text of the other, in order.
  static List<Edit> edits(String before, String after) {
    var diff = new LineDiff(before, after);
    var edits = new ArrayList<Edit>();
    int offset = 0;
    int line = 0;
    for (var change : LineChange.between(diff.before, diff.after)) {
      for (; line < change.start(); line++) {
        offset += diff.before.get(line).length();
      }
      String removed = String.join("", diff.before.subList(change.start(), change.end()));
      String added = String.join("", diff.after.subList(change.startAfter(), change.endAfter()));
      for (var edit : Edit.between(removed, added)) {
        edits.add(new Edit(offset + edit.at(), edit.removed(), edit.inserted()));
      }
    }
    return edits;
  }

  private void same(List<Row> rows, int from, int to, int shift) {
    for (int at = from; at < to; at++) {
      rows.add(new Row(Kind.SAME, shown(before.get(at)), at + 1, at + shift + 1));
    }
  }

  /// The lines with their ends; what is behind the last end is a line, too.
  private static List<String> lines(String text) {
    var lines = new ArrayList<String>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(text.substring(start, end + 1));
      start = end + 1;
    }
    lines.add(text.substring(start));
    return lines;
  }

  private static String shown(String line) {
    return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
  }
}
