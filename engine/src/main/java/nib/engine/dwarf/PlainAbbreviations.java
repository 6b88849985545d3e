package nib.engine.dwarf;

import java.util.Arrays;
import nib.engine.objectfile.DebugBytes;

/// A table of abbreviations as compilers number them, one after the other, for [PlainEntries]
/// ([Abbreviations] reads every table). What an entry of a kind would be too unusual for is known
/// here already: the kind is [#ODD].
final class PlainAbbreviations {

  // A row: these, then three numbers for each attribute: its place in the upper half and its form
  // in
  // the lower one, its size or [Form#VARIES], and its value where no entry tells it.
  static final int TAG = 0;
  static final int CHILDREN = 1;

  /// The size of all attributes together, or [Form#VARIES].
  static final int SIZE = 2;

  /// Where the sibling's offset stands behind the code, [Form#VARIES] where there is none, or
  /// [#SOMEWHERE].
  static final int SIBLING_AT = 3;

  /// Behind something of no fixed size.
  static final int SOMEWHERE = -2;

  /// Where the name stands behind the code, or [Form#VARIES], and its form.
  static final int NAME_AT = 4;

  static final int NAME_FORM = 5;

  /// What the entry is to the search for functions.
  static final int ROLE = 6;

  /// Where the row ends.
  static final int END = 7;

  static final int ATTRIBUTES = 8;

  /// The kind of an entry that is not read here.
  static final int ODD = -1;

  // Roles: nothing that is looked for; a function with its name; one that tells in another entry
  // what it is; one that does not count.
  static final int NOTHING = 0;
  static final int NAMED = 1;
  static final int COPY = 2;
  static final int PASSED = 3;

  private static final Form.Shape SHAPE = new Form.Shape(5, 4, 8);
  private static final int MOST_ATTRIBUTES = 64;

  /// The sizes of values by their forms, those that are read here; [#ODD] for others.
  private static final int[] SIZES = new int[0x2d];

  static {
    for (int form = 0; form < SIZES.length; form++) {
      int size = Form.size(form, SHAPE);
      boolean varies =
          Form.isNumber(form)
              || form == Form.STRING
              || form == Form.EXPRLOC
              || form == Form.BLOCK1
              || form == Form.BLOCK;
      boolean alone = form != Form.DATA16 && form != Form.REF_SUP4 && form != Form.REF_SUP8;
      SIZES[form] = size >= 0 && alone ? size : varies ? Form.VARIES : ODD - 1;
    }
  }

  private byte[] bytes = {};
  private int at;
  private int end;
  private int[] rows = new int[256];
  private int[] pool = new int[1 << 13];
  private int count;
  private int used;

  // Of the row that is being read.
  private long present;
  private boolean odd;

  /// The numbers that rows are made of.
  int[] numbers() {
    return pool;
  }

  /// Where the row of each code starts; 0 is no code.
  int[] rows() {
    return rows;
  }

  /// One more than the highest code.
  int limit() {
    return count + 1;
  }

  /// Reads the table `offset` bytes into its section and returns its size.
  int read(DebugBytes debug, int offset) throws NotPlainException {
    bytes = debug.array(DebugBytes.ABBREV);
    int from = debug.start(DebugBytes.ABBREV);
    end = debug.end(DebugBytes.ABBREV);
    NotPlainException.unless(offset >= 0 && offset < end - from);
    at = from + offset;
    count = 0;
    used = 0;
    for (int code = uleb(); code != 0; code = uleb()) {
      NotPlainException.unless(code == count + 1);
      if (code == rows.length) {
        rows = Arrays.copyOf(rows, 2 * code);
      }
      rows[code] = used;
      count = code;
      row();
    }
    return at - from - offset;
  }

  /// A number in one or two bytes.
  private int uleb() throws NotPlainException {
    NotPlainException.unless(at < end);
    int first = bytes[at++];
    if (first >= 0) {
      return first;
    }
    NotPlainException.unless(at < end && bytes[at] >= 0);
    return (first & 0x7f) | bytes[at++] << 7;
  }

