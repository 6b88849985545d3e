package nib.engine.dwarf;

import nib.engine.binary.Bytes;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.SoughtNames;
import nib.engine.dwarf.Evidence.Reason;

/// Reads one debugging information entry after the other (DWARF 5, section 7.5), with those of its
/// attributes that matter. It holds the entry that was read last.
final class EntryReader {

  private final Space space;
  private final byte[] bytes;
  private final boolean big;

  private Unit unit;
  private Abbreviations table;
  private EntrySearch search;

  private final Cursor in;
  private int row;
  private int tag;
  private boolean children;
  private int end;
  private long present;
  private final long[] value = new long[Attribute.COUNT_OF_ALL];
  private final int[] form = new int[Attribute.COUNT_OF_ALL];
  private final int[] place = new int[Attribute.COUNT_OF_ALL];

  private final EntryText text;

  EntryReader(Space space, Unit unit) throws MalformedFileException {
    this.space = space;
    this.bytes = space.bytes();
    this.big = space.big();
    this.in = new Cursor(bytes, big, space.complaints());
    this.in.end = unit.end;
    this.text = new EntryText(space);
    this.unit = unit;
    this.table = space.abbreviations(unit);
    this.search = new EntrySearch(this, space);
  }

  /// Goes on in another unit.
  void enter(Unit other) throws MalformedFileException, NoEvidenceException {
    space.open(other);
    enterClosed(other);
  }

  /// Goes on in another unit, of which only the first entry is read.
  void enterClosed(Unit other) throws MalformedFileException {
    if (other != unit) {
      table = space.abbreviations(other);
      unit = other;
      in.end = other.end;
      search = new EntrySearch(this, space);
    }
  }

  Unit unit() {
    return unit;
  }

  Abbreviations table() {
    return table;
  }

  /// `DW_TAG_*` of the entry; 0 for the one that ends a list of siblings.
  int tag() {
    return tag;
  }

  boolean hasChildren() {
    return children;
  }

  /// Where the entry's attributes end: there its children start or the next entry does.
  int end() {
    return end;
  }

  /// Reads the entry's kind alone and says where its attributes start.
  int kind(int entry) throws MalformedFileException {
    if (entry < unit.first || entry >= unit.end) {
      throw space.malformed(entry, "an entry beyond the end of its unit");
    }
    in.at = entry;
    long code = in.uleb();
    space.budget().spend(1);
    if (code == 0) {
      tag = 0;
      children = false;
      end = in.at;
      return end;
    }
    row = table.row(code);
    if (row < 0) {
      throw space.malformed(
          entry,
          "abbreviation %s, which is not in its table".formatted(Long.toUnsignedString(code)));
    }
    int[] numbers = table.numbers();
    tag = numbers[row + Abbreviations.TAG];
    children = numbers[row + Abbreviations.CHILDREN] != 0;
    return in.at;
  }

  /// Reads the entry at `entry` with its attributes.
  void read(int entry) throws MalformedFileException, NoEvidenceException {
    kind(entry);
    readAttributes();
  }

  /// Reads the attributes of the entry whose kind was read last.
  void readAttributes() throws MalformedFileException, NoEvidenceException {
    present = 0;
    if (tag == 0) {
      return;
    }
    int[] numbers = table.numbers();
    int count = numbers[row + Abbreviations.COUNT];
    space.budget().spend(count);
    int attribute = row + Abbreviations.ATTRIBUTES;
    for (int i = 0; i < count; i++, attribute += 2) {
      int size = numbers[attribute + 1];
      if (numbers[attribute] < 0 && size >= 0) {
        in.skip(size); // one that does not matter
      } else {
        attribute(attribute);
      }
    }
    end = in.at;
  }

  /// Where the entry whose kind was read last ends, without its children.
  int skip() throws MalformedFileException, NoEvidenceException {
    if (tag == 0) {
      return end;
    }
    int[] numbers = table.numbers();
    int size = numbers[row + Abbreviations.SIZE];
    if (size != Form.VARIES) {
      in.skip(size);
    } else {
      int count = numbers[row + Abbreviations.COUNT];
      space.budget().spend(count);
      int attribute = row + Abbreviations.ATTRIBUTES;
      for (int i = 0; i < count; i++, attribute += 2) {
        int fixed = numbers[attribute + 1];
        if (fixed >= 0) {
          in.skip(fixed);
        } else {
          operand(actualForm(attribute), attribute);
        }
      }
    }
    end = in.at;
    return end;
  }

