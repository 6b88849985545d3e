package nib.engine.symbols;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nib.engine.archive.PlainArchive;
import nib.engine.objectfile.elf.PlainElf;

/// The listing of a small archive of plain objects, to the byte as [NmPrinter] writes it.
public final class PlainNm implements PlainReader.Visitor {

  /// Room for the listing of a system library.
  private static final int EXPECTED = 1 << 20;

  private static final int DIGITS = 16;

  private final boolean sorted;
  private final ByteText text = new ByteText(EXPECTED);
  private final Order order = new Order();
  private int[] rows = new int[256];

  /// The names of members that have no symbols.
  private final List<String> empty = new ArrayList<>();

  private PlainNm(boolean sorted) {
    this.sorted = sorted;
  }

  /// Lists the file's members; nothing where it is no small archive of plain objects, or names are
  /// to be shown in another way than the file has them.
  public static Optional<PlainNm> of(Path file, NmPrinter.Style style) {
    if (style.naming().isPresent()) {
      return Optional.empty();
    }
    var listing = new PlainNm(style.sorted());
    return PlainReader.read(file, style.filter(), listing)
        ? Optional.of(listing)
        : Optional.empty();
  }

  @Override
  public void member(PlainArchive archive, PlainElf object) {
    if (object.count() == 0) {
      empty.add(archive.name());
    }
    text.add('\n').add(archive).add(':').add('\n');
    int listed = listed(object);
    if (sorted) {
      order.sort(object, rows, listed);
    }
    for (int i = 0; i < listed; i++) {
      line(object, rows[i]);
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

  private void line(PlainElf object, int row) {
    if (object.undefined(row)) {
      text.noValueAndLetter(' ', DIGITS, (char) object.letter(row));
    } else {
      text.valueAndLetter(shown(object, row), DIGITS, (char) object.letter(row));
    }
    text.add(object.bytes(), object.nameAt(row), object.nameLength(row)).add('\n');
  }

  /// Of a common symbol its size.
  private static long shown(PlainElf object, int row) {
    return object.letter(row) == 'C' ? object.sizeOf(row) : object.value(row);
  }

  /// Writes the listing.
  public void writeTo(OutputStream out) throws IOException {
    text.writeTo(out);
  }

  /// Why members have no more than a heading, as [NmPrinter#remarks] says it.
  ///
  /// @param file the archive
  public List<String> remarks(Path file) {
    var remarks = new ArrayList<String>();
    String name = String.valueOf(file.getFileName());
    for (var member : empty) {
      remarks.add(NmPrinter.withoutSymbols(Library.nameOf(name, member)));
    }
    return remarks;
  }

  private static final class Order extends NameOrder {

    private PlainElf object = PlainElf.NONE;

    void sort(PlainElf of, int[] rows, int count) {
      object = of;
      sort(rows, count, of.starts());
    }

    @Override
    int compareNames(int one, int other) {
      int at = object.nameAt(one);
      int otherAt = object.nameAt(other);
      return Arrays.compareUnsigned(
          object.bytes(),
          at,
          at + object.nameLength(one),
          object.bytes(),
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
