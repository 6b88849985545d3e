package nib.engine.dwarf;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import nib.engine.binary.MalformedFileException;
import nib.engine.objectfile.DebugSection;

/// One table of abbreviations: the kinds of entries in a unit (DWARF 5, section 7.5.3). Each is a
/// row of numbers, so that reading an entry is a walk along its row.
final class Abbreviations {

  // A row: these, then for each attribute its place and form, and which implicit constant it is.
  static final int TAG = 0;
  static final int CHILDREN = 1;

  /// The size of all attributes together, or [Form#VARIES].
  static final int SIZE = 2;

  /// Where the sibling's offset stands behind the code, if that is fixed and 4 bytes; otherwise
  /// [Form#VARIES].
  static final int SIBLING_AT = 3;

  static final int COUNT = 4;
  static final int ATTRIBUTES = 5;

  /// An attribute's first number: its place in the upper half, its form in the lower one.
  static final int FORM_BITS = 16;

  private static final int MOST_FORM = 0xffff;

  private final Form.Shape shape;
  private final Cursor in;

  private int[] pool = new int[1024];
  private int used;
  private long[] constants = new long[16];
  private int constantCount;
  private long[] codes = new long[128];
  private int[] rows = new int[128];
  private int count;
  private final Map<Long, Integer> scattered = new HashMap<>();

  private Abbreviations(DebugSection section, int at, Form.Shape shape) {
    this.in = new Cursor(section.bytes(), false, section::malformed);
    this.in.at = at;
    this.shape = shape;
  }

  static Abbreviations read(DebugSection section, long at, Form.Shape shape, Budget budget)
      throws MalformedFileException {
    if (at < 0 || at >= section.bytes().length) {
      throw section.malformed(0, "abbreviations at %s".formatted(Long.toUnsignedString(at)));
    }
    var table = new Abbreviations(section, (int) at, shape);
    table.read();
    budget.spend(table.in.at - at);
    return table;
  }

  /// The numbers that rows are made of.
  int[] numbers() {
    return pool;
  }

  long constant(int index) {
    return constants[index];
  }

  /// Where the row of `code` starts, or -1.
  int row(long code) {
    long index = code - 1;
    if (index >= 0 && index < count && codes[(int) index] == code) {
      return rows[(int) index];
    }
    return scattered.getOrDefault(code, -1);
  }

  private void read() throws MalformedFileException {
    for (long code = in.uleb(); code != 0; code = in.uleb()) {
      if (count == codes.length) {
        codes = Arrays.copyOf(codes, 2 * count);
        rows = Arrays.copyOf(rows, 2 * count);
      }
      codes[count] = code;
      rows[count] = used;
      if (code != count + 1L) {
        scattered.putIfAbsent(code, used);
      }
      count++;
      readRow();
    }
  }

  private void readRow() throws MalformedFileException {
    int row = used;
    add((int) Math.min(in.uleb(), Integer.MAX_VALUE));
    add(in.u8());
    add(0);
    add(Form.VARIES);
    add(0);
    int size = 0;
    int sibling = Form.VARIES;
    int attributes = 0;
    while (true) {
      long attribute = in.uleb();
      long form = in.uleb();
      long implicit = form == Form.IMPLICIT_CONST ? in.sleb() : 0;
      if (attribute == 0 && form == 0) {
        break;
      }
      int place = Attribute.of(attribute);
      int known = (int) Math.min(form & Long.MAX_VALUE, MOST_FORM);
      if (place == Attribute.SIBLING && known == Form.REF4) {
        sibling = size;
      }
      int fixed = Form.size(known, shape);
      size = size == Form.VARIES || fixed == Form.VARIES ? Form.VARIES : size + fixed;
      add(place << FORM_BITS | known);
      add(form == Form.IMPLICIT_CONST ? constant(implicit) : 0);
      attributes++;
    }
    pool[row + SIZE] = size;
    pool[row + SIBLING_AT] = sibling;
    pool[row + COUNT] = attributes;
  }

  private void add(int number) {
    if (used == pool.length) {
      pool = Arrays.copyOf(pool, 2 * used);
    }
    pool[used++] = number;
  }

  private int constant(long value) {
    if (constantCount == constants.length) {
      constants = Arrays.copyOf(constants, 2 * constantCount);
    }
    constants[constantCount] = value;
    return constantCount++;
  }
}
