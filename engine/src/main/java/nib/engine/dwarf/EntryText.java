package nib.engine.dwarf;

import nib.engine.binary.Bytes;
import nib.engine.binary.CString;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.RawText;
import nib.engine.dwarf.Evidence.Reason;
import nib.engine.objectfile.DebugSection;

/// Where the text of an attribute is, in whichever section its form says (DWARF 5, section 7.5.5).
final class EntryText {

  private final Space space;
  private byte[] bytes = new byte[0];
  private int at;
  private int length;

  EntryText(Space space) {
    this.space = space;
  }

  byte[] bytes() {
    return bytes;
  }

  int at() {
    return at;
  }

  /// The length in bytes, once it is [measured][#measure].
  int length() {
    return length;
  }

  String string() {
    return RawText.decode(bytes, at, length);
  }

  /// Finds where the text begins that `entry` tells with `value`.
  void find(EntryReader entry, int attribute, long value)
      throws MalformedFileException, NoEvidenceException {
    int form = entry.form(attribute);
    long place = value;
    if (form == Form.STRP) {
      bytes = space.str().bytes();
    } else if (form == Form.STRX1) {
      place = indexed(entry, attribute, value);
      bytes = space.str().bytes();
    } else {
      place = findOther(entry, attribute, value);
    }
    if (place < 0 || place >= bytes.length) {
      throw space.malformed(
          entry.place(attribute), "a text at 0x%x of %d bytes".formatted(place, bytes.length));
    }
    at = (int) place;
  }

  private long findOther(EntryReader entry, int attribute, long value)
      throws MalformedFileException, NoEvidenceException {
    int form = entry.form(attribute);
    switch (form) {
      case Form.STRING -> bytes = space.bytes();
      case Form.LINE_STRP -> bytes = space.other(".debug_line_str").bytes();
      case Form.STRX, Form.STRX2, Form.STRX3, Form.STRX4, Form.GNU_STR_INDEX -> {
        long place = indexed(entry, attribute, value);
        bytes = space.str().bytes();
        return place;
      }
      case Form.STRP_SUP, Form.GNU_STRP_ALT ->
          throw new NoEvidenceException(Reason.SUPPLEMENTARY, "");
      default ->
          throw space.malformed(entry.place(attribute), "a text in form 0x%x".formatted(form));
    }
    return value;
  }

  private long indexed(EntryReader entry, int attribute, long index)
      throws MalformedFileException, NoEvidenceException {
    DebugSection offsets = space.strOffsets();
    long base = entry.unit().strOffsetsBase;
    int size = entry.unit().offsetSize();
    long room = (offsets.bytes().length - base) / size;
    if (index < 0 || base < 0 || index >= room) {
      throw space.malformed(
          entry.place(attribute), "text number %d of %d".formatted(index, Math.max(0, room)));
    }
    int where = (int) (base + index * size);
    return size == 8
        ? Bytes.i64(offsets.bytes(), where, space.big())
        : Bytes.u32(offsets.bytes(), where, space.big());
  }

  /// Finds where the text ends.
  void measure(EntryReader entry, int attribute) throws MalformedFileException {
    int limit = entry.form(attribute) == Form.STRING ? entry.unit().end : bytes.length;
    int last = CString.end(bytes, at, limit);
    length = last - at;
    space.budget().spend(length >> 2);
    if (last == limit) {
      throw space.malformed(entry.place(attribute), "a text without an end");
    }
  }
}
