package nib.engine.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nib.engine.archive.ArchiveIndex;
import nib.engine.archive.ArchiveMember;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.RawText;
import nib.engine.binary.ReadFailedException;
import nib.engine.diagnostic.FailureException;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.symbols.Library;
import nib.engine.symbols.Member;
import nib.engine.symbols.OpenLibrary;

/// Holds the index of an archive against its members, one after the other. Names are numbers here
/// ([NameHash]), so what is remembered of a million entries is little; those that somebody is told
/// of are read again.
public final class IndexCheck {

  private final OpenLibrary library;
  private final String archive;
  private final Place.Of places;
  private final Listener listener;
  private final boolean present;
  private final boolean partial;
  private final List<IndexTrouble> troubles = new ArrayList<>();
  private long more;
  private long unchecked;
  private final IndexEntries entries = new IndexEntries();

  /// The definitions of the member at hand.
  private final Definitions definitions = new Definitions();

  /// Entries that lead to a member that does not have the symbol, and the members.
  private final Ints stale = new Ints();

  private final Ints staleMembers = new Ints();

  /// Whether any member defines something.
  private boolean defines;

  /// Is told of entries.
  interface Listener {

    /// Takes the next entry; the name is good for this call only.
    ///
    /// @param member its place among the members, or -1 where the entry leads to none
    void entry(byte[] bytes, int at, int length, int member);

    /// Learns that an entry stands for a symbol of the member at hand, which is not local.
    void stands(int entry, int symbol);
  }

  /// Nobody.
  private static final Listener NOBODY =
      new Listener() {
        @Override
        public void entry(byte[] bytes, int at, int length, int member) {}

        @Override
        public void stands(int entry, int symbol) {}
      };

  IndexCheck(OpenLibrary library, Listener listener) {
    this.library = library;
    this.archive = library.file().toString();
    this.places = new Place.Of(library);
    this.listener = listener;
    this.partial = library.index().map(ArchiveIndex::partial).orElse(false);
    this.present = library.index().isPresent() && take(library.index().get());
    entries.order(library.memberCount());
  }

  /// Holds the index of a library against its members.
  ///
  /// @param filter what `members` is handed; what defines or is needed has to be in it
  /// @param members sees every member on the way
  /// @throws FailureException when the file could not be read to its end, or changed meanwhile
  public static IndexReport check(
      OpenLibrary library, SymbolFilter filter, Consumer<Member> members) throws FailureException {
    var check = new IndexCheck(library, NOBODY);
    check.forEach(filter, (member, _) -> members.accept(member));
    return check.report();
  }

  /// Takes a member and its number among them all.
  @FunctionalInterface
  interface Numbered {
    void member(Member member, int number);
  }

  /// Reads all members and holds the index against each after `members` has seen it.
  void forEach(SymbolFilter filter, Numbered members) throws FailureException {
    var next = new int[1];
    library.forEach(
        filter,
        Defined::of,
        one -> {
          int number = next[0]++;
          members.member(one.member(), number);
          hold(one, number);
        });
  }

  /// Whether there is an index that could be read.
  boolean present() {
    return present;
  }

  private boolean take(ArchiveIndex index) {
    var offsets = library.contents().stream().mapToLong(ArchiveMember::offset).toArray();
    try {
      entries.expect(index.count());
      index.forEach((bytes, at, length, entry) -> {
        long offset = index.member(entry);
        int position = Math.max(IndexEntries.NO_MEMBER, Arrays.binarySearch(offsets, offset));
        entries.add(Defined.number(bytes, at, length), position);
        listener.entry(bytes, at, length, position);
        if (position == IndexEntries.NO_MEMBER) {
          note(() -> new IndexTrouble.Astray(archive, text(bytes, at, length), offset));
        }
      });
      return true;
    } catch (ReadFailedException e) {
      note(() ->
          new IndexTrouble.Damaged(archive, index.table().base(), String.valueOf(e.getMessage())));
      return false;
    } catch (MalformedFileException e) {
      note(() -> new IndexTrouble.Damaged(archive, e.offset(), e.what()));
      return entries.size() > 0;
    }
  }

  /// The entries that lead to a member, in the index's order.
  int[] entriesOf(int member) {
    return entries.of(member);
  }

