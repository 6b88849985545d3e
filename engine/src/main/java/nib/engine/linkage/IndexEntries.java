package nib.engine.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import nib.engine.archive.ArchiveIndex;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.ReadFailedException;
import nib.engine.symbols.Library;
import nib.engine.symbols.OpenLibrary;

/// The index of one archive while its members are read: takes its entries into a graph, and holds
/// them against each member in turn.
final class IndexEntries {

  private static final int NO_MEMBER = -1;

  private final LinkGraph graph;
  private final String archive;
  private final OpenLibrary library;
  private final int firstMember;
  private final int firstEntry;
  private final boolean present;
  private final boolean partial;
  private final List<IndexTrouble> troubles = new ArrayList<>();
  private long more;
  private long unchecked;

  /// The entries in the order of their members, and where in it each member's start.
  private int[] ordered = new int[0];

  private int[] starts = new int[0];

  /// For each name the symbol of the member at hand that defines it, one more than its number.
  private final Ints definition = new Ints();

  /// Entries that lead to a member that does not have the symbol.
  private final Ints stale = new Ints();

  /// Whether any member defines something.
  private boolean defines;

  IndexEntries(LinkGraph graph, OpenLibrary library, int firstMember) {
    this.graph = graph;
    this.library = library;
    this.archive = library.file().toString();
    this.firstMember = firstMember;
    this.firstEntry = graph.entryCount();
    this.partial = library.index().map(ArchiveIndex::partial).orElse(false);
    this.present = library.index().isPresent() && take(library.index().get());
    order();
  }

  /// Whether there is an index that could be read.
  boolean present() {
    return present;
  }

  private boolean take(ArchiveIndex index) {
    var offsets = library.contents().stream().mapToLong(member -> member.offset()).toArray();
    try {
      index.forEach((bytes, at, length, entry) -> {
        long offset = index.member(entry);
        int position = Arrays.binarySearch(offsets, offset);
        int name = graph.names().number(bytes, at, length);
        graph.addEntry(name, position < 0 ? NO_MEMBER : firstMember + position);
        if (position < 0) {
          note(new IndexTrouble.Astray(archive, graph.names().name(name), offset));
        }
      });
      return true;
    } catch (ReadFailedException e) {
      note(new IndexTrouble.Damaged(archive, index.table().base(), String.valueOf(e.getMessage())));
      return false;
    } catch (MalformedFileException e) {
      note(new IndexTrouble.Damaged(archive, e.offset(), e.what()));
      return graph.entryCount() > firstEntry;
    }
  }

  private void order() {
    int members = library.memberCount();
    starts = new int[members + 1];
    for (int entry = firstEntry; entry < graph.entryCount(); entry++) {
      int member = graph.entryMember(entry);
      if (member != NO_MEMBER) {
        starts[member - firstMember + 1]++;
      }
    }
    for (int i = 0; i < members; i++) {
      starts[i + 1] += starts[i];
    }
    ordered = new int[starts[members]];
    var next = Arrays.copyOf(starts, members);
    for (int entry = firstEntry; entry < graph.entryCount(); entry++) {
      int member = graph.entryMember(entry);
      if (member != NO_MEMBER) {
        ordered[next[member - firstMember]++] = entry;
      }
    }
  }

  /// The numbers of the entries that lead to a member, in the index's order.
  void forEachOf(int member, IntConsumer consumer) {
    for (int i = starts[member - firstMember]; i < starts[member - firstMember + 1]; i++) {
      consumer.accept(ordered[i]);
    }
  }

  /// Counts the entries of a member that was not read.
  void pass(int member) {
    unchecked += starts[member - firstMember + 1] - starts[member - firstMember];
  }

  /// Compares the entries of the member that was added last with what it defines.
  ///
  /// @param listed how many of its symbols, from the first one on, have to be in the index
  void hold(int member, int listed) {
    definition.fill(graph.names().size(), 0);
    forEachDefinition(member, symbol -> definition.set(graph.symbolName(symbol), symbol + 1));
    var named = new java.util.BitSet();
    int base = graph.firstSymbol(member);
    forEachOf(
        member,
        entry -> {
          int symbol = definition.get(graph.entryName(entry)) - 1;
          if (symbol < 0) {
            stale.add(entry);
          } else {
            graph.entryTraits(entry, graph.traits(symbol));
            named.set(symbol - base);
          }
        });
    forEachDefinition(
        member,
        symbol -> {
          defines = true;
          boolean known = named.get(definition.get(graph.symbolName(symbol)) - 1 - base);
          if (present && !partial && !known && symbol - base < listed) {
            String name = graph.names().name(graph.symbolName(symbol));
            note(new IndexTrouble.Missing(name, graph.place(member)));
          }
        });
    forEachDefinition(member, symbol -> definition.set(graph.symbolName(symbol), 0));
  }

  private void forEachDefinition(int member, IntConsumer consumer) {
    for (int symbol = graph.firstSymbol(member); symbol < graph.endSymbol(member); symbol++) {
      if (Traits.defined(graph.traits(symbol))) {
        consumer.accept(symbol);
      }
    }
  }

  /// What was found, once all members have been held against it.
  IndexReport report() {
    if (stale.size() > 0) {
      var definers = definers();
      for (int i = 0; i < stale.size(); i++) {
        int name = graph.entryName(stale.get(i));
        note(
            new IndexTrouble.Stale(
                graph.names().name(name),
                graph.place(graph.entryMember(stale.get(i))),
                Optional.ofNullable(definers.get(name)).map(graph::place)));
      }
    }
    if (library.kind() == Library.Kind.ARCHIVE && library.index().isEmpty() && defines) {
      note(new IndexTrouble.None(archive));
    }
    long entries = present && library.index().isPresent() ? graph.entryCount() - firstEntry : 0;
    return new IndexReport(library.file(), entries, unchecked, troubles, more);
  }

  private Map<Integer, Integer> definers() {
    var definers = new HashMap<Integer, Integer>();
    for (int member = firstMember; member < graph.memberCount(); member++) {
      int here = member;
      forEachDefinition(member, symbol -> definers.putIfAbsent(graph.symbolName(symbol), here));
    }
    return definers;
  }

  private void note(IndexTrouble trouble) {
    if (troubles.size() < IndexReport.MOST) {
      troubles.add(trouble);
    } else {
      more++;
    }
  }
}
