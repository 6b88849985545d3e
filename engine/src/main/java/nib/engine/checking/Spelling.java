package nib.engine.checking;

import java.util.List;
import java.util.stream.Stream;
import nib.engine.text.NearestNames;

/// Finds the names that somebody may have meant.
///
/// A search looks at every name that there is, so it is not done for ever: who has hundreds of
/// unknown names in one module has another mistake.
final class Spelling {

  private static final int MOST_SEARCHES = 200;
  private static final int MOST_NAMES = 3;
  private static final int SHORTEST_NAME = 2;
  private static final int LONGEST_NAME = 100;

  private int searches;

  /// The nearest first; equally near ones in alphabetical order.
  List<String> near(String wanted, Stream<String> names) {
    boolean fit = wanted.length() >= SHORTEST_NAME && wanted.length() <= LONGEST_NAME;
    if (!fit || searches >= MOST_SEARCHES) {
      return List.of();
    }
    searches++;
    return NearestNames.of(wanted, names.distinct().toList(), MOST_NAMES);
  }
}
