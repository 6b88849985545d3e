package nib.engine.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Lines of one text that stand in the place of lines of another. Lines are counted from zero.
///
/// @param start where the lines that go begin in the first text
/// @param end where they end in it
/// @param startAfter where the lines that come begin in the second text
/// @param endAfter where they end in it
public record LineChange(int start, int end, int startAfter, int endAfter) {

  /// What makes one text of the other, in order: Myers' shortest edit script ("An O(ND) difference
  /// algorithm", 1986), given up for one large change where the texts have little in common.
  public static List<LineChange> between(List<String> before, List<String> after) {
    var other = Difference.between(before, after);
    return other.isEmpty()
        ? List.of()
        : new Search(before, after).middle(other.start(), other.end(), other.endAfter());
  }

  private record Search(List<String> before, List<String> after) {

    private static final int MOST_DIFFERENCES = 400;

    /// The changes of the middles, which begin at the same line of both texts.
    private List<LineChange> middle(int head, int end, int endAfter) {
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
      return List.of(new LineChange(head, end, head, endAfter));
    }

    /// Walks back along the shortest script and gathers steps that touch.
    private static List<LineChange> walked(
        List<int[]> trace, int differences, int width, int height, int head) {
      var changes = new ArrayList<LineChange>();
      int middle = trace.getFirst().length / 2;
      int x = width;
      int y = height;
      for (int left = differences; left > 0; left--) {
        int[] furthest = trace.get(left);
        int diagonal = x - y;
        int at = diagonal + middle;
        boolean down =
            diagonal == -left || (diagonal != left && furthest[at - 1] < furthest[at + 1]);
        int fromX = furthest[down ? at + 1 : at - 1];
        int fromY = fromX - (down ? diagonal + 1 : diagonal - 1);
        int toX = down ? fromX : fromX + 1;
        int toY = down ? fromY + 1 : fromY;
        var step = new LineChange(head + fromX, head + toX, head + fromY, head + toY);
        if (!changes.isEmpty()
            && changes.getLast().start() == step.end()
            && changes.getLast().startAfter() == step.endAfter()) {
          var next = changes.removeLast();
          step = new LineChange(step.start(), next.end(), step.startAfter(), next.endAfter());
        }
        changes.add(step);
        x = fromX;
        y = fromY;
      }
      return changes.reversed();
    }
  }
}
