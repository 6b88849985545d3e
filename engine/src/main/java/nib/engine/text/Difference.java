package nib.engine.text;

import java.util.List;

/// Where two sequences differ: what is left of both when what they begin with alike and what they
/// end with alike is taken away.
///
/// @param start where they begin to differ
/// @param end where that ends in the first
/// @param endAfter where it ends in the second
public record Difference(int start, int end, int endAfter) {

  /// Whether what stands at two places is the same.
  private interface Same {
    boolean at(int before, int after);
  }

  public static Difference between(String before, String after) {
    return between(
        before.length(), after.length(), (one, other) -> before.charAt(one) == after.charAt(other));
  }

  public static <T> Difference between(List<T> before, List<T> after) {
    return between(
        before.size(), after.size(), (one, other) -> before.get(one).equals(after.get(other)));
  }

  /// Whether there is none.
  public boolean isEmpty() {
    return start == end && start == endAfter;
  }

  private static Difference between(int before, int after, Same same) {
    int most = Math.min(before, after);
    int head = 0;
    while (head < most && same.at(head, head)) {
      head++;
    }
    int tail = 0;
    while (tail < most - head && same.at(before - 1 - tail, after - 1 - tail)) {
      tail++;
    }
    return new Difference(head, before - tail, after - tail);
  }
}
