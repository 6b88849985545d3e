package nib.engine.checking;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Finds the names that somebody may have meant: those of which few letters differ, and those of
/// which only the case does.
///
/// A search looks at every name that there is, so it is not done for ever: who has hundreds of
/// unknown names in one module has another mistake.
final class Spelling {

  private static final int MOST_SEARCHES = 200;
  private static final int MOST_NAMES = 3;
  private static final int LONGEST_NAME = 100;

  /// One letter in so many may differ.
  private static final int LETTERS_FOR_ONE_EDIT = 3;

  private record Candidate(String name, int distance) {}

  private int searches;

  /// The nearest first; equally near ones in alphabetical order.
  List<String> near(String wanted, Stream<String> names) {
    if (searches >= MOST_SEARCHES || wanted.length() > LONGEST_NAME) {
      return List.of();
    }
    searches++;
    int bound = Math.max(1, wanted.length() / LETTERS_FOR_ONE_EDIT);
    var folded = wanted.toLowerCase(Locale.ROOT);
    return names
        .distinct()
        .filter(name -> Math.abs(name.length() - wanted.length()) <= bound && !name.equals(wanted))
        .map(name -> new Candidate(name, distance(folded, name.toLowerCase(Locale.ROOT))))
        .filter(one -> one.distance() <= bound && one.distance() < wanted.length())
        .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .limit(MOST_NAMES)
        .map(Candidate::name)
        .toList();
  }

  /// Insertions, deletions, replacements and swaps of neighbours.
  private static int distance(String one, String other) {
    var before = new int[other.length() + 1];
    var last = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      var row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      before = last;
      last = row;
    }
    return last[other.length()];
  }
}
