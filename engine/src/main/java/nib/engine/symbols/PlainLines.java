package nib.engine.symbols;

import java.util.Arrays;
import nib.engine.objectfile.elf.PlainElf;

/// The lines that `nm` writes for the symbols of a plain object. For one thread.
final class PlainLines {

  private static final int DIGITS = 16;

  private final boolean sorted;
  private final Order order = new Order();
  private int[] rows = new int[256];

  PlainLines(boolean sorted) {
    this.sorted = sorted;
  }

  void add(ByteText text, PlainElf object) {
    int listed = listed(object);
    if (sorted) {
      order.sort(object, rows, listed);
    }
    for (int i = 0; i < listed; i++) {
      line(text, object, rows[i]);
    }
  }

  private int listed(PlainElf object) {
    int count = object.count();
    if (rows.length < count) {
      rows = new int[Math.max(count, 2 * rows.length)];
    }
    int listed = 0;
    for (int row = 0; row < count; row++) {
      if (!object.isLayout(row) && !object.isMark(row)) {
        rows[listed++] = row;
      }
    }
    return listed;
  }

  private static void line(ByteText text, PlainElf object, int row) {
    if (object.undefined(row)) {
      text.noValueAndLetter(' ', DIGITS, (char) object.letter(row));
    } else {
      text.valueAndLetter(shown(object, row), DIGITS, (char) object.letter(row));
    }
    text.add(object.nameBytes(), object.nameAt(row), object.nameLength(row)).add('\n');
  }

  /// Of a common symbol its size.
  private static long shown(PlainElf object, int row) {
    return object.letter(row) == 'C' ? object.sizeOf(row) : object.value(row);
  }

  private static final class Order extends NameOrder {

    private PlainElf object = PlainElf.NONE;
    private long[] starts = new long[256];

    void sort(PlainElf of, int[] rows, int count) {
      object = of;
      if (starts.length < of.count()) {
        starts = new long[Math.max(of.count(), 2 * starts.length)];
      }
      for (int i = 0; i < count; i++) {
        starts[rows[i]] = of.start(rows[i]);
      }
      sort(rows, count, starts);
    }

    @Override
    int compareNames(int one, int other) {
      int at = object.nameAt(one);
      int otherAt = object.nameAt(other);
      return Arrays.compareUnsigned(
          object.nameBytes(),
          at,
          at + object.nameLength(one),
          object.nameBytes(),
          otherAt,
          otherAt + object.nameLength(other));
    }

    @Override
    long size(int row) {
      return object.sizeOf(row);
    }

    @Override
    long value(int row) {
      return object.undefined(row) ? 0 : shown(object, row);
    }
  }
}
