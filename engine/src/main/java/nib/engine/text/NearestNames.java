package nib.engine.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Finds the names that somebody may have meant.
///
/// Names are near when few letters differ (insertions, deletions, replacements and swaps of
/// neighbours: Damerau-Levenshtein), and always when only case and underscores do: `addNumbers` is
/// near `add_numbers`, and `_add` near `add`.
public final class NearestNames {

  /// One letter in so many may differ.
  private static final int LETTERS_FOR_ONE_EDIT = 3;

  /// A name with its edits, first as they count, then as it is spelled.
  private record Candidate(String name, int distance, int spelled) {

    private static final Comparator<Candidate> NEAREST_FIRST =
        Comparator.comparingInt(Candidate::distance)
            .thenComparingInt(Candidate::spelled)
            .thenComparing(Candidate::name);
  }

  /// Names by their length, and by that of their folded form; none of another length is near.
  private final NavigableMap<Integer, List<String>> byLength = new TreeMap<>();

  private final NavigableMap<Integer, List<String>> byFoldedLength = new TreeMap<>();

  /// Prepares a look into `names`, which may be hundreds of thousands and wanted more than once.
  public NearestNames(Collection<String> names) {
    for (String name : names) {
      file(byLength, name.length(), name);
      file(byFoldedLength, folded(name).length(), name);
    }
  }

  private static void file(NavigableMap<Integer, List<String>> drawers, int length, String name) {
    drawers.computeIfAbsent(length, _ -> new ArrayList<>()).add(name);
  }

  /// At most `most` of the names, the nearest first, equally near ones in alphabetical order.
  public static List<String> of(String wanted, Collection<String> names, int most) {
    return new NearestNames(names).to(wanted, most);
  }

  /// At most `most` of the names, the nearest first, equally near ones in alphabetical order.
  public List<String> to(String wanted, int most) {
    int bound = Math.max(1, wanted.length() / LETTERS_FOR_ONE_EDIT);
    String wantedFolded = folded(wanted);
    return Stream.concat(
            within(byLength, wanted.length(), bound),
            within(byFoldedLength, wantedFolded.length(), bound))
        .distinct()
        .map(name -> candidate(wanted, wantedFolded, name, bound))
        .filter(candidate -> candidate.distance() <= bound)
        .sorted(Candidate.NEAREST_FIRST)
        .limit(most)
        .map(Candidate::name)
        .toList();
  }

  private static Stream<String> within(
      NavigableMap<Integer, List<String>> drawers, int length, int bound) {
    return drawers.subMap(length - bound, true, length + bound, true).values().stream()
        .flatMap(List::stream);
  }

  /// Differences in case and underscores count as one letter, however many there are.
  private static Candidate candidate(String wanted, String wantedFolded, String name, int bound) {
    int spelled = edits(wanted, name, bound);
    String folded = folded(name);
    boolean anyLetters = !folded.isEmpty() && !wantedFolded.isEmpty();
    int loosely = anyLetters ? 1 + edits(wantedFolded, folded, bound) : bound + 1;
    return new Candidate(name, Math.min(spelled, loosely), spelled);
  }

  private static String folded(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  /// The number of edits from `a` to `b`, or some number above `bound`.
  private static int edits(String a, String b, int bound) {
    if (Math.abs(a.length() - b.length()) > bound) {
      return bound + 1;
    }
    var beforeLast = new int[b.length() + 1];
    var last = new int[b.length() + 1];
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      if (least > bound) {
        return bound + 1;
      }
      var free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
