package nib.engine.dwarf;

import static nib.engine.dwarf.NotPlainException.unless;

import java.util.Arrays;
import nib.engine.binary.LittleEndian;
import nib.engine.binary.RawText;
import nib.engine.objectfile.DebugBytes;

/// Reads the entries of a member's only unit: DWARF 5 with offsets of 32 bits and addresses of 64,
/// as compilers write it for C. [EntryReader] reads every unit, [PlainSignatures] says what this is
/// for.
///
/// It holds the entry that was read last.
final class PlainEntries {

  private static final int FREE = 1 << 19;
  private static final int FACTOR = 8;

  private static final int HEADER = 12;
  private static final int COMPILE = 0x01; // DW_UT_compile
  private static final int COMPILE_UNIT = 0x11; // DW_TAG_compile_unit

  private final PlainAbbreviations abbreviations = new PlainAbbreviations();
  private DebugBytes debug = new DebugBytes();
  private byte[] bytes = {};
  private int start;
  private int first;
  private int limit;
  private int[] pool = {};
  private int[] rows = {};
  private int codes;
  private long strOffsetsBase;

  /// What may still be done, so that a small hostile file takes little: less than [Budget] allows.
  private int left;

  // The entry.
  private int tag;
  private boolean children;
  private int end;
  private long present;
  private final long[] value = new long[Attribute.COUNT_OF_ALL];
  private final int[] form = new int[Attribute.COUNT_OF_ALL];

  // A text.
  private byte[] texts = {};
  private int textAt;
  private int textEnd;

  /// Begins with a member's unit and reads its first entry.
  void open(DebugBytes other) throws NotPlainException {
    debug = other;
    bytes = debug.array(DebugBytes.INFO);
    start = debug.start(DebugBytes.INFO);
    int size = debug.end(DebugBytes.INFO) - start;
    unless(size > HEADER && debug.ended(DebugBytes.STR) && debug.ended(DebugBytes.LINE_STR));
    int length = i32(start);
    unless(length > HEADER - 4 && length == size - 4);
    boolean usual = i16(start + 4) == 5 && bytes[start + 6] == COMPILE && bytes[start + 7] == 8;
    unless(usual);
    limit = start + 4 + length;
    first = start + HEADER;
    left = FREE + FACTOR * size;
    spend(abbreviations.read(debug, i32(start + 8)));
    pool = abbreviations.numbers();
    rows = abbreviations.rows();
    codes = abbreviations.limit();
    strOffsetsBase = 8;
    read(first);
    unless(tag == COMPILE_UNIT && children);
    strOffsetsBase = number(Attribute.STR_OFFSETS_BASE, strOffsetsBase);
  }

  int tag() {
    return tag;
  }

  boolean hasChildren() {
    return children;
  }

  /// Where the entry's attributes end.
  int end() {
    return end;
  }

  /// The entry's number for others, as [TypeId] has it.
  int offset(int at) {
    return at - debug.start(DebugBytes.INFO);
  }

  void spend(int work) throws NotPlainException {
    left -= work;
    unless(left >= 0);
  }

  /// The row of the entry at `at`; -1 for the one that ends a list.
  int row(int at) throws NotPlainException {
    unless(at < limit);
    int code = bytes[at];
    if (code < 0) {
      unless(at + 1 < limit && bytes[at + 1] > 0);
      code = (code & 0x7f) | bytes[at + 1] << 7;
    }
    unless(code < codes);
    return code == 0 ? -1 : rows[code];
  }

  /// The length of the code of the entry at `at`, which was looked up.
  int codeLength(int at) {
    return bytes[at] < 0 ? 2 : 1;
  }

  /// Reads the entry at `at` with its attributes.
  void read(int at) throws NotPlainException {
    int row = row(at);
    present = 0;
    int here = at + codeLength(at);
    if (row < 0) {
      tag = Tag.NONE;
      children = false;
      end = here;
      return;
    }
    int[] numbers = pool;
    tag = numbers[row + PlainAbbreviations.TAG];
    unless(tag != PlainAbbreviations.ODD);
    children = numbers[row + PlainAbbreviations.CHILDREN] != 0;
    int last = numbers[row + PlainAbbreviations.END];
    spend(1 + last - row);
    for (int one = row + PlainAbbreviations.ATTRIBUTES; one < last; one += 3) {
      int place = numbers[one] >> Abbreviations.FORM_BITS;
      int size = numbers[one + 1];
      int next = size >= 0 ? here + size : behind(numbers[one] & Abbreviations.FORM, here);
      unless(next <= limit);
      if (place >= 0) {
        int itsForm = numbers[one] & Abbreviations.FORM;
        present |= 1L << place;
        form[place] = itsForm;
        value[place] = size == 0 ? numbers[one + 2] : value(itsForm, here, size);
      }
      here = next;
    }
    end = here;
  }

