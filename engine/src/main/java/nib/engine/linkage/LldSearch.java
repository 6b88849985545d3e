package nib.engine.linkage;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// Searches archives as [Linker#LLD] does.
final class LldSearch {

  private final LinkGraph graph;
  private final LinkState state;

  /// For each name the member that would define it, where its state is `LAZY`.
  private final int[] lazyMember;

  /// Members on the way into the link whose needs are being looked at, the last one first. Depth is
  /// bounded by memory and not by the thread's stack.
  private final Deque<Loading> loading = new ArrayDeque<>();

  /// A member whose definitions are in the link, and its symbol to look at next.
  private static final class Loading {
    final int member;
    int next;

    Loading(int member, int next) {
      this.member = member;
      this.next = next;
    }
  }

  LldSearch(LinkGraph graph) {
    this.graph = graph;
    this.state = new LinkState(graph);
    this.lazyMember = new int[graph.names().size()];
    Arrays.fill(lazyMember, -1);
  }

  LinkState run(List<Integer> wanted) {
    for (int name : wanted) {
      state.need(name, LinkState.ASKED_FOR);
    }
    for (var input : graph.inputs()) {
      if (input.archive()) {
        for (int member = input.from(); member < input.to(); member++) {
          offer(member);
        }
      } else {
        load(input.from());
      }
    }
    return state;
  }

  /// Says what a member would define, and pulls it in where something waits for that.
  private void offer(int member) {
    int end = graph.endSymbol(member);
    for (int symbol = graph.firstSymbol(member); symbol < end && !state.loaded(member); symbol++) {
      byte traits = graph.traits(symbol);
      if (Traits.defined(traits)) {
        offer(graph.symbolName(symbol), member, traits);
      }
    }
  }

  private void offer(int name, int member, byte traits) {
    switch (state.of(name)) {
      case LinkState.UNDEFINED -> pull(member, name);
      case LinkState.COMMON -> {
        if (Traits.strong(traits) && !Traits.repeatable(traits)) {
          pull(member, name);
        }
      }
      case LinkState.NEW, LinkState.UNDEFINED_WEAK -> {
        state.set(name, LinkState.LAZY);
        lazyMember[name] = member;
      }
      default -> {} // somebody else's already
    }
  }

  private void pull(int member, int name) {
    state.pull(member, name);
    load(member);
  }

  private void load(int member) {
    begin(member);
    while (!loading.isEmpty()) {
      var top = loading.getLast();
      if (top.next == graph.endSymbol(top.member)) {
        loading.removeLast();
      } else {
        refer(top.next++, top.member);
      }
    }
  }

  private void begin(int member) {
    state.load(member);
    int first = graph.firstSymbol(member);
    for (int symbol = first; symbol < graph.endSymbol(member); symbol++) {
      if (Traits.defined(graph.traits(symbol))) {
        state.define(graph.symbolName(symbol), member, graph.traits(symbol));
      }
    }
    loading.addLast(new Loading(member, first));
  }

  private void refer(int symbol, int member) {
    byte traits = graph.traits(symbol);
    int name = graph.symbolName(symbol);
    byte before = state.of(name);
    if (Traits.defined(traits) || before > LinkState.UNDEFINED_WEAK) {
      return;
    }
    if (Traits.weak(traits)) {
      if (before == LinkState.NEW) {
        state.set(name, LinkState.UNDEFINED_WEAK);
      }
      return;
    }
    state.need(name, member);
    if (before == LinkState.LAZY) {
      int other = lazyMember[name];
      state.pull(other, name);
      begin(other);
    }
  }
}
