package nib.engine.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nib.engine.linkage.MemberChange.SymbolChange;
import nib.engine.objectfile.ObjectFile;
import nib.engine.objectfile.Symbol;
import nib.engine.objectfile.Symbol.Kind;
import nib.engine.objectfile.SymbolTable;
import nib.engine.symbols.NmMarks;

/// Holds the symbols of two object files against each other, by name.
final class SymbolComparison {

  private final Side before;
  private final Side after;
  private final List<SymbolChange> changes = new ArrayList<>();

  private SymbolComparison(ObjectFile before, ObjectFile after) {
    this.before = new Side(before);
    this.after = new Side(after);
  }

  /// The differences in the order of names' bytes.
  static List<SymbolChange> changes(ObjectFile before, ObjectFile after) {
    var comparison = new SymbolComparison(before, after);
    comparison.merge();
    return comparison.changes;
  }

  private void merge() {
    int one = 0;
    int other = 0;
    while (one < before.order.length || other < after.order.length) {
      int order = order(one, other);
      if (order < 0) {
        changes.add(new SymbolChange.Removed(before.at(one++)));
      } else if (order > 0) {
        changes.add(new SymbolChange.Added(after.at(other++)));
      } else {
        compare(one++, other++);
      }
    }
  }

  private int order(int one, int other) {
    if (one == before.order.length) {
      return 1;
    }
    return other == after.order.length
        ? -1
        : Arrays.compareUnsigned(before.name(one), after.name(other));
  }

  private void compare(int one, int other) {
    int a = before.order[one];
    int b = after.order[other];
    var old = before.symbols;
    var young = after.symbols;
    boolean same =
        old.letter(a) == young.letter(b)
            && old.sizeOf(a) == young.sizeOf(b)
            && old.kind(a) == young.kind(b)
            && old.binding(a) == young.binding(b)
            && old.visibility(a) == young.visibility(b)
            && old.definition(a) == young.definition(b);
    if (!same) {
      changes.add(new SymbolChange.Changed(old.get(a), young.get(b)));
    }
  }

  /// The symbols of one object file that stand for something in the program, by name.
  private static final class Side {

    final SymbolTable symbols;
    final Integer[] order;

    Side(ObjectFile object) {
      symbols = object.symbols();
      var marks = new NmMarks(object);
      var shown = new ArrayList<Integer>();
      for (int i = 0; i < symbols.size(); i++) {
        if (!marks.hides(i) && symbols.kind(i) != Kind.SECTION) {
          shown.add(i);
        }
      }
      order = shown.toArray(Integer[]::new);
      Arrays.sort(order, symbols::compareNames);
    }

    Symbol at(int position) {
      return symbols.get(order[position]);
    }

    byte[] name(int position) {
      int index = order[position];
      var name = new byte[symbols.nameLength(index)];
      symbols.copyName(index, name, 0);
      return name;
    }
  }
}