  /// Where the entry whose kind was read last, and everything in it, ends.
  int skipWhole() throws MalformedFileException, NoEvidenceException {
    if (tag != 0 && children) {
      int siblingAt = table.numbers()[row + Abbreviations.SIBLING_AT];
      if (siblingAt >= 0 && siblingAt <= unit.end - 4 - in.at) {
        return sibling(in.at, unit.start + Bytes.u32(bytes, in.at + siblingAt, big));
      }
    }
    return skip() == end && children ? skipChildren(end) : end;
  }

  /// Where the next entry beside the one that was read last is.
  int next() throws MalformedFileException, NoEvidenceException {
    if (!children) {
      return end;
    }
    return has(Attribute.SIBLING) ? sibling(end, reference(Attribute.SIBLING)) : skipChildren(end);
  }

  /// Where an entry's sibling is that says so, behind at least `from`.
  int sibling(int from, long to) throws MalformedFileException {
    if (to <= from || to > unit.end) {
      throw space.malformed(from, "an entry whose sibling is at 0x%x".formatted(to));
    }
    return (int) to;
  }

  /// Where a list of entries that starts at `from` ends, with everything in it.
  private int skipChildren(int from) throws MalformedFileException, NoEvidenceException {
    kind(find(from, Tag.NONE));
    return end;
  }

  /// Where the first entry of this kind is in the list that starts at `from`, or the one without a
  /// kind that ends the list, or else the end of the unit. What is inside of others is passed over.
  int find(int from, int wanted) throws MalformedFileException, NoEvidenceException {
    return search.find(from, wanted);
  }

  boolean has(int attribute) {
    return (present & 1L << attribute) != 0;
  }

  /// Whether a flag is set.
  boolean flag(int attribute) {
    return has(attribute) && value[attribute] != 0;
  }

  /// A number; `otherwise` where it is not told or not a number.
  long number(int attribute, long otherwise) {
    return has(attribute) && !Form.isBlock(form[attribute]) ? value[attribute] : otherwise;
  }

  int form(int attribute) {
    return form[attribute];
  }

  /// Where an attribute's value stands.
  int place(int attribute) {
    return place[attribute];
  }

  /// The number that an expression of one operation leaves or adds, as DWARF 2 writes the places of
  /// members; `otherwise` where it is something else.
  long constantExpression(int attribute, long otherwise) throws MalformedFileException {
    if (!has(attribute)) {
      return otherwise;
    }
    if (!Form.isBlock(form[attribute])) {
      return value[attribute];
    }
    int length = (int) value[attribute];
    int from = place[attribute];
    int operation = length == 0 ? 0 : bytes[from] & 0xff;
    if (operation != 0x23 && operation != 0x10) { // DW_OP_plus_uconst, DW_OP_constu
      return otherwise;
    }
    int kept = in.at;
    in.at = from + 1;
    long number = in.uleb();
    boolean alone = in.at == from + length;
    in.at = kept;
    return alone ? number : otherwise;
  }

  /// The entry that an attribute refers to.
  int reference(int attribute) throws MalformedFileException, NoEvidenceException {
    long target = value[attribute];
    return form[attribute] == Form.REF4 && target < unit.end - unit.start
        ? unit.start + (int) target
        : otherReference(attribute, target);
  }

  private int otherReference(int attribute, long target)
      throws MalformedFileException, NoEvidenceException {
    return switch (form[attribute]) {
      case Form.REF1, Form.REF2, Form.REF4, Form.REF8, Form.REF_UDATA -> {
        if (target < 0 || target >= unit.end - unit.start) {
          throw space.malformed(
              place[attribute], "a reference to 0x%x beyond its unit".formatted(target));
        }
        yield unit.start + (int) target;
      }
      case Form.REF_ADDR, Form.DATA4, Form.DATA8, Form.SEC_OFFSET -> {
        if (target < 0 || target >= space.infoEnd()) {
          throw space.malformed(
              place[attribute], "a reference to 0x%x beyond the section".formatted(target));
        }
        yield (int) target;
      }
      case Form.REF_SIG8 -> space.typeEntry(target);
      case Form.GNU_REF_ALT, Form.REF_SUP4, Form.REF_SUP8 ->
          throw new NoEvidenceException(Reason.SUPPLEMENTARY, "");
      default ->
          throw space.malformed(
              place[attribute], "a reference in form 0x%x".formatted(form[attribute]));
    };
  }

