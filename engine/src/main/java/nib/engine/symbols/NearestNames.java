package nib.engine.symbols;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

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

  private NearestNames() {}

  /// At most `most` of the names, the nearest first, equally near ones in alphabetical order.
  public static List<String> of(String wanted, Collection<String> names, int most) {
    int bound = Math.max(1, wanted.length() / LETTERS_FOR_ONE_EDIT);
    String wantedFolded = folded(wanted);
    return names.stream()
        .distinct()
        .map(name -> candidate(wanted, wantedFolded, name, bound))
        .filter(candidate -> candidate.distance() <= bound)
        .sorted(Candidate.NEAREST_FIRST)
        .limit(most)
        .map(Candidate::name)
        .toList();
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
