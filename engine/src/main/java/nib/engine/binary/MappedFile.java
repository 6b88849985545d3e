package nib.engine.binary;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file mapped into memory for reading. Views of it end with it, so whatever is to stay has to be
/// copied into plain values first.
///
/// Another program may shorten the file meanwhile. An access beyond the new end then fails: at once
/// as a [MalformedFileException], or, from compiled code, a little later as an [InternalError]. So
/// a reader asks [#whole] once it is done, and believes nothing when the answer is no.
public final class MappedFile implements AutoCloseable {

  private final FileChannel channel;
  private final Arena arena;
  private final ByteView bytes;

  private MappedFile(FileChannel channel, Arena arena, ByteView bytes) {
    this.channel = channel;
    this.arena = arena;
    this.bytes = bytes;
  }

  /// Maps the whole file; any thread may read the view.
  public static MappedFile open(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.READ);
    var arena = Arena.ofShared();
    try {
      var segment = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
      return new MappedFile(channel, arena, new ByteView(segment, 0, false));
    } catch (IOException | RuntimeException e) {
      arena.close();
      channel.close();
      throw e;
    }
  }

  public ByteView bytes() {
    return bytes;
  }

  /// Whether the file still has all the bytes that were mapped.
  public boolean whole() throws IOException {
    return channel.size() >= bytes.size();
  }

  @Override
  public void close() throws IOException {
    arena.close();
    channel.close();
  }
}
