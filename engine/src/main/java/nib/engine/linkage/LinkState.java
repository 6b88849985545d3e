package nib.engine.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The symbols of a link while files come in, as both linkers keep them.
final class LinkState {

  static final byte NEW = 0;

  /// Known to be in a member that is not in the link; lld only.
  static final byte LAZY = 1;

  static final byte UNDEFINED_WEAK = 2;
  static final byte UNDEFINED = 3;
  static final byte COMMON = 4;
  static final byte DEFINED_WEAK = 5;
  static final byte DEFINED = 6;

  static final int ASKED_FOR = -1;

  private final LinkGraph graph;
  private final byte[] state;

  /// For each name the member that needs or defines it.
  private final int[] owner;

  private final boolean[] loaded;
  private final List<Link.Pull> pulls = new ArrayList<>();
  private final List<Clash> clashes = new ArrayList<>();

  /// Names in the order in which they became undefined.
  private final Ints needed = new Ints();

  /// A symbol that two members of the link define, by numbers.
  record Clash(int name, int first, int second) {}

  LinkState(LinkGraph graph) {
    this.graph = graph;
    this.state = new byte[graph.names().size()];
    this.owner = new int[state.length];
    this.loaded = new boolean[graph.memberCount()];
    Arrays.fill(owner, ASKED_FOR);
  }

  LinkGraph graph() {
    return graph;
  }

  byte of(int name) {
    return state[name];
  }

  void set(int name, byte to) {
    state[name] = to;
  }

  boolean loaded(int member) {
    return loaded[member];
  }

  /// The member that needs or defines a name, or [#ASKED_FOR].
  int owner(int name) {
    return owner[name];
  }

  /// Notes that the link takes a member because of a symbol.
  void pull(int member, int name) {
    pulls.add(
        new Link.Pull(
            graph.place(member),
            graph.names().name(name),
            place(owner[name]),
            state[name] == COMMON));
  }

  void load(int member) {
    loaded[member] = true;
  }

  /// Notes a reference that is not weak.
  void need(int name, int member) {
    state[name] = UNDEFINED;
    owner[name] = member;
    needed.add(name);
  }

  /// Takes a definition into the link.
  void define(int name, int member, byte traits) {
    switch (state[name]) {
      case DEFINED -> {
        if (Traits.strong(traits) && !Traits.repeatable(traits)) {
          clashes.add(new Clash(name, owner[name], member));
        }
      }
      case DEFINED_WEAK -> {
        if (!Traits.repeatable(traits)) {
          become(name, member, traits);
        }
      }
      case COMMON -> {
        if (!Traits.weak(traits) && !Traits.common(traits)) {
          become(name, member, traits);
        }
      }
      default -> become(name, member, traits); // not defined yet
    }
  }

  private void become(int name, int member, byte traits) {
    state[name] =
        Traits.common(traits) ? COMMON : Traits.repeatable(traits) ? DEFINED_WEAK : DEFINED;
    owner[name] = member;
  }

  List<Link.Pull> pulls() {
    return pulls;
  }

  List<Clash> clashes() {
    return clashes;
  }

  /// The names that nothing defines, in the order in which they were needed first.
  List<Integer> undefined() {
    var names = new ArrayList<Integer>();
    for (int i = 0; i < needed.size(); i++) {
      if (state[needed.get(i)] == UNDEFINED) {
        names.add(needed.get(i));
      }
    }
    return names;
  }

  Optional<Place> place(int member) {
    return member == ASKED_FOR ? Optional.empty() : Optional.of(graph.place(member));
  }
}
