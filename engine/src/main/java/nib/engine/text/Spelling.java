package nib.engine.text;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/// Finds the names that somebody may have meant, for all the mistakes of one kind in one place.
///
/// A search looks at every name of about the length, so it is not done for ever: who has hundreds
/// of unknown names in one module has another mistake.
public final class Spelling {

  private static final int MOST_SEARCHES = 200;
  private static final int MOST_NAMES = 3;

  /// In characters; a single letter is near to every other.
  private static final int SHORTEST_NAME = 2;

  /// In characters; nobody writes a longer name by mistake.
  private static final int LONGEST_NAME = 100;

  private int searches;

  /// The nearest first, three at most; equally near ones in alphabetical order.
  public List<String> near(String wanted, Collection<String> names) {
    return near(wanted, () -> new NearestNames(names));
  }

  /// The same among names that are made ready once for many searches.
  public synchronized List<String> near(String wanted, Supplier<NearestNames> names) {
    boolean fit = wanted.length() >= SHORTEST_NAME && wanted.length() <= LONGEST_NAME;
    if (!fit || searches >= MOST_SEARCHES) {
      return List.of();
    }
    searches++;
    return names.get().to(wanted, MOST_NAMES);
  }
}