  private long value(int itsForm, int at, int size) throws NotPlainException {
    return switch (size) {
      case 1 -> bytes[at] & 0xff;
      case 2 -> i16(at);
      case 3 -> i16(at) | (bytes[at + 2] & 0xff) << 16;
      case 4 -> i32(at) & 0xffff_ffffL;
      case 8 -> LittleEndian.i64(bytes, at);
      default -> itsForm == Form.STRING ? at : Form.isNumber(itsForm) ? number(itsForm, at) : 0;
    };
  }

  /// A number in base 128 that is no longer than four bytes.
  private long number(int itsForm, int from) throws NotPlainException {
    int number = 0;
    for (int shift = 0, at = from; shift < 28; shift += 7, at++) {
      int more = bytes[at];
      number |= (more & 0x7f) << shift;
      if (more >= 0) {
        int above = Integer.SIZE - 7 - shift;
        return itsForm == Form.SDATA ? number << above >> above : number;
      }
    }
    throw new NotPlainException();
  }

  /// Where a value of this form ends whose size the bytes tell.
  private int behind(int itsForm, int at) throws NotPlainException {
    byte[] array = bytes;
    int stop = limit;
    int here = at;
    if (itsForm == Form.STRING) {
      while (here < stop && array[here] != 0) {
        here++;
      }
      return here + 1; // beyond the limit where there is none
    }
    if (itsForm == Form.EXPRLOC || itsForm == Form.BLOCK1 || itsForm == Form.BLOCK) {
      unless(here < stop && array[here] >= 0 && array[here] < stop - here);
      return here + 1 + array[here];
    }
    while (here < stop && array[here] < 0) {
      here++;
    }
    unless(here < stop);
    return here + 1;
  }

  /// Where the entry at `at` ends without its children, whose row is `row`.
  int behindEntry(int at, int row) throws NotPlainException {
    int[] numbers = pool;
    int here = at + codeLength(at);
    int size = numbers[row + PlainAbbreviations.SIZE];
    unless(numbers[row + PlainAbbreviations.TAG] != PlainAbbreviations.ODD);
    if (size >= 0) {
      unless(size <= limit - here);
      return here + size;
    }
    int last = numbers[row + PlainAbbreviations.END];
    for (int one = row + PlainAbbreviations.ATTRIBUTES; one < last; one += 3) {
      size = numbers[one + 1];
      here = size >= 0 ? here + size : behind(numbers[one] & Abbreviations.FORM, here);
      unless(here <= limit);
    }
    return here;
  }

  /// Where the entry at `at`, which is none that ends a list, ends with everything in it. Of a
  /// sibling that is told behind something of no fixed size nothing is known here.
  int behindWhole(int at, int row) throws NotPlainException {
    int[] numbers = pool;
    int next = behindEntry(at, row);
    if (numbers[row + PlainAbbreviations.CHILDREN] == 0) {
      return next;
    }
    int siblingAt = numbers[row + PlainAbbreviations.SIBLING_AT];
    return siblingAt >= 0 ? sibling(next, i32(at + codeLength(at) + siblingAt)) : behindList(next);
  }

  private int sibling(int next, int offset) throws NotPlainException {
    unless(offset > next - start && offset <= limit - start);
    return start + offset;
  }

  /// Where the list of entries that begins at `from` ends.
  private int behindList(int from) throws NotPlainException {
    int here = from;
    int depth = 1;
    int passed = 0;
    while (depth > 0) {
      passed++;
      int row = row(here);
      if (row < 0) {
        depth--;
        here++;
        continue;
      }
      int next = behindEntry(here, row);
      if (pool[row + PlainAbbreviations.CHILDREN] != 0) {
        int siblingAt = pool[row + PlainAbbreviations.SIBLING_AT];
        if (siblingAt >= 0) {
          next = sibling(next, i32(here + codeLength(here) + siblingAt));
        } else {
          depth++;
        }
      }
      here = next;
    }
    spend(passed);
    return here;
  }

