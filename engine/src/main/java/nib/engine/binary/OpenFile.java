package nib.engine.binary;

import java.io.IOException;
import java.nio.file.Path;

/// A file that is read piece by piece, from any number of threads.
///
/// It is not mapped into memory: pages of a map count as the program's own, and one of a file that
/// another program shortens ends the program or, in Java, a thread. A read beyond the new end is a
/// [MalformedFileException] here. Views of the file end with it, unless they were
/// [loaded][ByteView#loaded()].
public final class OpenFile implements AutoCloseable {

  private final Handles handles;
  private final ByteView bytes;

  private OpenFile(Handles handles, long size) {
    this.handles = handles;
    this.bytes = new ByteView(new InFile(handles), 0, size);
  }

  public static OpenFile open(Path file) throws IOException {
    var handles = Handles.open(file);
    try {
      return new OpenFile(handles, handles.size());
    } catch (IOException | RuntimeException e) {
      handles.close();
      throw e;
    }
  }

  /// The whole file as it was when it was opened.
  public ByteView bytes() {
    return bytes;
  }

  /// Whether the file still has all the bytes it had.
  public boolean whole() throws IOException {
    return handles.size() >= bytes.size();
  }

  @Override
  public void close() throws IOException {
    handles.close();
  }

  /// Reads the file through a window, so that a header's fields cost one call of the system.
  private static final class InFile extends Store {

    private static final int WINDOW = 1 << 10;

    /// What is read goes through memory outside the heap, as large as the largest read.
    private static final int PIECE = 1 << 16;

    private final Handles handles;
    private Window window = new Window(0, new byte[0], 0);

    /// Never changed, so threads may share it without waiting for each other.
    @SuppressWarnings("ArrayRecordComponent") // nobody compares windows
    private record Window(long at, byte[] bytes, int length) {}

    InFile(Handles handles) {
      this.handles = handles;
    }

    @Override
    Store alone() {
      return new InFile(handles);
    }

    @Override
    int get(long at) throws IOException {
      var seen = window; // another thread may move it
      long index = at - seen.at();
      if (index < 0 || index >= seen.length()) {
        seen = windowAt(at);
        index = at - seen.at();
      }
      return index < seen.length() ? seen.bytes()[(int) index] : END;
    }

    private Window windowAt(long at) throws IOException {
      var bytes = new byte[WINDOW];
      var moved = new Window(at, bytes, read(at, bytes, 0, WINDOW));
      window = moved;
      return moved;
    }

    @Override
    int read(long at, byte[] into, int from, int length) throws IOException {
      var seen = window;
      long index = at - seen.at();
      if (index >= 0 && index + length <= seen.length()) {
        System.arraycopy(seen.bytes(), (int) index, into, from, length);
        return length;
      }
      int done = 0;
      while (done < length) {
        int most = Math.min(PIECE, length - done);
        int read = handles.read(at + done, into, from + done, most);
        if (read < 0) {
          break;
        }
        done += read;
      }
      return done;
    }
  }
}
