package nib.engine.objectfile;

import java.util.Arrays;

/// The sections of an object's debugging information that signatures are read from, each a part of
/// some array, ready to be read: relocations are applied. They are good until the next object's are
/// taken.
///
/// For one thread.
public final class DebugBytes {

  /// `.debug_info`, and so on for the others.
  public static final int INFO = 0;

  public static final int ABBREV = 1;
  public static final int STR = 2;
  public static final int LINE_STR = 3;
  public static final int STR_OFFSETS = 4;
  public static final int LINE = 5;

  /// How many sections there are.
  public static final int COUNT = 6;

  private static final byte[] NONE = {};

  private final byte[][] arrays = new byte[COUNT][];
  private final int[] starts = new int[COUNT];
  private final int[] ends = new int[COUNT];

  /// Arrays for sections that relocations change.
  private final byte[][] rooms = new byte[COUNT][];

  /// Sections of no object.
  public DebugBytes() {
    Arrays.fill(rooms, NONE);
    clear();
  }

  /// Forgets all sections.
  public void clear() {
    for (int i = 0; i < COUNT; i++) {
      set(i, NONE, 0, 0);
    }
  }

  /// Says where a section is: in `array` from `start` to before `end`.
  public void set(int section, byte[] array, int start, int end) {
    arrays[section] = array;
    starts[section] = start;
    ends[section] = end;
  }

  /// Copies a section to an array of its own, where it begins at 0, to be changed there.
  public byte[] own(int section) {
    int size = ends[section] - starts[section];
    byte[] room = rooms[section];
    if (room.length < size) {
      room = new byte[2 * size];
      rooms[section] = room;
    }
    System.arraycopy(arrays[section], starts[section], room, 0, size);
    set(section, room, 0, size);
    return room;
  }

  /// The array that has the section.
  public byte[] array(int section) {
    return arrays[section];
  }

  /// Where in its array the section begins.
  public int start(int section) {
    return starts[section];
  }

  /// Where in its array the section ends.
  public int end(int section) {
    return ends[section];
  }

  /// Whether the section is empty or its last byte is 0, so that every text in it has an end.
  public boolean ended(int section) {
    int end = ends[section];
    return end == starts[section] || arrays[section][end - 1] == 0;
  }
}
