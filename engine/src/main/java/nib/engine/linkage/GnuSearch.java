package nib.engine.linkage;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Searches archives as [Linker#GNU] does.
///
/// That linker goes through all entries of an index again and again. Here a set holds the entries
/// it would stop at, kept up as symbols become undefined, so that the work does not grow with the
/// number of rounds.
final class GnuSearch {

  private static final int NONE = -1;

  private final LinkGraph graph;
  private final LinkState state;

  /// Entries whose symbol is undefined or a tentative definition.
  private final BitSet candidates = new BitSet();

  /// For each name its first entry, and for each entry the next one of that name.
  private final int[] firstEntry;

  private final int[] nextEntry;

  /// When each name got a weak definition, as [#now()] counts.
  private final long[] weakSince;

  /// How often a way through an index began, in this archive and before it.
  private long round;

  private long firstRound;
  private int position;

  GnuSearch(LinkGraph graph) {
    this.graph = graph;
    this.state = new LinkState(graph);
    this.firstEntry = new int[graph.names().size()];
    this.nextEntry = new int[graph.entryCount()];
    this.weakSince = new long[firstEntry.length];
    Arrays.fill(firstEntry, NONE);
    for (int entry = graph.entryCount() - 1; entry >= 0; entry--) {
      nextEntry[entry] = firstEntry[graph.entryName(entry)];
      firstEntry[graph.entryName(entry)] = entry;
    }
  }

  LinkState run(List<Integer> wanted) {
    for (int name : wanted) {
      need(name, LinkState.ASKED_FOR);
    }
    for (var input : graph.inputs()) {
      if (input.archive()) {
        search(input);
      } else {
        load(input.from());
      }
    }
    return state;
  }

  private void search(LinkGraph.Input archive) {
    round++;
    firstRound = round;
    position = candidates.nextSetBit(archive.firstEntry());
    while (position >= 0 && position < archive.endEntry()) {
      candidates.clear(position);
      visit(position);
      int next = candidates.nextSetBit(position + 1);
      if (next >= 0 && next < archive.endEntry()) {
        position = next;
      } else {
        round++;
        position = candidates.nextSetBit(archive.firstEntry());
      }
    }
  }

  private long now() {
    return round * graph.entryCount() + position;
  }

  private void visit(int entry) {
    int member = graph.entryMember(entry);
    int name = graph.entryName(entry);
    if (member == NONE || state.loaded(member)) {
      return;
    }
    boolean wanted =
        switch (state.of(name)) {
          case LinkState.UNDEFINED -> true;
          case LinkState.COMMON -> Traits.strongData(graph.entryTraits(entry));
          default -> false;
        };
    if (wanted) {
      state.pull(member, name);
      load(member);
    }
  }

  private void load(int member) {
    state.load(member);
    for (int symbol = graph.firstSymbol(member); symbol < graph.endSymbol(member); symbol++) {
      byte traits = graph.traits(symbol);
      int name = graph.symbolName(symbol);
      if (!Traits.defined(traits)) {
        refer(name, member, traits);
        continue;
      }
      byte before = state.of(name);
      state.define(name, member, traits);
      if (before != state.of(name)) {
        defined(name, before);
      }
    }
  }

  private void defined(int name, byte before) {
    switch (state.of(name)) {
      case LinkState.DEFINED_WEAK -> weakSince[name] = now();
      case LinkState.COMMON -> {
        for (int entry = firstEntry[name]; entry != NONE; entry = nextEntry[entry]) {
          if (before != LinkState.DEFINED_WEAK || !passed(entry, weakSince[name])) {
            candidates.set(entry);
          }
        }
      }
      default -> {} // an entry is not looked at for a symbol that is defined
    }
  }

  /// Whether the search came by an entry of the archive at hand since a moment. An entry whose
  /// symbol it found defined is not looked at again, although a weak definition may give way to a
  /// tentative one, for which a definition would be looked for.
  private boolean passed(int entry, long since) {
    long last = entry < position ? round : round - 1;
    return last >= firstRound && last * graph.entryCount() + entry > since;
  }

  private void refer(int name, int member, byte traits) {
    byte before = state.of(name);
    if (before == LinkState.NEW && Traits.weak(traits)) {
      state.set(name, LinkState.UNDEFINED_WEAK);
    } else if (!Traits.weak(traits)
        && (before == LinkState.NEW || before == LinkState.UNDEFINED_WEAK)) {
      need(name, member);
    }
  }

  private void need(int name, int member) {
    state.need(name, member);
    addCandidates(name);
  }

  private void addCandidates(int name) {
    for (int entry = firstEntry[name]; entry != NONE; entry = nextEntry[entry]) {
      candidates.set(entry);
    }
  }
}
