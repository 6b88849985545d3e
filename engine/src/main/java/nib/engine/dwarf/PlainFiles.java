package nib.engine.dwarf;

import static nib.engine.dwarf.NotPlainException.unless;

import nib.engine.binary.CString;
import nib.engine.binary.LittleEndian;
import nib.engine.binary.RawText;
import nib.engine.objectfile.DebugBytes;

/// The names of a unit's source files in a line table of DWARF 5, as GCC and clang write it, for
/// [PlainSignatures]; [SourceFiles] reads every one.
final class PlainFiles {

  private static final int PATH = 1; // DW_LNCT_path
  private static final int DIRECTORY = 2; // DW_LNCT_directory_index

  private static final int FIELDS = 4;

  // What a field of an entry is.
  private static final int NAME = 0;
  private static final int FOLDER = 1;
  private static final int OTHER_NUMBER = 2;
  private static final int DIGEST = 3;

  private DebugBytes debug = new DebugBytes();
  private byte[] bytes = {};
  private int at;
  private int end;
  private int folderCount;
  private int fileCount;
  private int[] folders = new int[32];
  private final int[] kinds = new int[FIELDS];

  /// For each file where its name is, and the number of its folder.
  private int[] files = new int[128];

  private boolean read;
  private int table;
  private String compilationFolder = "";
  private int lastNumber;
  private String last = "";

  /// Begins with another unit.
  ///
  /// @param lineTable where in `.debug_line` its table begins
  void open(DebugBytes other, int lineTable, String folder) {
    debug = other;
    table = lineTable;
    compilationFolder = folder;
    read = false;
    lastNumber = -1;
  }

  /// As [SourceFiles#path].
  String path(long number) throws NotPlainException {
    if (number == lastNumber) {
      return last; // most functions of a unit stand in one file
    }
    if (!read) {
      header();
      read = true;
    }
    if (number < 0 || number >= fileCount) {
      return "";
    }
    int file = 2 * (int) number;
    int folder = files[file + 1];
    String place =
        folder < folderCount ? SourceFiles.joined(compilationFolder, text(folders[folder])) : "";
    last = SourceFiles.joined(place, text(files[file]));
    lastNumber = (int) number;
    return last;
  }

  private String text(int place) {
    byte[] texts = debug.array(DebugBytes.LINE_STR);
    int stop = CString.end(texts, place, debug.end(DebugBytes.LINE_STR));
    return RawText.decode(texts, place, stop - place);
  }

  private void header() throws NotPlainException {
    bytes = debug.array(DebugBytes.LINE);
    int start = debug.start(DebugBytes.LINE);
    end = debug.end(DebugBytes.LINE);
    unless(table >= 0 && table < end - start);
    at = start + table;
    int length = length();
    end = at + length;
    unless(length >= 4 && LittleEndian.u16(bytes, at) == 5);
    at += 4; // the sizes of addresses and of segment selectors
    end = at + 4 + length();
    unless(end - at > 5);
    int operations = bytes[at + 5] & 0xff;
    at += 6;
    unless(operations > 0 && operations - 1 < end - at);
    at += operations - 1;
    folderCount = list(false);
    fileCount = list(true);
  }

  /// Four bytes that tell how many follow.
  private int length() throws NotPlainException {
    unless(end - at >= 4);
    int length = LittleEndian.i32(bytes, at);
    unless(length >= 0 && length <= end - at - 4);
    at += 4;
    return length;
  }

  private int u8() throws NotPlainException {
    unless(at < end && bytes[at] >= 0);
    return bytes[at++];
  }

  /// A number in base 128 of one or two bytes.
  private int uleb() throws NotPlainException {
    unless(at < end);
    int number = bytes[at++];
    if (number < 0) {
      number = (number & 0x7f) | u8() << 7;
    }
    return number;
  }

  /// Reads a list of folders or files and returns how many there are.
  private int list(boolean ofFiles) throws NotPlainException {
    int fields = u8();
    unless(fields > 0 && fields <= FIELDS);
    int present = 0;
    for (int i = 0; i < fields; i++) {
      int content = u8();
      unless(content < Integer.SIZE && (present & 1 << content) == 0);
      present |= 1 << content;
      kinds[i] = kind(content, u8());
      unless(ofFiles || kinds[i] != FOLDER);
    }
    unless((present & 1 << PATH) != 0);
    int count = uleb();
    if (ofFiles && files.length < 2 * count) {
      files = new int[4 * count];
    } else if (!ofFiles && folders.length < count) {
      folders = new int[2 * count];
    }
    for (int i = 0; i < count; i++) {
      if (ofFiles) {
        files[2 * i + 1] = 0;
        entry(fields, files, 2 * i);
      } else {
        entry(fields, folders, i);
      }
    }
    return count;
  }

  private static int kind(int content, int form) throws NotPlainException {
    if (content == PATH) {
      unless(form == Form.LINE_STRP);
      return NAME;
    }
    if (content == DIRECTORY) {
      unless(form == Form.UDATA);
      return FOLDER;
    }
    unless(form == Form.UDATA || form == Form.DATA16);
    return form == Form.UDATA ? OTHER_NUMBER : DIGEST;
  }

  /// Reads an entry: its name goes to `to`, the number of its folder behind it.
  private void entry(int fields, int[] into, int to) throws NotPlainException {
    for (int i = 0; i < fields; i++) {
      int kind = kinds[i];
      if (kind == NAME) {
        into[to] = name();
      } else if (kind == DIGEST) {
        unless(end - at >= 16);
        at += 16;
      } else {
        int number = uleb();
        if (kind == FOLDER) {
          into[to + 1] = number;
        }
      }
    }
  }

  /// Where a name stands in its section's array.
  private int name() throws NotPlainException {
    unless(end - at >= 4);
    int place = LittleEndian.i32(bytes, at);
    int start = debug.start(DebugBytes.LINE_STR);
    unless(place >= 0 && place < debug.end(DebugBytes.LINE_STR) - start);
    at += 4;
    return start + place;
  }
}