  private void row() throws NotPlainException {
    int row = used;
    if (pool.length - row < ATTRIBUTES + 3 * MOST_ATTRIBUTES) {
      pool = Arrays.copyOf(pool, 2 * pool.length);
    }
    int tag = uleb();
    NotPlainException.unless(at < end);
    int[] numbers = pool;
    numbers[row + CHILDREN] = bytes[at++];
    numbers[row + SIBLING_AT] = Form.VARIES;
    numbers[row + NAME_AT] = Form.VARIES;
    present = 0;
    odd = tag == 0;
    int next = row + ATTRIBUTES;
    int last = next + 3 * MOST_ATTRIBUTES;
    int size = 0;
    while (true) {
      int code = uleb();
      int form = uleb();
      int implicit = form == Form.IMPLICIT_CONST ? sleb() : 1;
      if (code == 0 && form == 0) {
        break;
      }
      NotPlainException.unless(next < last);
      int fixed = form < SIZES.length ? SIZES[form] : ODD - 1;
      int place = Attribute.of(code);
      odd |= fixed < Form.VARIES;
      if (place >= 0) {
        keep(row, place, form, size);
      }
      numbers[next] = place << Abbreviations.FORM_BITS | form;
      numbers[next + 1] = fixed;
      numbers[next + 2] = implicit;
      next += 3;
      size = size < 0 || fixed < 0 ? Form.VARIES : size + fixed;
    }
    // Where a sibling is told before something of no fixed size, it is not always gone by.
    odd |= size < 0 && numbers[row + SIBLING_AT] >= 0;
    numbers[row + SIZE] = size;
    numbers[row + ROLE] = tag == Tag.SUBPROGRAM ? role() : NOTHING;
    numbers[row + TAG] = odd ? ODD : tag;
    numbers[row + END] = next;
    used = next;
  }

  /// A signed number in up to four bytes.
  private int sleb() throws NotPlainException {
    int number = 0;
    for (int shift = 0; shift < 28; shift += 7) {
      NotPlainException.unless(at < end);
      int more = bytes[at++];
      number |= (more & 0x7f) << shift;
      if (more >= 0) {
        int above = Integer.SIZE - 7 - shift;
        return number << above >> above;
      }
    }
    throw new NotPlainException();
  }

  /// Notes an attribute that matters, `before` bytes behind the code.
  private void keep(int row, int place, int form, int before) {
    present |= 1L << place;
    switch (place) {
      case Attribute.NAME -> {
        odd |= !isText(form);
        pool[row + NAME_AT] = before;
        pool[row + NAME_FORM] = form;
      }
      case Attribute.SIBLING -> {
        odd |= form != Form.REF4;
        pool[row + SIBLING_AT] = before < 0 ? SOMEWHERE : before;
      }
      case Attribute.PRODUCER, Attribute.COMP_DIR -> odd |= !isText(form);
      case Attribute.TYPE, Attribute.ABSTRACT_ORIGIN -> odd |= form != Form.REF4;
      case Attribute.EXTERNAL,
          Attribute.DECLARATION,
          Attribute.PROTOTYPED,
          Attribute.ARTIFICIAL,
          Attribute.VARIABLE_PARAMETER ->
          odd |= form != Form.FLAG_PRESENT;
      case Attribute.GNU_VECTOR, Attribute.SIGNATURE, Attribute.CONTAINING_TYPE -> odd = true;
      default -> {}
    }
  }

  private static boolean isText(int form) {
    return form == Form.STRP
        || form == Form.STRX1
        || form == Form.LINE_STRP
        || form == Form.STRING
        || form == Form.STRX2;
  }

  private boolean has(int place) {
    return (present & 1L << place) != 0;
  }

  /// What a function's entry with these attributes is to the search.
  private int role() {
    if (has(Attribute.DECLARATION)) {
      return PASSED;
    }
    odd |= has(Attribute.LINKAGE_NAME) || has(Attribute.SPECIFICATION);
    return has(Attribute.ABSTRACT_ORIGIN)
        ? COPY
        : has(Attribute.EXTERNAL) && has(Attribute.NAME) ? NAMED : PASSED;
  }
}
