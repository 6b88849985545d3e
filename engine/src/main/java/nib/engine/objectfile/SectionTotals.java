package nib.engine.objectfile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nib.engine.objectfile.SectionTotal.Content;

/// Adds up an object file's sections.
public final class SectionTotals {

  /// Where a hostile file gives each of a million sections a name of its own.
  private static final int MOST_NAMES = 4096;

  private static final String OTHERS = "(others)";

  private record Key(String name, Content content) {}

  private final Map<Key, SectionTotal> totals = new LinkedHashMap<>();

  public void add(String name, Content content, long size) {
    var key = new Key(common(name), content);
    if (totals.size() >= MOST_NAMES && !totals.containsKey(key)) {
      key = new Key(OTHERS, content);
    }
    totals.merge(
        key,
        new SectionTotal(key.name(), content, 1, size),
        (one, more) ->
            new SectionTotal(
                one.name(), content, one.count() + more.count(), one.size() + more.size()));
  }

  /// The name without what one function or variable adds to it: `.rela.text._Z3addii` is
  /// `.rela.text`, `.text$add` is `.text`.
  private static String common(String name) {
    int from = 1;
    for (String prefix : new String[] {".rela.", ".rel.", ".gnu.linkonce."}) {
      if (name.startsWith(prefix)) {
        from = prefix.length();
      }
    }
    for (int i = from; i < name.length(); i++) {
      char one = name.charAt(i);
      if (one == '.' || one == '$') {
        return name.substring(0, i);
      }
    }
    return name;
  }

  /// The totals, largest first.
  public List<SectionTotal> largestFirst() {
    var list = new ArrayList<>(totals.values());
    list.sort(
        Comparator.comparingLong(SectionTotal::size)
            .reversed()
            .thenComparing(SectionTotal::name)
            .thenComparing(SectionTotal::content));
    return List.copyOf(list);
  }
}
