package nib.engine.linkage;

import java.util.Arrays;

/// The entries of an archive's index: their names' numbers, and which lead to each member.
final class IndexEntries {

  /// Where an entry leads that leads to no member.
  static final int NO_MEMBER = -1;

  /// Room for this many is made at once, whatever an index says of itself.
  private static final int AT_ONCE = 1 << 22;

  private long[] names = new long[0];
  private int[] members = new int[0];
  private int count;

  /// Whether all lead to members, in the members' order, as archivers write them.
  private boolean straight = true;

  /// Where each member's entries start among the ordered ones.
  private int[] starts = new int[1];

  /// The entries in the order of their members; empty where they are so already.
  private int[] ordered = new int[0];

  /// Makes room for so many entries.
  void expect(long most) {
    grow((int) Math.min(most, AT_ONCE));
  }

  private void grow(int room) {
    names = Arrays.copyOf(names, room);
    members = Arrays.copyOf(members, room);
  }

  /// Adds the next entry.
  ///
  /// @param member its place among the members, or [#NO_MEMBER]
  void add(long name, int member) {
    if (count == names.length) {
      grow(Math.max(16, Math.addExact(count, count >> 1)));
    }
    straight &= member >= (count == 0 ? 0 : members[count - 1]);
    names[count] = name;
    members[count] = member;
    count++;
  }

  /// Puts the entries in order once all are there.
  ///
  /// @param most how many members there are
  void order(int most) {
    starts = new int[most + 1];
    for (int entry = 0; entry < count; entry++) {
      if (members[entry] != NO_MEMBER) {
        starts[members[entry] + 1]++;
      }
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    if (!straight) {
      sort();
    }
    members = new int[0];
  }

  private void sort() {
    ordered = new int[starts[starts.length - 1]];
    var next = starts.clone();
    for (int entry = 0; entry < count; entry++) {
      if (members[entry] != NO_MEMBER) {
        ordered[next[members[entry]]++] = entry;
      }
    }
  }

  int size() {
    return count;
  }

  long name(int entry) {
    return names[entry];
  }

  /// How many lead to a member.
  int countOf(int member) {
    return starts[member + 1] - starts[member];
  }

  /// Those that lead to a member, in the index's order.
  int[] of(int member) {
    var entries = new int[countOf(member)];
    for (int i = 0; i < entries.length; i++) {
      int at = starts[member] + i;
      entries[i] = straight ? at : ordered[at];
    }
    return entries;
  }
}
