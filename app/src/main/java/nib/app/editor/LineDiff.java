package nib.app.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nib.engine.text.Difference;

/// What two texts differ in, by lines: Myers' shortest edit script ("An O(ND) difference
/// algorithm", 1986), given up for one large difference where the texts have little in common.
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

  private static final int MOST_DIFFERENCES = 400;

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
    for (var hunk : diff.hunks()) {
      diff.same(rows, from, hunk.start(), hunk.startAfter() - hunk.start());
      for (int at = hunk.start(); at < hunk.end(); at++) {
        rows.add(new Row(Kind.REMOVED, shown(diff.before.get(at)), at + 1, 0));
      }
      for (int at = hunk.startAfter(); at < hunk.endAfter(); at++) {
        rows.add(new Row(Kind.ADDED, shown(diff.after.get(at)), 0, at + 1));
      }
      from = hunk.end();
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
    for (var hunk : diff.hunks()) {
      for (; line < hunk.start(); line++) {
        offset += diff.before.get(line).length();
      }
      String removed = String.join("", diff.before.subList(hunk.start(), hunk.end()));
      String added = String.join("", diff.after.subList(hunk.startAfter(), hunk.endAfter()));
      for (var edit : Edit.between(removed, added)) {
        edits.add(new Edit(offset + edit.at(), edit.removed(), edit.inserted()));
      }
    }
    return edits;
  }

  private record Hunk(int start, int end, int startAfter, int endAfter) {}

  private void same(List<Row> rows, int from, int to, int shift) {
    for (int at = from; at < to; at++) {
      rows.add(new Row(Kind.SAME, shown(before.get(at)), at + 1, at + shift + 1));
    }
  }

  private List<Hunk> hunks() {
    var other = Difference.between(before, after);
    return other.isEmpty() ? List.of() : between(other.start(), other.end(), other.endAfter());
  }

  /// The hunks of the middles, which begin at the same line of both texts.
  private List<Hunk> between(int head, int end, int endAfter) {
    int width = end - head;
    int height = endAfter - head;
    int most = Math.min(MOST_DIFFERENCES, width + height);
    var furthest = new int[2 * most + 3];
    var trace = new ArrayList<int[]>();
    for (int differences = 0; differences <= most; differences++) {
      trace.add(Arrays.copyOf(furthest, furthest.length));
      for (int diagonal = -differences; diagonal <= differences; diagonal += 2) {
        int at = diagonal + most + 1;
        boolean down =
            diagonal == -differences
                || (diagonal != differences && furthest[at - 1] < furthest[at + 1]);
        int x = down ? furthest[at + 1] : furthest[at - 1] + 1;
        int y = x - diagonal;
        while (x < width && y < height && before.get(head + x).equals(after.get(head + y))) {
          x++;
          y++;
        }
        furthest[at] = x;
        if (x >= width && y >= height) {
          return walked(trace, differences, width, height, head);
        }
      }
    }
    return List.of(new Hunk(head, end, head, endAfter));
  }

  /// Walks back along the shortest script and gathers steps that touch.
  private static List<Hunk> walked(
      List<int[]> trace, int differences, int width, int height, int head) {
    var hunks = new ArrayList<Hunk>();
    int middle = trace.getFirst().length / 2;
    int x = width;
    int y = height;
    for (int left = differences; left > 0; left--) {
      int[] furthest = trace.get(left);
      int diagonal = x - y;
      int at = diagonal + middle;
      boolean down = diagonal == -left || (diagonal != left && furthest[at - 1] < furthest[at + 1]);
      int fromX = furthest[down ? at + 1 : at - 1];
      int fromY = fromX - (down ? diagonal + 1 : diagonal - 1);
      int toX = down ? fromX : fromX + 1;
      int toY = down ? fromY + 1 : fromY;
      var step = new Hunk(head + fromX, head + toX, head + fromY, head + toY);
      if (!hunks.isEmpty()
          && hunks.getLast().start() == step.end()
          && hunks.getLast().startAfter() == step.endAfter()) {
        var next = hunks.removeLast();
        step = new Hunk(step.start(), next.end(), step.startAfter(), next.endAfter());
      }
      hunks.add(step);
      x = fromX;
      y = fromY;
    }
    return hunks.reversed();
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
