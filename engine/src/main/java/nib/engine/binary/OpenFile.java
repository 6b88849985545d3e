package nib.engine.binary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file that is read piece by piece, from any number of threads.
///
/// It is not mapped into memory: pages of a map count as the program's own, and one of a file that
/// another program shortens ends the program or, in Java, a thread. A read beyond the new end is a
/// [MalformedFileException] here. Views of the file end with it, unless they were
/// [loaded][ByteView#loaded()].
public final class OpenFile implements AutoCloseable {

  private final FileChannel channel;
  private final ByteView bytes;

  private OpenFile(FileChannel channel, long size) {
    this.channel = channel;
    this.bytes = new ByteView(new InFile(channel), 0, size);
  }

  public static OpenFile open(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new OpenFile(channel, channel.size());
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /// The whole file as it was when it was opened.
  public ByteView bytes() {
    return bytes;
  }

  /// Whether the file still has all the bytes it had.
  public boolean whole() throws IOException {
    return channel.size() >= bytes.size();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /// Reads a channel through a window, so that a header's fields cost one call of the system.
  private static final class InFile extends Store {

    private static final int WINDOW = 1 << 12;

    /// A channel copies through memory outside the heap that it keeps for the thread, as large as
    /// the largest read.
    private static final int PIECE = 1 << 18;

    private final FileChannel channel;
    private Window window = new Window(0, new byte[0], 0);

    /// Never changed, so threads may share it without waiting for each other.
    @SuppressWarnings("ArrayRecordComponent") // nobody compares windows
    private record Window(long at, byte[] bytes, int length) {}

    InFile(FileChannel channel) {
      this.channel = channel;
    }

    @Override
    Store alone() {
      return new InFile(channel);
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
        var piece = ByteBuffer.wrap(into, from + done, Math.min(PIECE, length - done));
        int read = channel.read(piece, at + done);
        if (read < 0) {
          break;
        }
        done += read;
      }
      return done;
    }
  }
}