  /// Where the entry beside the one that was read last is.
  int next() throws NotPlainException {
    if (!children) {
      return end;
    }
    return has(Attribute.SIBLING) ? sibling(end, (int) value[Attribute.SIBLING]) : behindList(end);
  }

  int[] numbers() {
    return pool;
  }

  boolean has(int attribute) {
    return (present & 1L << attribute) != 0;
  }

  boolean flag(int attribute) {
    return has(attribute) && value[attribute] != 0;
  }

  /// As [EntryReader#number].
  long number(int attribute, long otherwise) {
    return has(attribute) && !Form.isBlock(form[attribute]) ? value[attribute] : otherwise;
  }

  int form(int attribute) {
    return form[attribute];
  }

  /// Where the entry is that an attribute refers to, which is there.
  int reference(int attribute) throws NotPlainException {
    long target = value[attribute];
    unless(target >= first - start && target < limit - start);
    return start + (int) target;
  }

  String string(int attribute) throws NotPlainException {
    if (!has(attribute)) {
      return "";
    }
    return text(form[attribute], value[attribute]);
  }

  private String text(int itsForm, long number) throws NotPlainException {
    find(itsForm, number);
    byte[] array = texts;
    int at = textAt;
    while (at < textEnd && array[at] != 0) {
      at++;
    }
    unless(at < textEnd);
    spend((at - textAt) >> 2);
    return RawText.decode(array, textAt, at - textAt);
  }

  /// Finds where a text is that an attribute tells with `number`.
  private void find(int itsForm, long number) throws NotPlainException {
    int section = DebugBytes.STR;
    long place = number;
    if (itsForm == Form.STRX1 || itsForm == Form.STRX2) {
      int size = debug.end(DebugBytes.STR_OFFSETS) - debug.start(DebugBytes.STR_OFFSETS);
      unless(strOffsetsBase >= 0 && strOffsetsBase <= size);
      unless(number < (size - strOffsetsBase) / 4);
      int at = debug.start(DebugBytes.STR_OFFSETS) + (int) strOffsetsBase + 4 * (int) number;
      place = LittleEndian.i32(debug.array(DebugBytes.STR_OFFSETS), at) & 0xffff_ffffL;
    } else if (itsForm == Form.LINE_STRP) {
      section = DebugBytes.LINE_STR;
    } else if (itsForm == Form.STRING) {
      texts = bytes;
      textAt = (int) number;
      textEnd = limit;
      return;
    }
    textEnd = debug.end(section);
    unless(place < textEnd - debug.start(section));
    texts = debug.array(section);
    textAt = debug.start(section) + (int) place;
  }

  /// Whether one of `names` stands where the name of the entry at `at` is, which has a fixed place.
  boolean isNamed(int at, int row, byte[][] names) throws NotPlainException {
    int place = at + codeLength(at) + pool[row + PlainAbbreviations.NAME_AT];
    int itsForm = pool[row + PlainAbbreviations.NAME_FORM];
    int size = itsForm == Form.STRX1 ? 1 : itsForm == Form.STRX2 ? 2 : 4;
    unless(itsForm == Form.STRING || place <= limit - size);
    find(itsForm, itsForm == Form.STRING ? place : value(itsForm, place, size));
    return among(names) >= 0;
  }

  /// Which of `names` the name of the entry that was read last is; -1 for none.
  int named(byte[][] names) throws NotPlainException {
    if (!has(Attribute.NAME)) {
      return -1;
    }
    find(form[Attribute.NAME], value[Attribute.NAME]);
    return among(names);
  }

  private int among(byte[][] names) {
    byte[] array = texts;
    int at = textAt;
    for (int i = 0; i < names.length; i++) {
      byte[] name = names[i];
      int last = at + name.length;
      if (last < textEnd
          && array[last] == 0
          && array[at + (name.length >> 1)] == name[name.length >> 1]
          && Arrays.equals(array, at, last, name, 0, name.length)) {
        return i;
      }
    }
    return -1;
  }

  private int i16(int at) {
    return LittleEndian.u16(bytes, at);
  }

  private int i32(int at) {
    return LittleEndian.i32(bytes, at);
  }
}
