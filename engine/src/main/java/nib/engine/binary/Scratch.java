package nib.engine.binary;

/// An array for each thread that tables are read into which nobody keeps. An archive has thousands
/// of members; a new array for each table costs about as much as reading it.
public final class Scratch {

  /// What a thread keeps. Larger tables are rare and get arrays of their own.
  private static final int MOST = 1 << 20;

  private static final int LEAST = 1 << 14;

  @SuppressWarnings("ThreadLocalUsage") // whoever has a scratch keeps it in a static field
  private final ThreadLocal<byte[]> rooms = new ThreadLocal<>();

  /// The view's bytes in memory, good until this thread loads others here.
  public ByteView load(ByteView view) throws MalformedFileException {
    return view.size() > MOST ? view.loaded() : view.loadedInto(room((int) view.size()));
  }

  /// The same in an array that begins with them and may be longer.
  public byte[] bytes(ByteView view) throws MalformedFileException {
    return load(view).startingBytes();
  }

  private byte[] room(int size) {
    byte[] known = rooms.get();
    if (known != null && known.length >= size) {
      return known;
    }
    int enough = LEAST;
    while (enough < size) {
      enough *= 4; // so that few are thrown away
    }
    var room = new byte[enough];
    rooms.set(room);
    return room;
  }
}
