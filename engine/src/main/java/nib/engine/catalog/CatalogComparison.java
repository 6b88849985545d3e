package nib.engine.catalog;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What differs between two catalogs: two versions of a library, or the same for two targets.
/// Members are alike by name, and by position among those of that name.
///
/// @param lines in the order of the first catalog, then what only the other one has; a member
///   before its symbols
/// @param same how many members are the same in both
public record CatalogComparison(
    SymbolCatalog before, SymbolCatalog after, List<Line> lines, int same) {

  /// What stands in the place of a row or a member that a side does not have.
  public static final int NONE = -1;

  /// A member or a symbol that differs, by its numbers in the two catalogs.
  ///
  /// @param rowBefore [#NONE] where the first catalog does not have the symbol, and for members
  public record Line(int memberBefore, int memberAfter, int rowBefore, int rowAfter) {

    public boolean ofMember() {
      return rowBefore == NONE && rowAfter == NONE;
    }

    public Change change() {
      int one = ofMember() ? memberBefore : rowBefore;
      int other = ofMember() ? memberAfter : rowAfter;
      return one == NONE ? Change.ADDED : other == NONE ? Change.REMOVED : Change.CHANGED;
    }
  }

  /// What became of something.
  public enum Change {
    ADDED("+ added"),
    REMOVED("− removed"),
    CHANGED("≠ changed");

    private final String words;

    Change(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  public CatalogComparison {
    lines = List.copyOf(lines);
  }

  /// Compares.
  ///
  /// @throws InterruptedException when this thread was interrupted
  public static CatalogComparison of(SymbolCatalog before, SymbolCatalog after)
      throws InterruptedException {
    var lines = new ArrayList<Line>();
    var others = new HashMap<String, Integer>();
    for (int i = 0; i < after.members().size(); i++) {
      others.putIfAbsent(key(after, i), i);
    }
    int same = 0;
    for (int i = 0; i < before.members().size(); i++) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      Integer other = others.remove(key(before, i));
      if (other == null) {
        lines.add(new Line(i, NONE, NONE, NONE));
      } else if (!compare(before, i, after, other, lines)) {
        same++;
      }
    }
    others.values().stream().sorted().forEach(i -> lines.add(new Line(NONE, i, NONE, NONE)));
    return new CatalogComparison(before, after, lines, same);
  }

  /// The only members of lone object files are alike, whatever they are called.
  private static String key(SymbolCatalog catalog, int number) {
    var member = catalog.members().get(number);
    boolean alone =
        catalog.members().size() == 1
            && member.shown().equals(String.valueOf(fileName(member.file())));
    return alone ? "" : member.occurrence() + " " + member.name();
  }

  private static Path fileName(Path file) {
    var name = file.getFileName();
    return name == null ? file : name;
  }

  /// Adds the member and its symbols, where anything differs.
  private static boolean compare(
      SymbolCatalog before, int one, SymbolCatalog after, int other, List<Line> lines) {
    var symbols = new ArrayList<Line>();
    var waiting = rows(after, other);
    for (int row = before.start(one); row < before.end(one); row++) {
      var like = waiting.get(before.name(row));
      if (like == null || like.isEmpty()) {
        symbols.add(new Line(one, other, row, NONE));
      } else {
        int partner = like.removeFirst();
        if (!Traits.same(before.traits(row), after.traits(partner))
            || before.size(row) != after.size(partner)) {
          symbols.add(new Line(one, other, row, partner));
        }
      }
    }
    waiting.values().stream()
        .flatMap(Deque::stream)
        .sorted()
        .forEach(row -> symbols.add(new Line(one, other, NONE, row)));
    var old = before.members().get(one);
    var fresh = after.members().get(other);
    boolean differs =
        !symbols.isEmpty()
            || old.size() != fresh.size()
            || !old.contentWords().equals(fresh.contentWords());
    if (differs) {
      lines.add(new Line(one, other, NONE, NONE));
      lines.addAll(symbols);
    }
    return differs;
  }

  private static Map<String, Deque<Integer>> rows(SymbolCatalog catalog, int member) {
    var rows = new HashMap<String, Deque<Integer>>();
    for (int row = catalog.start(member); row < catalog.end(member); row++) {
      rows.computeIfAbsent(catalog.name(row), _ -> new ArrayDeque<>()).add(row);
    }
    return rows;
  }
}
