package nib.engine.symbols;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.NameSet;
import nib.engine.binary.SoughtNames;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.objectfile.SymbolTable;
import org.jspecify.annotations.Nullable;

/// Finds wanted names in the members where an index says that they are defined.
final class IndexedMembers implements MembersAt.Reader<IndexedMembers.Opened> {

  /// What became of a member.
  ///
  /// @param remark what is wrong with it, or empty
  /// @param definitions its wanted symbols, of which `positions` says the names' positions
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  record Opened(String remark, Member.@Nullable Read definitions, int[] positions) {

    private static final int[] NONE = {};
  }

  private final LibraryFile library;
  private final SymbolTable.NameFinder names;

  /// The wanted names by the place of the member that should define them.
  private final Map<Long, List<byte[]>> sought = new HashMap<>();

  /// For each wanted name where the index says that its member begins, or -1.
  private final long[] offsets;

  private IndexedMembers(LibraryFile library, NameSet wanted, long[] offsets) {
    this.library = library;
    this.names = wanted::find;
    this.offsets = offsets;
    for (int i = 0; i < offsets.length; i++) {
      if (offsets[i] >= 0) {
        sought.computeIfAbsent(offsets[i], _ -> new ArrayList<>(2)).add(wanted.bytes(i));
      }
    }
  }

  /// What became of the members at `offsets`, in their order.
  static List<Opened> open(LibraryFile library, NameSet wanted, long[] offsets)
      throws MalformedFileException {
    return MembersAt.read(library, offsets, new IndexedMembers(library, wanted, offsets));
  }

  @Override
  public Opened read(long offset, Batches.Item item) {
    var filter =
        SymbolFilter.DEFINITIONS.named(new SoughtNames(sought.getOrDefault(offset, List.of())));
    return new MemberReader(library.path(), filter).read(item) instanceof Member.Read read
        ? wanted(read, offset)
        : new Opened("", null, Opened.NONE);
  }

  @Override
  public Opened nothing(long offset, MalformedFileException why) {
    String remark =
        "the index of %s leads to offset 0x%x, where no member is: %s"
            .formatted(library.path(), offset, why.what());
    return new Opened(remark, null, Opened.NONE);
  }

  /// What is wanted of a member, its first definition of each name.
  private Opened wanted(Member.Read member, long offset) {
    var symbols = member.object().symbols();
    var seen = new HashSet<Integer>();
    var rows = new int[8];
    var positions = new int[8];
    int count = 0;
    for (int i = 0; i < symbols.size(); i++) {
      int position = symbols.findName(i, names);
      if (position >= 0 && offsets[position] == offset && seen.add(position)) {
        if (count == rows.length) {
          rows = Arrays.copyOf(rows, 2 * count);
          positions = Arrays.copyOf(positions, 2 * count);
        }
        rows[count] = i;
        positions[count++] = position;
      }
    }
    return new Opened("", member.only(Arrays.copyOf(rows, count)), Arrays.copyOf(positions, count));
  }
}
