package nib.engine.symbols;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;

/// Room for the pages of a listing, which several threads write and another hands on. Many pages
/// stand on one sheet, and a sheet serves again when all of them were handed on: so a listing of a
/// hundred megabytes takes the memory of a few, which stays near the processor, and leaves nothing
/// to collect.
final class Sheets {

  /// Most pages are far shorter; a longer one has a sheet to itself.
  private static final int SIZE = 1 << 19;

  /// Sheets that nobody writes on just now and that have room left.
  private final ArrayDeque<Sheet> open = new ArrayDeque<>();

  /// Sheets without pages.
  private final ArrayDeque<Sheet> free = new ArrayDeque<>();

  /// Where pages stand.
  final class Sheet {

    private final byte[] bytes;
    private int used;

    /// How many pages were written here and not handed on yet.
    private int waiting;

    /// Whether nothing more is written here.
    private boolean full;

    private Sheet(int size) {
      bytes = new byte[size];
    }

    /// A text behind those that are there already.
    ByteText text() {
      return new ByteText(bytes, used);
    }

    /// Keeps a page that was written here.
    void keep(ByteText page) {
      kept(this, page.end());
    }

    /// Writes a page that was kept here.
    void handOn(ByteText page, OutputStream out) throws IOException {
      page.writeTo(out);
      handedOn(this);
    }
  }

  /// A sheet with so much room left, which belongs to this thread until the page on it is kept.
  synchronized Sheet withRoom(int size) {
    if (size > SIZE) {
      return new Sheet(size);
    }
    while (!open.isEmpty()) {
      var sheet = open.pop();
      if (SIZE - sheet.used >= size) {
        return sheet;
      }
      sheet.full = true;
      freeIfDone(sheet);
    }
    return free.isEmpty() ? new Sheet(SIZE) : free.pop();
  }

  private synchronized void kept(Sheet sheet, int end) {
    sheet.used = end;
    sheet.waiting++;
    sheet.full = end >= SIZE;
    if (!sheet.full) {
      open.push(sheet);
    }
  }

  private synchronized void handedOn(Sheet sheet) {
    sheet.waiting--;
    freeIfDone(sheet);
  }

  private void freeIfDone(Sheet sheet) {
    if (sheet.full && sheet.waiting == 0 && sheet.bytes.length == SIZE) {
      sheet.used = 0;
      sheet.full = false;
      free.push(sheet);
    }
  }
}