  private void hold(Defined one, int member) {
    if (!(one.member() instanceof Member.Read read)) {
      unchecked += entries.countOf(member);
      return;
    }
    definitions.take(one);
    defines |= definitions.any();
    for (int entry : entries.of(member)) {
      int symbol = definitions.find(entries.name(entry));
      if (symbol < 0) {
        stale.add(entry);
        staleMembers.add(member);
      } else {
        listener.stands(entry, symbol);
      }
    }
    if (present && !partial) {
      noteMissing(one, read, member);
    }
  }

  private void noteMissing(Defined one, Member.Read read, int member) {
    // Of gcc's intermediate code archivers list what it will define, or, where they have no plugin,
    // what it defines now.
    var symbols = read.object().symbols();
    int intermediate = symbols.intermediate();
    int listed = Math.min(one.size(), intermediate == 0 ? one.size() : intermediate);
    for (int i = 0; i < listed; i++) {
      if (one.defines(i) && !definitions.found(one.name(i))) {
        int symbol = i;
        note(() -> new IndexTrouble.Missing(Defined.text(symbols, symbol), place(member)));
      }
    }
  }

  /// What was found, once all members have been held against it.
  ///
  /// @throws FailureException when the file could not be read once more, or changed meanwhile
  IndexReport report() throws FailureException {
    if (stale.size() > 0) {
      noteStale();
    }
    if (library.kind() == Library.Kind.ARCHIVE && library.index().isEmpty() && defines) {
      note(() -> new IndexTrouble.None(archive));
    }
    return new IndexReport(library.file(), present ? entries.size() : 0, unchecked, troubles, more);
  }

  /// Reads what is stale again, for its names, and all members, for those that have it.
  private void noteStale() throws FailureException {
    var told = new BitSet();
    int most = Math.min(stale.size(), IndexReport.MOST - troubles.size());
    for (int i = 0; i < most; i++) {
      told.set(stale.get(i));
    }
    var texts = texts(told);
    var definers = definers(told);
    for (int i = 0; i < stale.size(); i++) {
      String text = i < most ? texts.get(stale.get(i)) : null;
      if (text == null) {
        more++;
      } else {
        var definer =
            Optional.ofNullable(definers.get(entries.name(stale.get(i)))).map(this::place);
        var member = place(staleMembers.get(i));
        note(() -> new IndexTrouble.Stale(text, member, definer));
      }
    }
  }

  /// The names of some entries.
  private Map<Integer, String> texts(BitSet wanted) {
    var texts = new HashMap<Integer, String>();
    try {
      library
          .index()
          .orElseThrow()
          .forEach((bytes, at, length, entry) -> {
            if (wanted.get((int) entry)) {
              texts.put((int) entry, text(bytes, at, length));
            }
          });
    } catch (ReadFailedException | MalformedFileException e) {
      // It was noted when the index was read first, and these entries are before it.
      return texts;
    }
    return texts;
  }

  /// The first member that has each of some entries' symbols.
  private Map<Long, Integer> definers(BitSet told) throws FailureException {
    var wanted = new HashSet<Long>();
    told.stream().forEach(entry -> wanted.add(entries.name(entry)));
    var definers = new HashMap<Long, Integer>();
    if (wanted.isEmpty()) {
      return definers;
    }
    var next = new int[1];
    library.forEach(
        SymbolFilter.DEFINITIONS,
        Defined::of,
        one -> {
          int member = next[0]++;
          for (long name : one.member() instanceof Member.Read ? one.names() : namesOf(member)) {
            if (wanted.contains(name)) {
              definers.putIfAbsent(name, member);
            }
          }
        });
    return definers;
  }

  /// What the index says that a member defines.
  private long[] namesOf(int member) {
    return Arrays.stream(entries.of(member)).mapToLong(entries::name).toArray();
  }

  private static String text(byte[] bytes, int at, int length) {
    return RawText.decode(bytes, at, LinkNames.stem(bytes, at, length));
  }

  private Place place(int member) {
    return places.place(library.contents().get(member));
  }

  private void note(Supplier<IndexTrouble> trouble) {
    if (troubles.size() < IndexReport.MOST) {
      troubles.add(trouble.get());
    } else {
      more++;
    }
  }
}
