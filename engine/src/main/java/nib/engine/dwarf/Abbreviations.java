package nib.engine.dwarf;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import nib.engine.binary.MalformedFileException;
import nib.engine.objectfile.DebugSection;

/// One table of abbreviations: the kinds of entries in a unit (DWARF 5, section 7.5.3). Each is a
/// row of numbers, so that reading an entry is a walk along its row.
final class Abbreviations {

  // A row: these, then for each attribute its place and form, and its size or [Form#VARIES]; of an
  // implicit constant, which one it is, counted down from below that.
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

  static final int FORM = 0xffff;

  private static final int MOST_FORM = 0xffff;

  private static final int LEAST = 64;
  private static final int MOST = 1 << 12;

  private final Form.Shape shape;
  private final Cursor in;

  /// A row has no more numbers than its bytes, so that the first room is enough for most tables.
  private int[] pool;

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
    this.pool = new int[Math.clamp(section.bytes().length - at, LEAST, MOST)];
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

  /// The implicit constant of the attribute at `attribute` of the numbers.
  long implicit(int attribute) {
    return constants[Form.VARIES - 1 - pool[attribute + 1]];
  }

  /// Where the row of `code` starts, or -1.
  int row(long code) {
    long index = code - 1;
    if (index >= 0 && index < count && codes[(int) index] == code) {
      return rows[(int) index];
    }
    return scattered.getOrDefault(code, -1);
  }

  /// The same for a code in one byte, as nearly all are: -1 also where only [#row] knows.
  int shortRow(byte code) {
    int index = code - 1;
    return index >= 0 && index < count && codes[index] == code ? rows[index] : -1;
  }

  private void read() throws MalformedFileException {
    for (long code = in.uleb(); code != 0; code = in.uleb()) {
      if (count == codes.length) {
        codes = Arrays.copyOf(codes, 2 * count);
        rows = Arrays.copyOf(rows, 2 * count);
      }
      int row = used;
      readRow();
      int known = pool[row + TAG] == Tag.NONE ? -1 : row; // of no kind: as if it were not there
      codes[count] = code;
      rows[count] = known;
      if (code != count + 1L) {
        scattered.putIfAbsent(code, known);
      }
      count++;
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
      int two = in.two();
      long attribute = two >= 0 ? two >> Byte.SIZE : in.uleb();
      long form = two >= 0 ? two & 0xff : in.uleb();
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
      if (used + 2 > pool.length) {
        pool = Arrays.copyOf(pool, 2 * used);
      }
      pool[used++] = place << FORM_BITS | known;
      pool[used++] = form == Form.IMPLICIT_CONST ? Form.VARIES - 1 - constant(implicit) : fixed;
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
