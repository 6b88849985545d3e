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

  private final ArrayDeque<Sheet> free = new ArrayDeque<>();

  @SuppressWarnings("ThreadLocalUsage") // it lives as long as a listing
  private final ThreadLocal<Sheet> current = ThreadLocal.withInitial(this::take);

  private synchronized Sheet take() {
    return free.isEmpty() ? new Sheet(SIZE) : free.pop();
  }

  /// The sheet that this thread writes on, with so much room left.
  Sheet withRoom(int size) {
    var sheet = current.get();
    if (sheet.bytes.length - sheet.used < size) {
      sheet.leave();
      sheet = size > SIZE ? new Sheet(size) : take();
      current.set(sheet);
    }
    return sheet;
  }

  /// For one thread that writes pages, and another that hands them on.
  final class Sheet {

    private final byte[] bytes;
    private int used;

    /// How many pages were written here and not handed on yet.
    private int waiting;

    private boolean left;

    private Sheet(int size) {
      bytes = new byte[size];
    }

    /// A text behind those that are there already. The next one is asked for when it is done.
    ByteText text() {
      return new ByteText(bytes, used);
    }

    /// Keeps what was written.
    synchronized void keep(ByteText text) {
      used = text.end();
      waiting++;
    }

    /// Writes a page that was kept here.
    void handOn(ByteText text, OutputStream out) throws IOException {
      text.writeTo(out);
      if (isDone()) {
        give(this);
      }
    }

    private synchronized boolean isDone() {
      waiting--;
      return left && waiting == 0;
    }

    private void leave() {
      boolean done;
      synchronized (this) {
        left = true;
        done = waiting == 0;
      }
      if (done) {
        give(this);
      }
    }
  }

  private synchronized void give(Sheet sheet) {
    if (sheet.bytes.length == SIZE) {
      sheet.used = 0;
      sheet.left = false;
      free.push(sheet);
    }
  }
}