  String string(int attribute) throws MalformedFileException, NoEvidenceException {
    return text(attribute) ? text.string() : "";
  }

  /// Looks up an attribute's text; false where it is not told.
  boolean text(int attribute) throws MalformedFileException, NoEvidenceException {
    if (!has(attribute)) {
      return false;
    }
    text.find(this, attribute, value[attribute]);
    text.measure(this, attribute);
    return true;
  }

  /// The text that was looked up last.
  EntryText text() {
    return text;
  }

  /// Whether one of `names` is at the place of an attribute's text, which the entry has.
  boolean startsText(int attribute, SoughtNames names)
      throws MalformedFileException, NoEvidenceException {
    text.find(this, attribute, value[attribute]);
    return names.standsAt(text.bytes(), text.at());
  }

  /// Reads the attribute at `attribute` of the abbreviations' numbers.
  private void attribute(int attribute) throws MalformedFileException, NoEvidenceException {
    int[] numbers = table.numbers();
    int kept = numbers[attribute] >> Abbreviations.FORM_BITS;
    int fixed = numbers[attribute + 1];
    if (fixed > 0 && fixed <= Long.BYTES) {
      keep(kept, numbers[attribute] & Abbreviations.FORM, in.at, in.fixed(fixed));
      return;
    }
    int actual = actualForm(attribute);
    int from = in.at;
    long read = actual == Form.FLAG_PRESENT ? 1 : operand(actual, attribute);
    if (kept != Attribute.NONE) {
      keep(kept, actual, Form.isBlock(actual) ? in.at - (int) read : from, read);
    }
  }

  private void keep(int kept, int actual, int from, long read) {
    present |= 1L << kept;
    value[kept] = read;
    form[kept] = actual;
    place[kept] = from;
  }

  private int actualForm(int attribute) throws MalformedFileException {
    int actual = table.numbers()[attribute] & Abbreviations.FORM;
    for (int i = 0; actual == Form.INDIRECT; i++) {
      long named = in.uleb();
      if (i > 4 || named == Form.IMPLICIT_CONST) {
        throw space.malformed(in.at, "a form that tells no form");
      }
      actual = (int) Math.min(named & Long.MAX_VALUE, Abbreviations.FORM);
    }
    return actual;
  }

  /// Reads a value and goes behind it: a number, where a text in place starts, or the length of a
  /// run of bytes.
  private long operand(int itsForm, int attribute)
      throws MalformedFileException, NoEvidenceException {
    return switch (itsForm) {
      case Form.FLAG_PRESENT -> 1;
      case Form.IMPLICIT_CONST -> table.implicit(attribute);
      case Form.STRING -> {
        int from = in.at;
        in.skipText();
        yield from;
      }
      case Form.UDATA,
          Form.REF_UDATA,
          Form.STRX,
          Form.ADDRX,
          Form.LOCLISTX,
          Form.RNGLISTX,
          Form.GNU_ADDR_INDEX,
          Form.GNU_STR_INDEX ->
          in.uleb();
      case Form.SDATA -> in.sleb();
      case Form.BLOCK1 -> block(in.fixed(1));
      case Form.BLOCK2 -> block(in.fixed(2));
      case Form.BLOCK4 -> block(in.fixed(4));
      case Form.BLOCK, Form.EXPRLOC -> block(in.uleb());
      case Form.DATA16 -> block(16);
      case Form.LLVM_ADDRX_OFFSET -> {
        long index = in.uleb();
        in.skip(4);
        yield index;
      }
      default -> {
        int size = Form.size(itsForm, unit.shape);
        if (size == Form.VARIES) {
          throw new NoEvidenceException(Reason.UNKNOWN_FORM, "DW_FORM 0x%x".formatted(itsForm));
        }
        yield in.fixed(size);
      }
    };
  }

  private long block(long length) throws MalformedFileException {
    in.skip(length);
    return length;
  }
}
