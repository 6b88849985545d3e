package nib.engine.types;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Names that somebody may have meant: those that differ in one letter of three at most (letters
/// left out, added, replaced, or swapped with their neighbours), and those that differ in case
/// only.
public final class Spelling {

  private static final int LETTERS_FOR_ONE_EDIT = 3;

  private record Candidate(String name, int distance) {}

  private Spelling() {}

  /// At most `most` of the names, the nearest first, equally near ones in alphabetical order.
  public static List<String> nearest(String wanted, Collection<String> names, int most) {
    int bound = Math.max(1, wanted.length() / LETTERS_FOR_ONE_EDIT);
    return names.stream()
        .distinct()
        .filter(name -> Math.abs(name.length() - wanted.length()) <= bound)
        .map(name -> new Candidate(name, distance(wanted, name)))
        .filter(one -> one.distance() <= bound)
        .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .limit(most)
        .map(Candidate::name)
        .toList();
  }

  private static int distance(String wanted, String name) {
    return wanted.equalsIgnoreCase(name)
        ? wanted.equals(name) ? 0 : 1
        : edits(wanted.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
  }

  private static int edits(String from, String to) {
    var rows = new int[3][to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      rows[0][j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      var row = rows[i % 3];
      var last = rows[(i + 2) % 3];
      var beforeLast = rows[(i + 1) % 3];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
        if (swapped(from, i, to, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
    }
    return rows[from.length() % 3][to.length()];
  }

  private static boolean swapped(String from, int i, String to, int j) {
    return i > 1
        && j > 1
        && from.charAt(i - 1) == to.charAt(j - 2)
        && from.charAt(i - 2) == to.charAt(j - 1);
  }
}
