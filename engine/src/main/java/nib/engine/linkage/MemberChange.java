package nib.engine.linkage;

import java.util.List;
import nib.engine.objectfile.Symbol;
import nib.engine.symbols.Member;

/// How a member of one archive differs from that of another. Where a name repeats in an archive the
/// first is held against the first, the second against the second.
public sealed interface MemberChange {

  Place place();

  /// A member that only the other archive has.
  record Added(Place place, Member member) implements MemberChange {}

  /// A member that only the first archive has.
  record Removed(Place place, Member member) implements MemberChange {}

  /// A member that both have.
  ///
  /// @param what what differs in the member as a whole, in words; empty where only symbols do
  record Changed(Place place, Place other, String what, List<SymbolChange> symbols)
      implements MemberChange {

    public Changed {
      symbols = List.copyOf(symbols);
    }
  }

  /// How a symbol differs. Where a name repeats in a member, position tells which is held against
  /// which.
  sealed interface SymbolChange {

    String name();

    record Added(Symbol symbol) implements SymbolChange {
      @Override
      public String name() {
        return symbol.name();
      }
    }

    record Removed(Symbol symbol) implements SymbolChange {
      @Override
      public String name() {
        return symbol.name();
      }
    }

    /// Another letter, size, kind, binding, visibility or side of a link.
    record Changed(Symbol before, Symbol after) implements SymbolChange {
      @Override
      public String name() {
        return before.name();
      }
    }
  }
}
