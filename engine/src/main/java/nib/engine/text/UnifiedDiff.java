package nib.engine.text;

import java.util.ArrayList;
import java.util.List;

/// The unified format of `diff -u`: changes with the lines around them.
public final class UnifiedDiff {

  private static final int CONTEXT = 3;

  private final List<String> before;
  private final List<String> after;
  private final List<String> lines = new ArrayList<>();

  private UnifiedDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /// Hunks with three lines of context; none where the texts are the same.
  ///
  /// @param before the lines of the one text, without their ends
  /// @param after those of the other
  public static List<String> of(List<String> before, List<String> after) {
    var diff = new UnifiedDiff(before, after);
    var hunk = new ArrayList<LineChange>();
    for (var change : LineChange.between(before, after)) {
      if (!hunk.isEmpty() && change.start() - hunk.getLast().end() > 2 * CONTEXT) {
        diff.add(hunk);
        hunk.clear();
      }
      hunk.add(change);
    }
    if (!hunk.isEmpty()) {
      diff.add(hunk);
    }
    return List.copyOf(diff.lines);
  }

  private void add(List<LineChange> hunk) {
    var first = hunk.getFirst();
    var last = hunk.getLast();
    int lead = Math.min(CONTEXT, first.start());
    int tail = Math.min(CONTEXT, before.size() - last.end());
    lines.add(
        "@@ -%s +%s @@"
            .formatted(
                range(first.start() - lead, last.end() + tail),
                range(first.startAfter() - lead, last.endAfter() + tail)));
    int at = first.start() - lead;
    for (var change : hunk) {
      add(" ", before.subList(at, change.start()));
      add("-", before.subList(change.start(), change.end()));
      add("+", after.subList(change.startAfter(), change.endAfter()));
      at = change.end();
    }
    add(" ", before.subList(at, last.end() + tail));
  }

  private void add(String sign, List<String> added) {
    added.forEach(line -> lines.add(sign + line));
  }

  /// Lines are counted from one; a range without lines names the one before it.
  private static String range(int start, int end) {
    int count = end - start;
    int first = count == 0 ? start : start + 1;
    return count == 1 ? String.valueOf(first) : first + "," + count;
  }
}
